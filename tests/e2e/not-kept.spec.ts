import { readFile } from "node:fs/promises";

import { type Page } from "@playwright/test";

import { addChild, answer, assignment, field, open, saved, status } from "./homework";
import { readResult } from "./result-file";
import { shown } from "./value";
import { expect, test } from "./watched";

const NOTICE = "Nothing is kept here just now, so your work is gone when you close this page.";
const NOT_SAVED = "Not saved yet. We keep trying. You can go on.";

/** The text of the result file that the page would send now. */
async function savedFile(page: Page): Promise<string> {
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save the file" }).click();
  return readFile(await (await download).path(), "utf8");
}

/** Remembers everything that the page says about saving. */
async function listen(page: Page) {
  await page.addInitScript(() => {
    const said: string[] = ((window as any).said = []);
    const note = () => said.push(document.querySelector("header .saving")?.textContent ?? "");
    new MutationObserver(note).observe(document, { subtree: true, childList: true, characterData: true });
  });
}

async function withoutKeeping(page: Page) {
  const { title, asks } = await assignment("fractions-in-our-kitchen");
  const ask = asks.find(({ kind }) => kind === "text")!;
  await expect(page.getByText(NOTICE)).toBeVisible();
  await addChild(page, "Tavita", "kiwi");
  await open(page, title);
  const given = await answer(page, ask);
  await expect(status(page)).toHaveText("Kept only until you close this page. Please send it before that.");
  await page.getByRole("link", { name: "Send to your teacher" }).click();
  const result = readResult(await savedFile(page));
  expect(result.answers).toMatchObject([{ ask: ask.id, value: given }]);
  expect(await page.evaluate(() => (window as any).said)).not.toContain("Saved");
}

test("where nothing can be kept, that is said before anything is typed, and the work can be done and sent", async ({ page }) => {
  await listen(page);
  await page.addInitScript(() => Object.defineProperty(window, "indexedDB", { value: undefined }));
  await page.goto("");
  await withoutKeeping(page);
});

test("where what is kept cannot be reached, the family can go on without it", async ({ page }) => {
  await listen(page);
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException("Internal error opening backing store", "UnknownError");
    };
  });
  await page.goto("");
  await expect(page.getByRole("heading", { level: 1, name: "Something went wrong" })).toBeVisible();
  await expect(page.getByText("Your work that is kept here could not be read.")).toBeVisible();
  await page.getByRole("button", { name: "Go on without it" }).click();
  await withoutKeeping(page);
});

const full = () => {
  const put = IDBObjectStore.prototype.put;
  IDBObjectStore.prototype.put = function (...given) {
    if ((window as any).broken) throw new DOMException("full", "QuotaExceededError");
    return put.apply(this, given);
  };
};

interface Fault {
  cause: () => void;
  /** After how many milliseconds it is said, where only the time tells. */
  late?: number;
  /** After how many more a new connection is made. */
  anew?: number;
}

const FAULTS: Record<string, Fault> = {
  "the disk is full": { cause: full },
  "the browser undoes what was written": {
    cause: () => {
      const put = IDBObjectStore.prototype.put;
      IDBObjectStore.prototype.put = function (...given) {
        const request = put.apply(this, given);
        if ((window as any).broken) this.transaction.abort();
        return request;
      };
    },
  },
  "the store never answers": {
    cause: () => {
      const get = IDBObjectStore.prototype.get;
      IDBObjectStore.prototype.get = function (...key) {
        return (window as any).broken ? (new EventTarget() as IDBRequest) : get.apply(this, key);
      };
    },
    late: 2_000,
    anew: 8_000,
  },
};

for (const [what, { cause, late, anew }] of Object.entries(FAULTS)) {
  test(`while ${what}, nothing is called saved, all of it can be sent, and it is kept afterwards`, async ({ page }) => {
    const { title, asks } = await assignment("fractions-in-our-kitchen");
    const [first, second] = asks.filter(({ kind }) => kind === "text");
    await listen(page);
    if (late) await page.clock.install();
    await page.addInitScript(cause);
    await page.goto("");
    await addChild(page, "Moana", "boat");
    await open(page, title);
    const address = page.url();
    const kept = await answer(page, first);
    await saved(page);

    await page.evaluate(() => {
      (window as any).broken = true;
      (window as any).said.length = 0;
    });
    const unkept = await answer(page, second);
    if (late) {
      await expect(status(page)).toHaveText("Saving …");
      await page.clock.runFor(late);
    }
    await expect(status(page)).toHaveText(NOT_SAVED);
    await page.goto(`${address}/send`);
    await expect(page.getByRole("heading", { level: 1, name: "Send to" })).toBeVisible();
    const result = readResult(await savedFile(page));
    expect(result.answers).toMatchObject([{ ask: first.id, value: kept }, { ask: second.id, value: unkept }]);
    await page.goto(address);
    await expect(field(page, second)).toBeVisible();
    expect(await shown(page, second)).toEqual(unkept);
    await expect(status(page)).toHaveText(NOT_SAVED);
    expect(await page.evaluate(() => (window as any).said)).not.toContain("Saved");

    await page.evaluate(() => ((window as any).broken = false));
    if (anew) await page.clock.runFor(anew);
    await saved(page);
    await page.reload();
    await expect(field(page, second)).toBeVisible();
    expect([await shown(page, first), await shown(page, second)]).toEqual([kept, unkept]);
  });
}

test("what was only opened while the disk is full is as far in the list as it is on its page", async ({ page }) => {
  const { title, asks } = await assignment("fractions-in-our-kitchen");
  await page.addInitScript(full);
  await page.goto("");
  await addChild(page, "Moana", "boat");
  const list = page.url();
  await page.evaluate(() => ((window as any).broken = true));
  await open(page, title);
  const work = page.url();
  await answer(page, asks.find(({ kind }) => kind === "text")!);
  await expect(status(page)).toHaveText(NOT_SAVED);
  await page.goto(`${work}/send`);
  await page.getByRole("button", { name: "We are finished" }).click();
  await page.goto(list);
  const card = page.getByRole("link", { name: new RegExp(`^${title}`) });
  await expect(card).toContainText("1 of");
  await expect(card).toContainText("Finished");
  await page.goto(`${work}/send`);
  await expect(page.getByText("Finished. Ka pai!")).toBeVisible();
});

test("a page that a newer one has overtaken says so, and calls nothing saved", async ({ page }) => {
  const { title, asks } = await assignment("fractions-in-our-kitchen");
  const [ask] = asks.filter(({ kind }) => kind === "text");
  await listen(page);
  await page.goto("");
  await addChild(page, "Moana", "boat");
  await open(page, title);
  await field(page, ask).fill("before");
  await saved(page);
  await page.evaluate(async () => {
    (window as any).said.length = 0;
    const [{ name }] = await indexedDB.databases();
    await new Promise((done) => (indexedDB.open(name!, 200).onsuccess = ({ target }) => done((target as IDBOpenDBRequest).result.close())));
  });
  const words = "A newer version of this page has been used here. Please load this page again.";
  await field(page, ask).fill("after");
  await expect(status(page)).toHaveText(words);
  await field(page, ask).fill("long after");
  await expect(status(page)).toHaveText(words);
  expect(await page.evaluate(() => (window as any).said)).not.toContain("Saved");
  await page.reload();
  await expect(page.getByText(words)).toBeVisible();
});

test("a store that never opens is said before anything is typed, and the family can go on without it", async ({ page }) => {
  await listen(page);
  await page.clock.install();
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => new EventTarget() as IDBOpenDBRequest;
  });
  await page.goto("");
  await expect(page.getByText("One moment …")).toBeVisible();
  await page.clock.runFor(8_000);
  await expect(page.getByText("Your work that is kept here could not be read.")).toBeVisible();
  await page.getByRole("button", { name: "Go on without it" }).click();
  await withoutKeeping(page);
});
