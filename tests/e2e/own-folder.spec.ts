import { readFile, readdir } from "node:fs/promises";
import path from "node:path";

import { openFiles, showsAnswer } from "./at-the-desk";
import { expected, parseCsv, placesOf } from "./csv";
import { addChild, answer, assignments, field, open, saved } from "./homework";
import { given } from "./programs";
import { expectMedia, readResult } from "./result-file";
import { type Value, shown, withoutIds } from "./value";
import { expect, test } from "./watched";

// The site is built from a folder with one question of each kind, which the tests write: xtask/src/test/own_assignments.rs.

test.use({ baseURL: process.env.SITE_URL_OF_ITS_OWN });

test("no word for the teacher only is in a site", async () => {
  const folder = path.join(given("TAUMAHI_OWN_SITE"), "assignments");
  const files = await readdir(folder);
  // For phones and on paper, in both languages.
  expect(files.filter((file) => file.startsWith("one-of-each."))).toHaveLength(4);
  for (const file of files) expect(await readFile(path.join(folder, file), "utf8"), file).not.toContain("SECRET");
});

test("what the format says of a section, a question and a wrong try is on the page", async ({ page, baseURL }) => {
  const [own] = await assignments(baseURL!);
  const [words, count] = own.asks;
  await page.goto("");
  await addChild(page, "Rangi", "kite");
  await open(page, own.title);
  await expect(page.getByText("who: together")).toHaveCount(0);
  await expect(page.getByText("Words below the line that says who.")).toBeVisible();
  await expect(page.locator(".ask").filter({ has: page.getByText("only if you like") })).toHaveCount(1);
  await answer(page, words);
  await expect(page.getByText(`0 of ${own.asks.length - 1} done`), "nobody has to answer that").toBeVisible();

  const help = page.getByText("Cut one egg in two.");
  const check = page.getByRole("button", { name: "Check my answer" }).first();
  for (const [typed, isHelped] of [["6", true], ["½", false], ["0,50", false], ["0.6", true], ["3", false], ["six", false]] as const) {
    await field(page, count).fill(typed);
    await expect(help, "a new try is not wrong yet").toBeHidden();
    await check.click();
    await (isHelped ? expect(help).toBeVisible() : expect(help).toBeHidden());
  }
});

test("an answer of each kind is the same on the phone, in the file, at the desk and in the table", async ({ page, baseURL }, info) => {
  const [own, ...others] = await assignments(baseURL!);
  expect(others).toEqual([]);
  expect(new Set(own.asks.map(({ kind }) => kind)).size).toBe(12);

  await page.goto("");
  await page.clock.setFixedTime(new Date("2026-11-23T02:30:00Z"));
  await addChild(page, "Rangi", "kite");
  await expect(page.getByText("Haere mai!")).toBeVisible();
  await open(page, own.title);
  await expect(page.getByText("Dear testers, <b>this is text</b>.")).toBeVisible();
  await expect(page.getByText("SECRET")).toHaveCount(0);
  await expect(page.locator("math mfrac")).toBeVisible();
  await expect(page.locator(".cue-cards").getByRole("listitem")).toHaveCount(2);
  const given: Record<string, Value> = {};
  for (const ask of own.asks) given[ask.id] = await answer(page, ask);
  await expect(page.getByText(`${own.asks.length - 1} of ${own.asks.length - 1} done`)).toBeVisible();
  await saved(page);

  await page.reload();
  await expect(page.getByText(`${own.asks.length - 1} of ${own.asks.length - 1} done`)).toBeVisible();
  for (const ask of own.asks) expect(await shown(page, ask), ask.id).toEqual(given[ask.id]);

  await page.getByRole("link", { name: "Hand over to your family" }).click();
  await page.getByRole("button", { name: "A helper" }).click();
  await page.getByRole("radiogroup", { name: "My child was the leader" }).getByRole("radio", { name: "Āe" }).check();
  await page.getByRole("button", { name: "Finished: send it" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Send to Whaea Ana" })).toBeVisible();
  await expect(page.getByText("Put the phone beside mine.")).toBeVisible();
  await page.getByText("See what will be sent").click();
  await expect(page.locator("pre")).toContainText("My child was the leader Āe");
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save the file" }).click();
  const file = info.outputPath("rangi.txt");
  await (await download).saveAs(file);

  const sent = readResult(await readFile(file, "utf8"));
  expectMedia(sent);
  const values = sent.answers.map(({ ask, value }: any) => [ask, withoutIds(value)]);
  expect(values).toEqual(own.asks.map(({ id }) => [id, given[id]]));
  expect(sent.finished).toBe(Date.parse("2026-11-23T02:30:00Z"));
  expect(sent.families).toMatchObject([{ partner: "helper", statements: { led: { step: 2, of: 2 } } }]);

  await page.goto("desk/");
  await openFiles(page, [file], "One result opened.");
  await page.getByRole("link", { name: /^Rangi/ }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Rangi" })).toBeVisible();
  for (const ask of own.asks) await showsAnswer(page, ask, given[ask.id]);
  await page.goBack();
  const table = page.waitForEvent("download");
  await page.getByRole("button", { name: /CSV/ }).click();
  const csv = info.outputPath("class.csv");
  await (await table).saveAs(csv);
  const rows = parseCsv(await readFile(csv, "utf8"));
  for (const ask of own.asks) expect(placesOf(rows, ask), ask.id).toEqual(expected(ask, given[ask.id]));
});
