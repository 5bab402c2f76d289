import { readdirSync } from "node:fs";
import path from "node:path";

import { type Locator, type Page, expect } from "@playwright/test";

import { pictureFile } from "./picture";
import { type Capture, type Cells, type Value, cells, rows, strokes } from "./value";

/** A question as a compiled assignment has it; see docs/result-file.md. */
export interface Ask {
  id: string;
  kind: "text" | "number" | "choice" | "choices" | "scale" | "table" | "log" | "done" | "drawing" | "photo" | "audio" | "agreement";
  who?: "together" | "family";
  question: string;
  optional?: true;
  /** What can be chosen; the words at the ends of a scale; the rows of a table, when they have names. */
  options?: string[];
  columns?: { id: string; heading: string; number?: string }[];
  count?: number;
  most?: number;
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
  return plain(ask.question);
}

/** The same as a screen reader names the field: the parts of a formula stand apart. */
function name(ask: Ask): string {
  return plain(ask.question.replace(/<\/?m[inos][^>]*>/g, " ")).replace(/ +/g, " ").trim();
}

function plain(html: string): string {
  const text = html.replace(/<[^>]*>/g, "");
  return text.replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&quot;/g, '"').replace(/&amp;/g, "&");
}

/** The field or group of a question, found by its accessible name. */
export function field(page: Page, ask: Ask): Locator {
  const role = { text: "textbox", number: "textbox", choice: "radiogroup", scale: "radiogroup" }[ask.kind as string];
  return page.getByRole((role ?? "group") as "group", { name: name(ask), exact: true });
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
      return answerDrawing(place);
    case "photo":
      return answerPhoto(place, ask);
    case "audio":
      return answerAudio(place, ask);
    case "agreement":
      for (const box of await place.getByRole("checkbox").all()) await box.check();
      return { agreement: ["student", "family"] };
  }
}

/** Draws a line over the paper, from one point to another; each is a share of its width and height. */
export async function drawLine(place: Locator, from: [number, number], to: [number, number]) {
  const paper = place.locator(".canvas");
  await paper.scrollIntoViewIfNeeded();
  const box = (await paper.boundingBox())!;
  const at = ([x, y]: [number, number]) => [box.x + x * box.width, box.y + y * box.height] as const;
  const { mouse } = place.page();
  await mouse.move(...at(from));
  await mouse.down();
  await mouse.move(...at(to), { steps: 8 });
  await mouse.up();
}

/** Two lines, each with its own pen. */
async function answerDrawing(place: Locator): Promise<Value> {
  await drawLine(place, [0.25, 0.25], [0.75, 0.75]);
  await expect(strokes(place)).toHaveCount(1);
  await place.getByRole("radio", { name: "Red" }).check();
  await drawLine(place, [0.75, 0.25], [0.25, 0.75]);
  await expect(strokes(place)).toHaveCount(2);
  const [black, red] = await strokes(place).evaluateAll((lines) =>
    lines.map((line) => [line.getAttribute("class"), ...line.getAttribute("points")!.split(" ")]),
  );
  expect([black[0], red[0]]).toEqual(["pen-k", "pen-r"]);
  // A mouse stands on whole pixels.
  const near = (point: string, x: number, y: number) => {
    const [left, top] = point.split(",").map(Number);
    expect(Math.hypot(left - x, top - y), `${point} is ${x},${y}`).toBeLessThan(4);
  };
  near(black[1]!, 200, 150);
  near(black.at(-1)!, 600, 450);
  near(red[1]!, 600, 150);
  near(red.at(-1)!, 200, 450);
  return { drawing: [black, red].map(([pen, ...points]) => pen!.at(-1) + points.join(" ")).join("\n") };
}

/** The field that takes a photo. */
export function photoFile(place: Locator): Locator {
  return place.getByLabel("Take or choose a photo");
}

/** As many as there can be, but at most two: the first of another day, with words. */
async function answerPhoto(place: Locator, ask: Ask): Promise<Value> {
  const count = Math.min(2, ask.count!);
  for (let number = 1; number <= count; number++) {
    await photoFile(place).setInputFiles(pictureFile(40 * number, 30));
    await expect(place.getByRole("group")).toHaveCount(number);
  }
  return { photo: await describe(place, ask) };
}

/** A second of sound, with words. */
async function answerAudio(place: Locator, ask: Ask): Promise<Value> {
  await place.page().context().grantPermissions(["microphone"]);
  await place.getByRole("button", { name: "Record" }).click();
  await recorded(place, ask);
  return { audio: await describe(place, ask) };
}

/** Waits for a second of the recording that is being made, ends it, and waits for it. */
export async function recorded(place: Locator, ask: Ask) {
  await expect(place.getByRole("timer")).toHaveText(`1 of ${ask.most} seconds`);
  await place.getByRole("button", { name: "Stop" }).press("Enter");
  await expect(place.getByRole("group")).toHaveCount(1);
}

/** Says of the first of several photos or recordings on which day it was made, and what it is. */
async function describe(place: Locator, ask: Ask): Promise<Capture[]> {
  const [first, ...others] = await rows(place);
  await first.getByLabel("Day", { exact: true }).fill("2026-11-21");
  const words = cellText(ask, 0, 0);
  await cells(first).fill(words);
  return [{ date: "2026-11-21", words }, ...others.map(() => ({ date: TODAY }))];
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
