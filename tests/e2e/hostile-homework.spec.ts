import { existsSync, readFileSync } from "node:fs";
import path from "node:path";

import { type BrowserContext, type Page } from "@playwright/test";

import { editor, preview } from "./author";
import { Chance, times } from "./chance";
import { homework, publish, textOf } from "./hostile-homework";
import { count, expect, isOurs, onOneLine, test, words } from "./hostile-words";
import { MONDAY, addChild } from "./homework";

// What a teacher may have written, compiled as the site does it.

/** Fields that are shown just as they are written, and so as often as they took the words. */
const PLAIN = ["unit", "option", "options", "low", "high", "column", "row", "tick", "label", "student", "family", "teacher"];

interface Index {
  assignments: { id: string; hash: string; title: string; translations?: { hash: string }[] }[];
}

/** Lets the site have these assignments in place of its own. */
async function serve(context: BrowserContext, out: string): Promise<Index> {
  await context.route(/\/assignments\//, async (route) => {
    const file = path.join(out, decodeURIComponent(new URL(route.request().url()).pathname.split("/assignments/")[1]));
    await (existsSync(file) ? route.fulfill({ path: file }) : route.fallback());
  });
  return JSON.parse(readFileSync(path.join(out, "index.json"), "utf8"));
}

const openAll = (page: Page) => page.evaluate(() => document.querySelectorAll("details").forEach((each) => (each.open = true)));

test("hostile homework is words in home and on paper, in every field that takes them", async ({ page, context }, info) => {
  const out = info.outputPath("out");
  const published = publish(info.outputPath("assignments"), words, out);
  const index = await serve(context, out);
  expect(index.assignments).toHaveLength(words.length);
  // Nearly all words are taken nearly everywhere; links and pictures are not.
  const pairs = published.reduce((sum, { fields }) => sum + fields.length, 0);
  expect(pairs).toBeGreaterThan(words.length * 45);

  await page.clock.setFixedTime(MONDAY);
  await page.goto("");
  await addChild(page, "Manaia", "kite");
  for (const { title } of index.assignments) expect(await count(page, title), title).toBeGreaterThanOrEqual(1);
  await isOurs(page);
  const list = page.url();
  const chance = new Chance("hostile translations");
  const all = index.assignments.filter(({ translations }) => translations);
  expect(all.length).toBeGreaterThan(words.length * 0.8);
  const translated = new Set(Array.from({ length: times(words.length) }, () => chance.of(all)));
  for (const { id, said, fields } of published) {
    const head = index.assignments.find((each) => each.id === id)!;
    await page.goto(`${list}/${id}`);
    await expect(page.getByRole("heading", { level: 1 })).toHaveJSProperty("textContent", head.title);
    await openAll(page);
    const plain = PLAIN.filter((field) => fields.includes(field)).length;
    expect(await count(page, onOneLine(said)), `${id}: ${said}`).toBeGreaterThanOrEqual(plain);
    await isOurs(page);
    if (!translated.has(head)) continue;
    const languages = page.getByRole("group", { name: "Read this in" }).getByRole("radio");
    await languages.last().check();
    await page.getByLabel("Both languages together").check();
    await expect(page.locator("main [lang=sm]").first()).toBeVisible();
    await openAll(page);
    expect(await count(page, onOneLine(said)), `${id}: ${said}`).toBeGreaterThanOrEqual(2 * plain);
    await isOurs(page);
    await languages.first().check();
    await expect(page.locator("main [lang=sm]")).toHaveCount(0);
  }
  for (const head of index.assignments) {
    for (const { hash } of [head, ...(translated.has(head) ? head.translations! : [])]) {
      await page.goto(`assignments/${head.id}.${hash}.html`);
      await isOurs(page);
      expect(await count(page, head.title), head.title).toBeGreaterThanOrEqual(1);
    }
  }
});

test("hostile homework is words for the author, whatever is wrong with it", async ({ page, troubles }) => {
  const chance = new Chance("hostile homework");
  await page.addInitScript(() => Reflect.deleteProperty(window, "showOpenFilePicker"));
  await page.goto("desk/#/write");
  const left = [...words];
  for (let tries = times(words.length); tries > 0; tries--) {
    const [said] = left.splice(chance.below(left.length), 1);
    // It names a picture, as any author may: that would stand beside the others of the class.
    if (said.includes("](media/x.png)")) troubles.expect(/404: .*\/assignments\/media\/x\.png$/, /console: .*404/);
    const buffer = Buffer.from(textOf(homework(said)));
    await page.getByLabel("Open a file").setInputFiles({ name: `try-${tries}.md`, mimeType: "text/markdown", buffer });
    await expect(editor(page)).toContainText("title:");
    const family = preview(page);
    await expect(family.getByRole("heading", { level: 1 })).toHaveJSProperty("textContent", onOneLine(said));
    await isOurs(page);
    for (const frame of page.frames()) await isOurs(frame);
  }
});
