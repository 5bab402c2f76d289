import { type Page } from "@playwright/test";

import { Chance, times } from "./chance";
import { type Ask, addChild, assignments, field, status } from "./homework";
import { expect, test } from "./watched";

// What people do in any order, by chance, against what they must find: two tabs on the same work, and siblings on one phone.

test.use({ baseURL: process.env.SITE_URL_OF_ITS_OWN });

async function questions(): Promise<{ id: string; title: string; by: (id: string) => Ask }> {
  const [{ id, title, asks }] = await assignments(process.env.SITE_URL_OF_ITS_OWN!);
  return { id, title, by: (name) => asks.find(({ id }) => id === name)! };
}

test("two tabs do anything in any order, and both show what each typed last", async ({ page, context }) => {
  const orders = times(200);
  test.setTimeout(60_000 + orders * 20_000);
  const chance = new Chance("two tabs");
  const { title, by } = await questions();
  await page.goto("");
  await addChild(page, "Hana", "wave");
  await page.getByRole("link", { name: new RegExp(`^${title}`) }).click();
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
  const work = page.url();
  const tabs = [page, await context.newPage()];
  await tabs[1].goto(work);

  // Where a tab types: a text of its own, its own column of a table that both write in, its own option of a question of both.
  const grid = (tab: Page, column: number, row: number) =>
    field(tab, by("grid")).getByRole("group").nth(row).getByRole("textbox").nth(column);
  const option = (tab: Page, at: number) => field(tab, by("some")).getByRole("checkbox").nth(at);
  const own = (tab: Page, at: number) => field(tab, by(["words", "count"][at]));
  const typed = { own: ["", ""], cells: [["", ""], ["", ""]], options: [false, false] };

  const steps: ((tab: Page, at: number, words: string) => Promise<unknown>)[] = [
    (tab, at, words) => own(tab, at).fill((typed.own[at] = words)),
    (tab, at, words) => {
      const row = chance.below(2);
      typed.cells[row][at] = chance.below(4) === 0 ? "" : words;
      return grid(tab, at, row).fill(typed.cells[row][at]);
    },
    (tab, at) => option(tab, at).setChecked((typed.options[at] = !typed.options[at])),
    (tab) => tab.reload(),
    (tab) =>
      tab.evaluate(() => {
        // Put away, and taken out again.
        for (const now of ["hidden", "visible"]) {
          Object.defineProperty(document, "visibilityState", { configurable: true, get: () => now });
          document.dispatchEvent(new Event("visibilitychange"));
        }
      }),
    async (tab) => {
      await tab.goto(`${work}/send`);
      await tab.goto(work);
    },
    (tab) => expect(status(tab)).toHaveText(/^(Saved)?$/),
  ];
  for (let order = 0; order < orders; order++) {
    const story: string[] = [];
    for (let step = 0; step < 8; step++) {
      const at = chance.below(2);
      const what = chance.below(chance.below(3) === 0 ? steps.length : 3);
      story.push(`${at}:${what}`);
      await expect(own(tabs[at], at)).toBeVisible();
      await steps[what](tabs[at], at, `${at === 1 ? "" : "w"}${order * 10 + step}`);
    }
    const how = `order ${order}: ${story.join(" ")}`;
    for (const tab of tabs) {
      for (const at of [0, 1]) {
        await expect(own(tab, at), how).toHaveValue(typed.own[at]);
        for (const row of [0, 1]) await expect(grid(tab, at, row), how).toHaveValue(typed.cells[row][at]);
        await expect(option(tab, at), how).toBeChecked({ checked: typed.options[at] });
      }
      await expect(status(tab), how).toHaveText(/^(Saved)?$/);
    }
  }
  for (const tab of tabs) {
    await tab.reload();
    for (const at of [0, 1]) await expect(own(tab, at)).toHaveValue(typed.own[at]);
  }
});

test("siblings take turns at any moment, and each finds only their own", async ({ page }) => {
  const turns = times(200);
  test.setTimeout(60_000 + turns * 10_000);
  const chance = new Chance("siblings");
  const { id, title, by } = await questions();
  await page.addInitScript(() => {
    const put = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = function (...given) {
      if ((window as any).full) throw new DOMException("full", "QuotaExceededError");
      return put.apply(this, given);
    };
  });
  await page.goto("");
  /** What each child has typed, by the name; and where its list is. */
  const children: { name: string; list: string; words: string; count: string }[] = [];
  let full = false;
  let at = -1;

  const add = async () => {
    await page.goto("#/new");
    const name = `Tamaiti${children.length}`;
    await addChild(page, name, chance.of(["kiwi", "wave", "star", "moon"]));
    children.push({ name, list: new URL(page.url()).hash, words: "", count: "" });
    at = children.length - 1;
    await page.goto(`${children[at].list}/${id}`);
  };
  const turnTo = async (next: number) => {
    at = next;
    const { name, list } = children[at];
    // By the address, or by the names as a child does.
    if (chance.below(2)) return page.goto(`${list}/${id}`);
    await page.goto("#/");
    await page.getByRole("link", { name, exact: true }).click();
    await page.getByRole("link", { name: new RegExp(`^${title}`) }).click();
  };
  const type = async (ask: "words" | "count", turn: number) => {
    children[at][ask] = `${turn}`;
    await field(page, by(ask)).fill(`${turn}`);
  };
  await add();
  for (let turn = 1; turn <= turns; turn++) {
    const what = chance.below(10);
    if (what < 3) await type("words", turn);
    else if (what < 5) await type("count", turn);
    else if (what < 8) await turnTo(chance.below(children.length));
    else if (what === 8 && children.length < 5) await add();
    else if (!full && chance.below(2)) await page.reload();
    else {
      // The phone is full for a while; what is typed meanwhile is nobody else's either.
      full = !full;
      await page.evaluate((full) => ((window as any).full = full), full);
    }
    const { name, words, count } = children[at];
    const how = `turn ${turn}: ${what}`;
    await expect(page.getByRole("banner"), how).toContainText(name);
    await expect(field(page, by("words")), how).toHaveValue(words);
    await expect(field(page, by("count")), how).toHaveValue(count);
  }
  await page.evaluate(() => ((window as any).full = false));
  await expect(status(page)).toHaveText(/^(Saved)?$/);
  await page.reload();
  for (const { name, list, words, count } of children) {
    await page.goto(`${list}/${id}/send`);
    await page.getByText("See what will be sent").click();
    const sent = page.locator("pre");
    await expect(sent).toContainText(`Student: ${name}`);
    for (const other of children.filter((other) => other.name !== name)) await expect(sent).not.toContainText(other.name);
    await page.goto(`${list}/${id}`);
    await expect(field(page, by("words"))).toHaveValue(words);
    await expect(field(page, by("count"))).toHaveValue(count);
  }
});
