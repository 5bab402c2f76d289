import { readFile } from "node:fs/promises";

import { type Page } from "@playwright/test";

import { openFiles } from "./at-the-desk";
import { Chance, times } from "./chance";
import { count, expect, isOurs, onOneLine, test, words } from "./hostile-words";
import { type Ask, MONDAY, addChild, assignments, field, open, saved } from "./homework";
import { cells } from "./value";
import { readResult } from "./result-file";

// What a child and a family type, in home and at the desk.

test.use({ baseURL: process.env.SITE_URL_OF_ITS_OWN });

/** What a field of one line keeps of what is typed into it. */
const inAField = (said: string) => said.replace(/\r\n|[\r\n]/g, " ");

/** Types words into everything that takes words. */
async function typeInto(page: Page, asks: Ask[], said: string) {
  for (const ask of asks) {
    const place = field(page, ask);
    if (ask.kind === "text" || ask.kind === "number") await place.fill(said);
    if (ask.kind !== "table" && ask.kind !== "log") continue;
    if (ask.kind === "log" && (await place.getByRole("group").count()) === 0) await place.getByRole("button", { name: /Write down/ }).click();
    for (const cell of await cells(place.getByRole("group").first()).all()) await cell.fill(said);
  }
}

test("names, answers and what families say are words, from the phone to the teacher", async ({ page, baseURL }, info) => {
  const chance = new Chance("hostile words that are typed");
  const [{ title, asks }] = await assignments(baseURL!);
  const files: string[] = [];
  const left = [...words];
  await page.clock.setFixedTime(MONDAY);
  for (let tries = times(words.length); tries > 0; tries--) {
    const [said] = left.splice(chance.below(left.length), 1);
    await page.goto("#/new");
    await addChild(page, said, "kite");
    await isOurs(page);
    await open(page, title);
    await typeInto(page, asks, said);
    await saved(page);
    await isOurs(page);
    await page.getByRole("link", { name: "Hand over to your family" }).click();
    await page.getByRole("button", { name: "Nana" }).click();
    await page.getByLabel("Anything else?").fill(said);
    await page.getByLabel("Your name, if you like").fill(said);
    await saved(page);
    await isOurs(page);
    await page.getByRole("button", { name: "Finished: send it" }).click();
    await page.getByText("See what will be sent").click();
    expect(await count(page, said), said).toBeGreaterThanOrEqual(5);
    await isOurs(page);
    const download = page.waitForEvent("download");
    await page.getByRole("button", { name: "Save the file" }).click();
    const sent = info.outputPath(`${tries}.txt`);
    await (await download).saveAs(sent);
    files.push(sent);
    const result = readResult(await readFile(sent, "utf8"));
    expect(result.answers.find(({ ask }: any) => ask === "words").value).toEqual({ text: said });
    expect(result.answers.find(({ ask }: any) => ask === "grid").value.table[0].cells).toEqual({ what: inAField(said), "how-many": inAField(said) });
    expect(result.families).toMatchObject([{ name: inAField(said), words: said }]);
    expect(result.student.name.length).toBeGreaterThan(0);
    expect(inAField(said)).toContain(result.student.name);
  }
  await page.goto("#/");
  await isOurs(page);
  await page.goto("desk/");
  await openFiles(page, files, `${files.length} results opened.`);
  await isOurs(page);
  const addresses = await page.locator(".cell-link").evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));
  expect(addresses).toHaveLength(files.length);
  for (const address of addresses) {
    await page.goto(address);
    const typed = page.locator(".pair .typed").first();
    await expect(typed).toBeVisible();
    const said = (await typed.textContent())!;
    expect(words.map(onOneLine)).toContain(onOneLine(said));
    expect(await count(page, said), said).toBeGreaterThanOrEqual(5);
    await isOurs(page);
  }
});
