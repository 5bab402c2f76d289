import { type BrowserContext, type Page } from "@playwright/test";

import { Chance, times } from "./chance";
import { addChild, assignment, field, open, photoFile, saved } from "./homework";
import { at, rowsOf } from "./one-of-each";
import { pictureFile } from "./picture";
import { isThere } from "./value";
import { expect, test } from "./watched";

// One key or one photo, and gone. Every write that looks before it writes is held back: so only what is noted on leaving can have kept it. The page
// that is opened later is not held back, and takes it in.

const LEAVING: Record<string, (page: Page) => Promise<unknown>> = {
  "the page is loaded again": (page) => page.reload(),
  "the page is closed": (page) => Promise.all([page.waitForEvent("close"), page.close({ runBeforeUnload: true })]),
  "another page is opened": (page) => page.goto("about:blank"),
  "the phone is put away": (page) =>
    page.evaluate(() => {
      Object.defineProperty(document, "visibilityState", { get: () => "hidden" });
      document.dispatchEvent(new Event("visibilitychange"));
    }),
};

/** Lets what is asked for never come in a page that is `heldBack`, so that a write that looks before it writes never ends. */
async function canBeHeldBack(context: BrowserContext) {
  await context.addInitScript(() => {
    // Only the database is looked at here: what is noted beside it is looked at where two tabs are.
    Storage.prototype.setItem = () => {};
    const get = IDBObjectStore.prototype.get;
    IDBObjectStore.prototype.get = function (...key) {
      return (window as any).heldBack ? (new EventTarget() as IDBRequest) : get.apply(this, key);
    };
  });
}

for (const [how, leave] of Object.entries(LEAVING)) {
  test(`a key is kept each time that ${how} right after it`, async ({ page, context }) => {
    const { title, asks } = await assignment("fractions-in-our-kitchen");
    const ask = asks.find(({ kind }) => kind === "text")!;
    await canBeHeldBack(context);
    await page.goto("");
    await addChild(page, "Sina", "leaf");
    await open(page, title);
    const address = page.url();
    await field(page, ask).fill("mea");
    await saved(page);

    const chance = new Chance(how);
    let words = "mea";
    let now = page;
    for (let time = 0; time < times(50); time++) {
      const keys = Array.from({ length: 1 + chance.below(4) }, () => chance.of([..."aeiou "]));
      await now.evaluate(() => ((window as any).heldBack = true));
      await field(now, ask).press("End");
      for (const key of keys) await now.keyboard.press(key === " " ? "Space" : key);
      words += keys.join("");
      await leave(now);

      const later = await context.newPage();
      await later.goto(address);
      await expect(field(later, ask), `the ${time + 1}. time`).toHaveValue(words);
      await now.close();
      now = later;
    }
  });
}

test.describe("with questions of every kind", () => {
  test.use({ baseURL: process.env.SITE_URL_OF_ITS_OWN });

  for (const [how, leave] of Object.entries(LEAVING)) {
    test(`a photo is kept when ${how} right after it is seen`, async ({ page, context }) => {
      await canBeHeldBack(context);
      const { ask } = await at(page, "seen");
      const address = page.url();
      let now = page;
      for (const count of [1, 2, 3]) {
        const place = field(now, ask);
        await now.evaluate(() => ((window as any).heldBack = true));
        await photoFile(place).setInputFiles(pictureFile());
        await expect(rowsOf(place)).toHaveCount(count);
        const later = await context.newPage();
        await leave(now);
        await later.goto(address);
        await expect(rowsOf(field(later, ask))).toHaveCount(count);
        await isThere(rowsOf(field(later, ask)).last());
        await now.close();
        now = later;
      }
    });
  }
});

test("keys that are typed fast on a slow phone are kept when the page is loaded again in the middle of a write", async ({ page }) => {
  const { title, asks } = await assignment("fractions-in-our-kitchen");
  const ask = asks.find(({ kind }) => kind === "text")!;
  await page.goto("");
  await addChild(page, "Sina", "leaf");
  await open(page, title);
  const slow = await page.context().newCDPSession(page);
  await slow.send("Emulation.setCPUThrottlingRate", { rate: 4 });
  for (let time = 0; time < 12; time++) {
    const words = `time ${time}: kōrero`;
    const loaded = page.waitForEvent("load");
    await field(page, ask).evaluate((area: HTMLTextAreaElement, words) => {
      let typed = 0;
      const key = () => {
        area.value = words.slice(0, ++typed);
        area.dispatchEvent(new Event("input", { bubbles: true }));
        if (typed < words.length) setTimeout(key, 3);
        else location.reload();
      };
      setTimeout(key);
    }, words);
    await loaded;
    await expect(field(page, ask)).toHaveValue(words);
  }
});

test("that it is finished is kept when the page is loaded again right after it", async ({ page }) => {
  const { title, asks } = await assignment("fractions-in-our-kitchen");
  await page.goto("");
  await addChild(page, "Sina", "leaf");
  await open(page, title);
  await field(page, asks.find(({ kind }) => kind === "text")!).fill("mea");
  await saved(page);
  await page.goto(`${page.url()}/send`);
  const loaded = page.waitForEvent("load");
  await page.getByRole("button", { name: "We are finished" }).evaluate((button: HTMLButtonElement) => {
    button.click();
    location.reload();
  });
  await loaded;
  await expect(page.getByText("Finished. Ka pai!")).toBeVisible();
});
