import { type BrowserContext, type Locator, type Page } from "@playwright/test";

import { type Ask, addChild, assignments, field, open, saved } from "./homework";
import { cells, rows } from "./value";
import { expect, test } from "./watched";

// Two tabs of one browser, on the assignment that the tests write themselves.

test.use({ baseURL: process.env.SITE_URL_OF_ITS_OWN });

/** Lets a tab hear nothing of the other, as if both wrote in the same moment. */
async function deaf(page: Page) {
  await page.addInitScript(() => {
    BroadcastChannel.prototype.addEventListener = () => {};
  });
}

/** Two tabs on the same work of one child, with the questions by their ids. */
async function twoTabs(first: Page, context: BrowserContext, hears: boolean) {
  const [{ title, asks }] = await assignments(process.env.SITE_URL_OF_ITS_OWN!);
  const second = await context.newPage();
  if (!hears) await deaf(second);
  await first.goto("");
  await addChild(first, "Hana", "wave");
  await open(first, title);
  await second.goto(first.url());
  await expect(second.getByRole("heading", { level: 1, name: title })).toBeVisible();
  const by = (page: Page) => (id: string) => field(page, asks.find((ask: Ask) => ask.id === id)!);
  return { second, one: by(first), two: by(second) };
}

async function typeInRow(place: Locator, row: number, column: number, text: string) {
  await cells((await rows(place))[row]).nth(column).fill(text);
}

/** What is in all cells of a table or a log, row by row. */
function typed(place: Locator): Promise<string[][]> {
  return place.getByRole("group").evaluateAll((groups) =>
    groups.map((group) => [...group.querySelectorAll<HTMLInputElement>("input[type=text]")].map((input) => input.value)),
  );
}

async function addTime(place: Locator, book: string) {
  await place.getByRole("button", { name: /^Write down/ }).click();
  await cells(place.getByRole("group").last()).first().fill(book);
}

for (const hears of [true, false]) {
  const how = hears ? "that hear of each other" : "of which one hears nothing";

  test(`what two tabs ${how} write in one table, one log and one choice stays in both`, async ({ page, context }) => {
    const { second, one, two } = await twoTabs(page, context, hears);
    await typeInRow(one("grid"), 0, 0, "rain");
    await addTime(one("days"), "Hatchet");
    await one("some").getByRole("checkbox", { name: "Red" }).check();
    await saved(page);
    if (hears) {
      // The second tab shows it by itself, and then builds upon it.
      await expect.poll(() => typed(two("grid"))).toEqual([["rain", ""], ["", ""]]);
      await expect.poll(() => typed(two("days"))).toEqual([["Hatchet"]]);
      await expect(two("some").getByRole("checkbox", { name: "Red" })).toBeChecked();
    } else {
      expect(await typed(two("grid"))).toEqual([["", ""], ["", ""]]);
    }
    await typeInRow(two("grid"), 1, 1, "4");
    await addTime(two("days"), "The Whale Rider");
    await two("some").getByRole("checkbox", { name: "Blue" }).check();
    await saved(second);

    const agree = async () => {
      for (const tab of [one, two]) {
        await expect.poll(() => typed(tab("grid"))).toEqual([["rain", ""], ["", "4"]]);
        await expect.poll(() => typed(tab("days"))).toEqual([["Hatchet"], ["The Whale Rider"]]);
        for (const option of ["Red", "Blue"]) await expect(tab("some").getByRole("checkbox", { name: option })).toBeChecked();
      }
    };
    await agree();
    await Promise.all([page.reload(), second.reload()]);
    await agree();
  });
}

for (const leaves of ["is loaded again", "goes elsewhere"]) {
  test(`what was given in the moment in which a tab ${leaves} is seen in the other`, async ({ page, context }) => {
    const { second, one, two } = await twoTabs(page, context, true);
    await two("some").getByRole("checkbox", { name: "Red" }).check();
    await expect(one("some").getByRole("checkbox", { name: "Red" })).toBeChecked();
    await second.evaluate(() => {
      // No answer is committed before the page is left: only the note of what is not kept is.
      const commit = IDBTransaction.prototype.commit;
      IDBTransaction.prototype.commit = function () {
        if (this.objectStoreNames.contains("journal")) return commit.call(this);
        const goOn = () => void (this.objectStore("answers").get("").onsuccess = goOn);
        goOn();
      };
    });
    await two("some").getByRole("checkbox", { name: "Red" }).uncheck();
    await (leaves === "is loaded again" ? second.reload() : second.goto("about:blank"));
    await expect(one("some").getByRole("checkbox", { name: "Red" })).not.toBeChecked();
  });
}

test("what a tab notes as it is left is kept although another tab is just writing notes", async ({ page, context }) => {
  const { second, one, two } = await twoTabs(page, context, true);
  await page.evaluate(async () => {
    const [{ name }] = await indexedDB.databases();
    const database = await new Promise<IDBDatabase>((done) => {
      const opening = indexedDB.open(name!);
      opening.onsuccess = () => done(opening.result);
    });
    const notes = database.transaction("journal", "readwrite").objectStore("journal");
    const goOn = () => void (notes.get("").onsuccess = () => (window as any).done || goOn());
    await new Promise<void>((begun) => (notes.get("").onsuccess = () => (begun(), goOn())));
  });
  await two("words").fill("as it was left");
  await second.goto("about:blank");
  await second.close();
  await page.evaluate(() => ((window as any).done = true));
  await page.reload();
  await expect(one("words")).toHaveValue("as it was left");
});

test("two tabs that write at the same time keep all of it", async ({ page, context }) => {
  const { second, one, two } = await twoTabs(page, context, true);
  await Promise.all([
    typeInRow(one("grid"), 0, 0, "rain").then(() => typeInRow(one("grid"), 0, 1, "1")),
    typeInRow(two("grid"), 1, 0, "wind").then(() => typeInRow(two("grid"), 1, 1, "2")),
  ]);
  const all = [["rain", "1"], ["wind", "2"]];
  for (const tab of [one, two]) await expect.poll(() => typed(tab("grid"))).toEqual(all);
  await Promise.all([page.reload(), second.reload()]);
  for (const tab of [one, two]) await expect.poll(() => typed(tab("grid"))).toEqual(all);
});

/** Puts the cursor after some letters of a cell that has the focus. */
async function cursorAfter(cell: Locator, letters: number) {
  await cell.focus();
  await cell.evaluate((input: HTMLInputElement, at) => input.setSelectionRange(at, at), letters);
}

test("who types in a row keeps their place while another tab takes out the row before it and adds one", async ({ page, context }) => {
  const { second, one, two } = await twoTabs(page, context, true);
  for (const book of ["Hatchet", "Whale"]) await addTime(one("days"), book);
  await expect.poll(() => typed(two("days"))).toEqual([["Hatchet"], ["Whale"]]);
  await cursorAfter(cells(one("days").getByRole("group").nth(1)).first(), 0);
  await page.keyboard.type("The ");

  await two("days").getByRole("button", { name: "Take this one out" }).first().click();
  await addTime(two("days"), "Tu");
  await saved(second);
  await expect.poll(() => typed(one("days"))).toEqual([["The Whale"], ["Tu"]]);
  const cell = cells(one("days").getByRole("group").first()).first();
  await expect(cell).toBeFocused();
  await page.keyboard.type("big ");
  await expect(cell).toHaveValue("The big Whale");
  await expect(one("days").getByRole("group").first()).toHaveAccessibleName("Time 1");
  await expect.poll(() => typed(two("days"))).toEqual([["The big Whale"], ["Tu"]]);
});

test("who types in a new row keeps their place when another tab's new row comes before it", async ({ page, context }) => {
  const { second, one, two } = await twoTabs(page, context, false);
  await addTime(one("days"), "Hatchet");
  await saved(page);
  await two("days").getByRole("button", { name: "Write down the first time" }).click();
  // As its row is kept, it sees the other's.
  await second.keyboard.type("Tu");
  await expect.poll(() => typed(two("days"))).toEqual([["Hatchet"], ["Tu"]]);
  await second.keyboard.type("rtle");
  await expect.poll(() => typed(two("days"))).toEqual([["Hatchet"], ["Turtle"]]);
  await expect(two("days").getByRole("group").last()).toHaveAccessibleName("Time 2");
});

for (const hears of [true, false]) {
  const how = hears ? "hears of" : "hears nothing of";

  test(`a row is put back where it was by a tab that ${how} what another has added meanwhile`, async ({ page, context }) => {
    const { second, one, two } = await twoTabs(page, context, hears);
    const longer = (place: Locator, row: number, text: string) => cells(place.getByRole("group").nth(row)).first().fill(text);
    await longer(two("longer"), 0, "sun");
    await longer(two("longer"), 1, "moon");
    await saved(second);
    await expect.poll(() => typed(one("longer"))).toEqual([["sun", ""], ["moon", ""]]);
    await two("longer").getByRole("button", { name: "Take this row out" }).first().click();
    await expect.poll(() => typed(one("longer"))).toEqual([["moon", ""]]);

    await one("longer").getByRole("button", { name: "Add a row" }).click();
    await page.keyboard.type("star");
    await saved(page);
    const seen = hears ? [["moon", ""], ["star", ""]] : [["moon", ""]];
    await expect.poll(() => typed(two("longer"))).toEqual(seen);
    await two("longer").getByRole("button", { name: "Put it back" }).click();
    for (const tab of [one, two]) await expect.poll(() => typed(tab("longer"))).toEqual([["sun", ""], ["moon", ""], ["star", ""]]);
    await Promise.all([page.reload(), second.reload()]);
    for (const tab of [one, two]) await expect.poll(() => typed(tab("longer"))).toEqual([["sun", ""], ["moon", ""], ["star", ""]]);
  });
}

test("one tab finishes and the other sends, and neither undoes the other", async ({ page, context }) => {
  const { second, one } = await twoTabs(page, context, false);
  await one("count").fill("6");
  await saved(page);
  await page.goto(`${page.url()}/send`);
  await second.goto(`${second.url()}/send`);
  await expect(second.getByText("This is not finished yet.")).toBeVisible();
  await page.getByRole("button", { name: "We are finished" }).click();
  await expect(page.getByText("Finished. Ka pai!")).toBeVisible();
  await saved(page);
  // The second tab knows nothing of that.
  await expect(second.getByText("This is not finished yet.")).toBeVisible();
  const download = second.waitForEvent("download");
  await second.getByRole("button", { name: "Save the file" }).click();
  await download;
  await second.getByRole("button", { name: "I have sent it" }).click();
  await expect(second.getByText("Last sent")).toBeVisible();
  await saved(second);

  // The first hears of it.
  await expect(page.getByText("Last sent")).toBeVisible();
  for (const tab of [page, second]) {
    await tab.reload();
    await expect(tab.getByText("Finished. Ka pai!")).toBeVisible();
    await expect(tab.getByText("Last sent")).toBeVisible();
  }
});

test("a child that is added in one tab is in the other's list", async ({ page, context }) => {
  const { second } = await twoTabs(page, context, true);
  await second.goto("#/");
  await expect(second.getByRole("link", { name: "Hana" })).toBeVisible();
  await page.goto("#/");
  await page.getByRole("link", { name: "Add a child" }).click();
  await addChild(page, "Wiremu", "sun");
  await expect(second.getByRole("link", { name: "Wiremu" })).toBeVisible();
  await expect(second.getByRole("link", { name: "Hana" })).toBeVisible();
});
