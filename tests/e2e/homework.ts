import { readdirSync } from "node:fs";
import path from "node:path";

import { type Locator, type Page, expect } from "@playwright/test";

import { type Cells, type Value, cells, rows } from "./value";

/** A question as a compiled assignment has it; see docs/result-file.md. */
export interface Ask {
  id: string;
  kind: "text" | "number" | "choice" | "choices" | "scale" | "table" | "log" | "done" | "drawing" | "photo" | "audio" | "agreement";
  who?: "together" | "family";
  optional?: boolean;
  question: string;
  /** What can be chosen; the words at the ends of a scale; the rows of a table, when they have names. */
  options?: string[];
  columns?: { id: string; heading: string; number?: string }[];
  count?: number;
  words?: string;
}

export interface Assignment {
  id: string;
  title: string;
  asks: Ask[];
}

/** A day on which the shipped assignments are this week's, earlier or coming up. */
export const MONDAY = new Date("2026-11-23T15:30:00+13:00");

/** That day where the tests' browser is, which is UTC. */
export const TODAY = "2026-11-23";

/** The ids of the shipped assignments. A translation has its language in its name. */
export function idsOfAll(): string[] {
  return readdirSync(path.resolve(import.meta.dirname, "../../assignments"))
    .filter((file) => /^[a-z0-9-]+\.md$/.test(file) && file !== "class.md")
    .map((file) => file.replace(".md", ""))
    .sort();
}

/** The assignments of the site that is served, in the order of its index. */
export async function assignments(site: string): Promise<Assignment[]> {
  const json = async (path: string) => (await fetch(new URL(path, site))).json();
  const index = await json("assignments/index.json");
  return Promise.all(
    index.assignments.map(async ({ id, hash, title }: { id: string; hash: string; title: string }) => {
      const document = await json(`assignments/${id}.${hash}.json`);
      const asks = document.sections.flatMap((section: any) => section.parts).flatMap((part: any) => part.ask ?? []);
      return { id, title, asks };
    }),
  );
}

/** One of the assignments of the site that the tests' pages are on. */
export async function assignment(id: string): Promise<Assignment> {
  const all = await assignments(process.env.SITE_URL!);
  return all.find((each) => each.id === id)!;
}

/** The question as a person and a screen reader have it. */
export function words(ask: Ask): string {
  const text = ask.question.replace(/<[^>]*>/g, "");
  return text.replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&quot;/g, '"').replace(/&amp;/g, "&");
}

/** The field or group of a question, found by its accessible name. */
export function field(page: Page, ask: Ask): Locator {
  const role = { text: "textbox", number: "textbox", choice: "radiogroup", scale: "radiogroup" }[ask.kind as string];
  return page.getByRole((role ?? "group") as "group", { name: words(ask), exact: true });
}

/** Adds a child and arrives at the list. */
export async function addChild(page: Page, name: string, picture: string) {
  await page.getByLabel("Your first name").fill(name);
  await page.getByRole("radio", { name: picture }).check();
  await page.getByRole("button", { name: "Start" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "This week" })).toBeVisible();
}

/** Opens an assignment from the list. */
export async function open(page: Page, title: string) {
  await page.getByRole("link", { name: new RegExp(`^${title.replace(/[?.]/g, "\\$&")}`) }).click();
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
}

/** Whether what was typed is kept, as the page shows it in this moment. */
export function status(page: Page): Locator {
  return page.locator("header .saving");
}

/** Everything typed is kept. */
export async function saved(page: Page) {
  await expect(status(page)).toHaveText("Saved");
}

/** Answers a question with the mouse, in a way that can be told from the answer to any other, and gives back the answer. */
export async function answer(page: Page, ask: Ask): Promise<Value> {
  const place = field(page, ask);
  switch (ask.kind) {
    case "text": {
      const text = `${ask.id}: kōrero, “āe” =1+1\n-2; whānau`;
      await place.fill(text);
      return { text };
    }
    case "number":
      await place.fill("-5");
      return { number: "-5" };
    case "choice":
      await place.getByRole("radio").last().check();
      return { choice: ask.options!.at(-1)! };
    case "choices":
      // Not all of them, and not in their order.
      await place.getByRole("checkbox").last().check();
      await place.getByRole("checkbox").first().check();
      return { choices: [ask.options![0], ask.options!.at(-1)!] };
    case "scale":
      await place.getByRole("radio").nth(1).check();
      return { scale: { step: 2, of: await place.getByRole("radio").count() } };
    case "done":
      await place.getByRole("checkbox").check();
      return { done: true };
    case "table":
      return answerTable(place, ask);
    case "log":
      return answerLog(place, ask);
    case "drawing":
      return draw(page, place);
    case "photo":
      await place.locator("input[type=file]").setInputFiles({ name: "photo.png", mimeType: "image/png", buffer: PHOTO });
      return { photo: [await describe(place, ask)] };
    case "audio":
      await recordWith(place, (button) => button.click());
      return { audio: [await describe(place, ask)] };
    case "agreement":
      for (const box of await place.getByRole("checkbox").all()) await box.check();
      return { agreement: PARTIES };
  }
}

/** The parties who tick an agreement. */
export const PARTIES = ["student", "family"];

/** A red square, which every browser can draw. */
export const PHOTO = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAIAAABLbSncAAAAEklEQVR4nGP4z8CAFWEXHbQSACj/P8Fu7N9hAAAAAElFTkSuQmCC",
  "base64",
);

/** A line from one place of the paper to another. */
async function draw(page: Page, place: Locator): Promise<Value> {
  const paper = place.locator(".paper");
  await paper.scrollIntoViewIfNeeded();
  const { x, y, width, height } = (await paper.boundingBox())!;
  await page.mouse.move(x + width / 4, y + height / 4);
  await page.mouse.down();
  await page.mouse.move(x + width / 2, y + height / 2, { steps: 4 });
  await page.mouse.up();
  await expect(paper).toHaveAccessibleName("Lines in the drawing: 1");
  return { drawing: expect.stringMatching(/^k\d+,\d+( \d+,\d+)+$/) as unknown as string };
}

/** Records until the clock has moved. */
export async function recordWith(place: Locator, press: (button: Locator) => Promise<void>) {
  await press(place.getByRole("button", { name: "Record" }));
  await expect(place.getByRole("timer")).toContainText("1 of ");
  await press(place.getByRole("button", { name: "Stop" }));
  await expect(place.locator("audio")).toHaveCount(1);
}

/** Writes a few words about the photo or recording that has just come. */
async function describe(place: Locator, ask: Ask) {
  const row = place.getByRole("group").first();
  await row.getByRole("textbox", { name: "A few words about it" }).fill(`${ask.id} kupu`);
  return { date: TODAY, words: `${ask.id} kupu` };
}

/** What a test types into a cell: another text in each. */
export function cellText(ask: Ask, row: number, column: number): string {
  return `${ask.id} ${row + 1}-${column + 1} āe`;
}

/** The cells of a row when each has the text of its place. */
export function cellTexts(ask: Ask, row: number): Cells {
  return Object.fromEntries(ask.columns!.map(({ id }, column) => [id, cellText(ask, row, column)]));
}

async function fillCells(row: Locator, ask: Ask, number: number): Promise<Cells> {
  for (const [column, cell] of (await cells(row).all()).entries()) await cell.fill(cellText(ask, number, column));
  return cellTexts(ask, number);
}

async function answerTable(place: Locator, ask: Ask): Promise<Value> {
  const add = place.getByRole("button", { name: "Add a row" });
  if (ask.count !== undefined) await add.click();
  const table = [];
  for (const [number, row] of (await rows(place)).entries()) {
    const name = ask.count === undefined ? { name: ask.options![number] } : {};
    table.push({ ...name, cells: await fillCells(row, ask, number) });
  }
  expect(table).toHaveLength(ask.count === undefined ? ask.options!.length : ask.count + 1);
  return { table };
}

/** Two times: the first on another day and with the family's tick, the second today and without. */
async function answerLog(place: Locator, ask: Ask): Promise<Value> {
  await place.getByRole("button", { name: "Write down the first time" }).click();
  await place.getByRole("button", { name: "Write down another time" }).click();
  const [first, second] = await rows(place);
  await first.getByLabel("Day", { exact: true }).fill("2026-11-21");
  await first.getByRole("checkbox").check();
  return {
    log: [
      { date: "2026-11-21", cells: await fillCells(first, ask, 0), tick: true },
      { date: TODAY, cells: await fillCells(second, ask, 1) },
    ],
  };
}
