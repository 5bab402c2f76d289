import { type Locator, type Page, expect } from "@playwright/test";

import { type Ask, words } from "./homework";
import { type Capture, type Cells, type Value, isThere, strokes } from "./value";

/** Opens result files at the desk. */
export async function openFiles(page: Page, files: string[], says: string | RegExp) {
  await page.locator("input[type=file]").first().setInputFiles(files);
  await expect(page.getByRole("status").filter({ hasText: says })).toBeVisible();
}

/** One student's work at the desk shows the answer to a question, just as it was given. */
export async function showsAnswer(page: Page, ask: Ask, value: Value) {
  const place = page.locator(".pair", { has: page.locator("dt", { hasText: words(ask) }) });
  const typed = (text: string) => expect(place.locator(".typed")).toHaveJSProperty("textContent", text);
  if ("text" in value) return typed(value.text);
  if ("number" in value) return typed(`${value.number} ${ask.words ?? ""}`.trim());
  if ("choice" in value) return typed(value.choice);
  if ("choices" in value) return expect(place.getByRole("listitem")).toHaveText(value.choices);
  if ("scale" in value) return expect(place).toContainText(`${value.scale.step} of ${value.scale.of}`);
  if ("done" in value) return expect(place.locator("p.ticked")).toBeVisible();
  if ("drawing" in value) {
    const lines = await strokes(place).evaluateAll((all) => all.map((line) => line.getAttribute("class")!.at(-1)! + line.getAttribute("points")));
    return expect(lines.join("\n")).toBe(value.drawing);
  }
  if ("agreement" in value) return expect(place.getByRole("listitem")).toHaveText(["The child agrees", "Someone at home agrees"]);
  if ("photo" in value) return showsCaptures(place.locator("figure"), value.photo);
  if ("audio" in value) return showsCaptures(place.locator("figure"), value.audio);
  const cells = (row: Cells) => ask.columns!.map(({ id }) => row[id]);
  const day = (date: string) => expect.stringContaining(spokenDay(date));
  const rows =
    "table" in value
      ? value.table.map(({ name, cells: row }, at) => [name ?? String(at + 1), ...cells(row)])
      : value.log.map(({ date, cells: row, tick }) => [day(date!), ...cells(row), tick ? "yes" : ""]);
  const shown = place.locator("tbody tr").evaluateAll((all) => all.map((row) => [...row.children].map((cell) => cell.textContent)));
  expect(await shown, words(ask)).toEqual(rows);
}

/** A day is shown as people say it, which has its number in it. */
function spokenDay(date: string): string {
  return String(Number(date.slice(-2)));
}

/** Photos to see and recordings to hear, each with its day and words. */
async function showsCaptures(figures: Locator, captures: Capture[]) {
  await expect(figures).toHaveCount(captures.length);
  for (const [at, { date, words }] of captures.entries()) {
    const figure = figures.nth(at);
    await isThere(figure);
    await expect(figure.locator("figcaption")).toContainText(spokenDay(date!));
    const what = figure.getByRole("img").or(figure.locator("audio"));
    await expect(what).toHaveAccessibleName(words ?? /^A (photo|recording) by ./);
    if (words) await expect(figure.locator("figcaption")).toContainText(words);
  }
}
