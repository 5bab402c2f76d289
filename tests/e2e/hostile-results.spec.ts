import { readFile } from "node:fs/promises";

import { type Page } from "@playwright/test";

import { Chance, times } from "./chance";
import { parseCsv } from "./csv";
import { count, expect, isOurs, test, words } from "./hostile-words";
import { file, resultFile, resultOf } from "./made-by-hand";

// Result files that no family's phone wrote, at the desk.

/** Opens so many links of the class's table, one after the other. */
async function eachWork(page: Page, tries: number, look: (said: string) => Promise<void>) {
  const addresses = await page.locator(".cell-link").evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));
  expect(addresses).toHaveLength(words.length);
  const left = new Set(words);
  const chance = new Chance("hostile results");
  for (let tried = 0; tried < tries; tried++) {
    const [address] = addresses.splice(chance.below(addresses.length), 1);
    await page.goto(address!);
    const typed = page.locator(".pair .typed").first();
    await expect(typed).toBeVisible();
    const said = (await typed.textContent())!;
    expect(left.delete(said), said).toBe(true);
    await look(said);
    await isOurs(page);
    // A picture that is left while it is loaded is an error of its own.
    await page.waitForFunction(() => Array.from(document.images).every((image) => image.complete));
  }
  expect(left.size).toBe(words.length - tries);
}

test("what a result says is shown as words, whatever it is and wherever it stands", async ({ page }, info) => {
  const files = words.map((said, at) => file(`${at}.txt`, resultFile(resultOf(said, `${said} ${at}`, "halves"))));
  await page.goto("desk/");
  await page.locator("input[type=file]").first().setInputFiles(files);
  await expect(page.getByText(`${words.length} results opened.`)).toBeVisible();
  await isOurs(page);
  await page.goto("desk/#/words");
  await expect(page.getByRole("heading", { level: 1, name: "In their own words" })).toBeVisible();
  await isOurs(page);
  for (const said of words) expect(await count(page, said), said).toBeGreaterThanOrEqual(1);
  await page.goto("desk/#/assignment/halves");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await isOurs(page);
  for (const said of words) expect(await count(page, said), said).toBeGreaterThanOrEqual(1);

  await page.goto("desk/#/");
  const table = page.waitForEvent("download");
  await page.getByRole("button", { name: /CSV/ }).click();
  const csv = info.outputPath("class.csv");
  await (await table).saveAs(csv);
  const gone = parseCsv(await readFile(csv, "utf8")).filter(({ question_id }) => question_id === "gone");
  const answers = gone.map(({ answer }) => answer.replace(/^'(?='*[ \ufeff]*[=+\-@\t\r\n|%＝＋－＠])/, ""));
  expect(answers.sort()).toEqual([...words].sort());

  await eachWork(page, words.length, async (said) => {
    expect(await count(page, said), said).toBeGreaterThanOrEqual(15);
    // Of four media, one says that it is a photo; it is a page, and shows nothing.
    const shown = await page.locator("main img").evaluateAll((all) => all.map((img) => (img as HTMLImageElement).naturalWidth));
    expect(shown.filter((width) => width > 0), said).toEqual([]);
  });
});

test("ids that are hostile lead to their own pages and to no others", async ({ page }) => {
  const files = words.map((said, at) => file(`${at}.txt`, resultFile(resultOf(said, "00c0ffee00c0ffee", `${said} ${at}`))));
  await page.goto("desk/");
  await page.locator("input[type=file]").first().setInputFiles(files);
  await expect(page.getByText(`${words.length} results opened.`)).toBeVisible();
  await eachWork(page, times(words.length), async () => {});
  await page.reload();
  await expect(page.locator(".pair").first()).toBeVisible();
  await isOurs(page);
});

test("files that are no results are named as what they are", async ({ page }) => {
  const named = words.filter((said) => !/[\u0000-\u001f]/.test(said));
  await page.goto("desk/");
  await page.locator("input[type=file]").first().setInputFiles(named.map((name) => file(name, Buffer.from("no result"))));
  await expect(page.getByText(`${named.length} were not opened:`)).toBeVisible();
  await page.locator(".report details").evaluateAll((all) => all.forEach((each) => ((each as HTMLDetailsElement).open = true)));
  for (const name of named) expect(await count(page, name), name).toBeGreaterThanOrEqual(1);
  await isOurs(page);
});
