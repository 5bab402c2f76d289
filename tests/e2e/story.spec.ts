import { readFile } from "node:fs/promises";

import { type BrowserContext, chromium } from "@playwright/test";

import { launch } from "../browser.mjs";
import { openFiles, showsAnswer } from "./at-the-desk";
import { expected, parseCsv, placesOf } from "./csv";
import { MONDAY, addChild, answer, assignment, open, saved } from "./homework";
import { madeUpClass } from "./programs";
import { readResult } from "./result-file";
import { type Value, shown, withoutIds } from "./value";
import { expect, test } from "./watched";

test("a child and a grandparent do fractions, and the teacher sees it in the class", async ({ page, troubles }, info) => {
  const site = process.env.SITE_URL!;
  const fractions = await assignment("fractions-in-our-kitchen");
  const own = fractions.asks.filter((ask) => ask.who !== "family");
  const family = fractions.asks.filter((ask) => ask.who === "family");
  const half = Math.ceil(own.length / 2);
  const given: Record<string, Value> = {};

  const phone = async (): Promise<BrowserContext> => {
    const device = await chromium.launchPersistentContext(info.outputPath("phone"), { ...launch, acceptDownloads: true });
    troubles.watch(device, site);
    return device;
  };
  let device = await phone();
  let home = await device.newPage();
  await home.clock.setFixedTime(MONDAY);
  await home.goto(site);
  await addChild(home, "Mārama", "fish");
  await open(home, fractions.title);
  for (const ask of own.slice(0, half)) given[ask.id] = await answer(home, ask);
  await saved(home);
  const marama = new URL(home.url()).hash.split("/")[1];
  await device.close();

  // The next day, on the same phone.
  device = await phone();
  home = await device.newPage();
  await home.clock.setFixedTime(new Date(MONDAY.getTime() + 86_400_000));
  await home.goto(site);
  await home.getByRole("link", { name: "Mārama" }).click();
  await expect(home.getByRole("link", { name: new RegExp(fractions.title) })).toContainText(`${half} of ${fractions.asks.length} done`);
  await open(home, fractions.title);
  for (const ask of own.slice(0, half)) expect(await shown(home, ask), ask.id).toEqual(given[ask.id]);
  for (const ask of own.slice(half)) given[ask.id] = await answer(home, ask);

  await home.getByRole("link", { name: "Hand over to your family" }).click();
  await home.getByRole("button", { name: "Koro" }).click();
  await expect(home.getByRole("heading", { level: 1, name: "Kia ora, Koro!" })).toBeVisible();
  for (const ask of family) given[ask.id] = await answer(home, ask);
  const statements = await home.getByRole("radiogroup").all();
  expect(statements).toHaveLength(3);
  for (const statement of statements) await statement.getByRole("radio", { name: "Yes" }).check();
  const koroSays = "Ka pai tō mahi, e Mārama.\n=HYPERLINK(\"x\")";
  await home.getByLabel("Anything you would like to tell the teacher?").fill(koroSays);
  await home.getByLabel("Your name, if you like").fill("Hēmi");
  await saved(home);
  await home.getByRole("button", { name: "Finished: send it" }).click();
  const download = home.waitForEvent("download");
  await home.getByRole("button", { name: "Save the file" }).click();
  const file = info.outputPath("marama.txt");
  const result = await download;
  expect(result.suggestedFilename()).toBe(`marama-${marama.slice(-4)}-fractions-in-our-kitchen.txt`);
  await result.saveAs(file);
  await device.close();
  const sent = readResult(await readFile(file, "utf8"));
  expect(sent.student).toMatchObject({ id: marama, name: "Mārama", picture: "fish" });
  expect(sent.answers.map(({ ask, value }: any) => [ask, withoutIds(value)])).toEqual(fractions.asks.map(({ id }) => [id, given[id]]));
  expect(sent.families).toMatchObject([{ partner: "koro", name: "Hēmi", words: koroSays }]);

  const others = madeUpClass(info.outputPath("others"), "--students", "24", "--id", fractions.id);
  expect(others).toHaveLength(24);
  await page.goto("desk/");
  await openFiles(page, [file, ...others], "25 results opened. Kept on this computer");
  await page.reload();
  await expect(page.getByRole("row", { name: "Received 25" })).toBeVisible();
  await page.getByRole("link", { name: /^Mārama \(fish\): Fractions/ }).click();
  for (const ask of fractions.asks) await showsAnswer(page, ask, given[ask.id]);
  await expect(page.getByText("Ka pai tō mahi, e Mārama.").first()).toBeVisible();
  await page.goBack();
  const table = page.waitForEvent("download");
  await page.getByRole("button", { name: /CSV/ }).click();
  const csv = info.outputPath("class.csv");
  await (await table).saveAs(csv);
  // Another Mārama is in the class; the device's id tells them apart.
  const rows = parseCsv(await readFile(csv, "utf8")).filter((row) => row.student_id === marama);
  for (const ask of fractions.asks) expect(placesOf(rows, ask), ask.id).toEqual(expected(ask, given[ask.id]));
  expect(rows.find((row) => row.question_id === "feedback.words")).toMatchObject({ answer: koroSays, answered_by: "koro (Hēmi)" });
  expect(rows.filter((row) => /^feedback\.(understood|enjoyed|helps)$/.test(row.question_id)).map((row) => row.answer)).toEqual(["Yes", "Yes", "Yes"]);
});
