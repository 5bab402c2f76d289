import { type Page, expect } from "@playwright/test";

import { type Ask, words } from "./homework";
import { type Cells, type Value } from "./value";

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
  if ("agreement" in value) return expect(place.getByRole("listitem")).toHaveCount(value.agreement.length);
  if ("drawing" in value) return expect(place.locator("svg polyline")).toHaveCount(1);
  if ("photo" in value) return expect(place).toContainText(value.photo.map(({ words }) => words).join());
  if ("audio" in value) return expect(place).toContainText(value.audio.map(({ words }) => words).join());
  const cells = (row: Cells) => ask.columns!.map(({ id }) => row[id]);
  // A day is shown as people say it, which has its number in it.
  const day = (date: string) => expect.stringContaining(String(Number(date.slice(-2))));
  const rows =
    "table" in value
      ? value.table.map(({ name, cells: row }, at) => [name ?? String(at + 1), ...cells(row)])
      : value.log.map(({ date, cells: row, tick }) => [day(date!), ...cells(row), tick ? "yes" : ""]);
  const shown = place.locator("tbody tr").evaluateAll((all) => all.map((row) => [...row.children].map((cell) => cell.textContent)));
  expect(await shown, words(ask)).toEqual(rows);
}
