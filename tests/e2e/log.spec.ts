import { type Locator, type Page } from "@playwright/test";

import { type Ask, MONDAY, addChild, assignments, field, open, saved } from "./homework";
import { cells, shown } from "./value";
import { expect, test } from "./watched";

/** The log of a shipped assignment, with nothing in it. */
async function openLog(page: Page): Promise<{ ask: Ask; log: Locator }> {
  const kept = (await assignments(process.env.SITE_URL!)).find(({ asks }) => asks.some(({ kind }) => kind === "log"))!;
  const ask = kept.asks.find(({ kind }) => kind === "log")!;
  await page.clock.setFixedTime(MONDAY);
  await page.goto("");
  await addChild(page, "Hemi", "boat");
  await open(page, kept.title);
  return { ask, log: field(page, ask) };
}

/** Adds an entry, with the keyboard and with words in its first cell unless there are none. */
async function add(log: Locator, words: string) {
  await log.getByRole("button", { name: /^Write down/ }).press("Enter");
  await expect(firstCell(entry(log).last())).toBeFocused();
  await log.page().keyboard.type(words);
}

function entry(log: Locator): Locator {
  return log.getByRole("group");
}

function firstCell(entry: Locator): Locator {
  return cells(entry).first();
}

async function takeOut(entry: Locator) {
  await entry.getByRole("button", { name: "Take this one out" }).press("Enter");
}

test("an entry that is taken out is put back just as it was, by the button that has the focus", async ({ page }) => {
  const { ask, log } = await openLog(page);
  for (const words of ["one", "two", "three"]) await add(log, words);
  await entry(log).nth(1).getByLabel("Day", { exact: true }).fill("2026-11-21");
  await entry(log).nth(1).getByRole("checkbox").check();
  const before = await shown(page, ask);
  const ids = () => entry(log).evaluateAll((entries) => entries.map(({ id }) => id));
  const idsBefore = await ids();

  await takeOut(entry(log).nth(1));
  const back = log.getByRole("button", { name: "Put it back" });
  await expect(back).toBeFocused();
  await expect(back).toHaveAccessibleDescription("Taken out.");
  await expect(log.locator("legend, [id^=back]")).toHaveText(["Time 1", "Put it back", "Time 2"]);
  await expect(log.getByText("2 of")).toBeVisible();
  // Writing in another entry does not take the offer away.
  await firstCell(entry(log).last()).fill("more");
  await firstCell(entry(log).last()).fill("three");

  await back.press("Enter");
  await expect(entry(log).nth(1)).toBeFocused();
  await expect(log.locator("legend, [id^=back]")).toHaveText(["Time 1", "Time 2", "Time 3"]);
  expect(await shown(page, ask)).toEqual(before);
  expect(await ids()).toEqual(idsBefore);
  await saved(page);
  await page.reload();
  await expect(entry(log)).toHaveCount(3);
  expect(await shown(page, ask)).toEqual(before);
  expect(await ids()).toEqual(idsBefore);
});

test("only the entry that was taken out last can be put back, until another is written down", async ({ page }) => {
  const { log } = await openLog(page);
  for (const words of ["one", "two", "three"]) await add(log, words);
  await takeOut(entry(log).last());
  await takeOut(entry(log).first());
  await expect(log.locator("legend, [id^=back]")).toHaveText(["Put it back", "Time 1"]);
  await add(log, "four");
  await expect(log.locator("legend, [id^=back]")).toHaveText(["Time 1", "Time 2"]);
  await expect(log.getByText("Taken out.")).toHaveCount(0);
});

test("an empty entry goes without a word, and the focus stays near", async ({ page }) => {
  const { log } = await openLog(page);
  for (const words of ["", "two", ""]) await add(log, words);
  await takeOut(entry(log).first());
  await expect(entry(log)).toHaveCount(2);
  await expect(entry(log).first()).toBeFocused();
  await takeOut(entry(log).last());
  await expect(entry(log)).toHaveCount(1);
  await expect(entry(log)).toBeFocused();
  await firstCell(entry(log)).fill("");
  await takeOut(entry(log));
  await expect(log.getByRole("button", { name: "Write down the first time" })).toBeFocused();
  await expect(log.getByText("Taken out.")).toHaveCount(0);
});

test("a day in a log can be typed over, piece by piece", async ({ page }) => {
  const { log } = await openLog(page);
  await log.getByRole("button", { name: "Write down the first time" }).click();
  const day = log.getByLabel("Day");
  const today = await day.inputValue();
  // Empties one piece of the date, and types it anew: the others must stay meanwhile.
  await day.focus();
  await page.keyboard.press("Backspace");
  await expect(day).toHaveValue("");
  await page.keyboard.type(today.slice(5, 7));
  await expect(day).toHaveValue(today);
  await saved(page);
  await page.reload();
  await expect(day).toHaveValue(today);
});
