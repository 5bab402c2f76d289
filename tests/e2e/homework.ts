import { type Locator, type Page, expect } from "@playwright/test";

/** A question as a compiled assignment has it; see docs/result-file.md. */
export interface Ask {
  id: string;
  kind: "text" | "number" | "choice" | "choices" | "scale" | "table" | "log" | "done";
  who?: "together" | "family";
  question: string;
  options?: string[];
  columns?: { id: string; heading: string; number?: string }[];
}

export interface Assignment {
  id: string;
  title: string;
  asks: Ask[];
}

/** A day on which the shipped assignments are this week's, earlier or coming up. */
export const MONDAY = new Date("2026-11-23T15:30:00+13:00");

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

/** Everything typed is kept. */
export async function saved(page: Page) {
  await expect(page.getByRole("banner").getByRole("status")).toHaveText("Saved");
}

/** Answers a question with the mouse, in a way that can be told from the answer to any other. */
export async function answer(page: Page, ask: Ask): Promise<string[]> {
  const place = field(page, ask);
  switch (ask.kind) {
    case "text": {
      const typed = `${ask.id}: kōrero, “āe” =1+1\n-2; whānau`;
      await place.fill(typed);
      return [typed];
    }
    case "number":
      await place.fill("-5");
      return ["-5"];
    case "choice":
      await place.getByRole("radio").last().check();
      return [ask.options!.at(-1)!];
    case "choices":
      for (const option of await place.getByRole("checkbox").all()) await option.check();
      return ask.options!;
    case "scale":
      await place.getByRole("radio").nth(1).check();
      return ["2"];
    case "done":
      await place.getByRole("checkbox").check();
      return ["yes"];
    case "log":
      await place.getByRole("button", { name: "Write down the first time" }).click();
      await place.getByRole("checkbox").check();
      return [...(await fillCells(place, ask)), "yes"];
    case "table":
      return fillCells(place, ask);
  }
}

async function fillCells(place: Locator, ask: Ask): Promise<string[]> {
  const typed: string[] = [];
  for (const cell of await place.getByRole("textbox").all()) {
    if ((await cell.getAttribute("type")) === "date") continue;
    typed.push(`${ask.id} ${typed.length + 1}`);
    await cell.fill(typed.at(-1)!);
  }
  return typed;
}
