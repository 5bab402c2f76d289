import { type Locator, type Page, expect } from "@playwright/test";

import { type Ask, field } from "./homework";

/** The cells of a row, by the ids of the columns. */
export type Cells = Record<string, string>;

/** An answer as docs/result-file.md has it, but for the ids of rows and entries, which chance gives. */
export type Value =
  | { text: string }
  | { number: string }
  | { choice: string }
  | { choices: string[] }
  | { scale: { step: number; of: number } }
  | { table: { name?: string; cells: Cells }[] }
  | { log: { date?: string; cells: Cells; tick?: true }[] }
  | { done: boolean }
  | { drawing: string }
  | { photo: Capture[] }
  | { audio: Capture[] }
  | { agreement: string[] };

/** What is said of a photo or a recording. */
export interface Capture {
  date?: string;
  words?: string;
}

/** A value of a result file, once it is certain that its rows can be told apart. */
export function withoutIds(value: any): Value {
  const key = ["table", "log", "photo", "audio"].find((kind) => kind in value);
  if (!key) return value;
  const rows: any[] = value[key];
  const names = rows.map(({ id, name }) => name ?? id);
  expect(names).not.toContain(undefined);
  expect(new Set(names).size, "each row has its own id").toBe(rows.length);
  return { [key]: rows.map(({ id: _, ...row }) => row) } as Value;
}

/** What the fields of a question show now. */
export async function shown(page: Page, ask: Ask): Promise<Value> {
  const place = field(page, ask);
  switch (ask.kind) {
    case "text":
      return { text: await place.inputValue() };
    case "number":
      return { number: await place.inputValue() };
    case "choice":
      return { choice: (await ticked(place.getByRole("radio"), ask.options!)).join() };
    case "choices":
      return { choices: await ticked(place.getByRole("checkbox"), ask.options!) };
    case "scale": {
      const steps = await place.getByRole("radio").count();
      const step = (await ticked(place.getByRole("radio"), Array.from({ length: steps }, (_, at) => `${at + 1}`))).join();
      return { scale: { step: Number(step), of: steps } };
    }
    case "done":
      return { done: await place.getByRole("checkbox").isChecked() };
    case "table":
      return { table: await Promise.all((await rows(place)).map((row) => tableRow(row, ask))) };
    case "log":
      return { log: await Promise.all((await rows(place)).map((row) => entry(row, ask))) };
    case "drawing": {
      const lines = await strokes(place).evaluateAll((all) => all.map((line) => line.getAttribute("class")!.at(-1)! + line.getAttribute("points")));
      return { drawing: lines.join("\n") };
    }
    case "photo":
      return { photo: await Promise.all((await rows(place)).map(capture)) };
    case "audio":
      return { audio: await Promise.all((await rows(place)).map(capture)) };
    case "agreement":
      return { agreement: await ticked(place.getByRole("checkbox"), ["student", "family"]) };
  }
}

/** The lines of a drawing. */
export function strokes(place: Locator): Locator {
  return place.locator("polyline");
}

/** A photo that can be seen, or a recording that can be heard, with its day and words. */
async function capture(row: Locator): Promise<Capture> {
  await isThere(row);
  const date = await row.getByLabel("Day", { exact: true }).inputValue();
  const words = await cells(row).inputValue();
  return { ...(date ? { date } : {}), ...(words ? { words } : {}) };
}

/** Waits until the browser has what each photo there shows, and how each recording begins. */
export async function isThere(place: Locator) {
  const isLoaded = () =>
    place.locator("img, audio").evaluateAll((all) => {
      const loaded = all.map((each) => (each instanceof HTMLImageElement ? each.complete && each.naturalWidth > 0 : (each as HTMLAudioElement).readyState > 0));
      return loaded.length > 0 && loaded.every(Boolean);
    });
  await expect.poll(isLoaded).toBe(true);
}

/** The rows of a table, or the entries of a log. */
export function rows(place: Locator): Promise<Locator[]> {
  return place.getByRole("group").all();
}

/** The fields of a row but for its date. */
export function cells(row: Locator): Locator {
  return row.getByRole("textbox").and(row.locator("[type=text]"));
}

async function ticked(boxes: Locator, names: string[]): Promise<string[]> {
  const states = await Promise.all((await boxes.all()).map((box) => box.isChecked()));
  expect(states).toHaveLength(names.length);
  return names.filter((_, at) => states[at]);
}

async function filled(row: Locator, ask: Ask): Promise<Cells> {
  const words = await Promise.all((await cells(row).all()).map((cell) => cell.inputValue()));
  expect(words).toHaveLength(ask.columns!.length);
  return Object.fromEntries(ask.columns!.map(({ id }, at) => [id, words[at]]).filter(([, typed]) => typed !== ""));
}

async function tableRow(row: Locator, ask: Ask) {
  const name = await row.locator("legend").innerText();
  return { ...(ask.options?.includes(name) ? { name } : {}), cells: await filled(row, ask) };
}

async function entry(row: Locator, ask: Ask) {
  const date = await row.getByLabel("Day", { exact: true }).inputValue();
  const tick = await row.getByRole("checkbox").isChecked();
  return { ...(date ? { date } : {}), cells: await filled(row, ask), ...(tick ? { tick: true as const } : {}) };
}
