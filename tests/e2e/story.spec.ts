import { execFileSync } from "node:child_process";
import { readFile, readdir } from "node:fs/promises";
import path from "node:path";

import { type BrowserContext, chromium, expect, test } from "@playwright/test";

import { launch } from "../browser.mjs";
import { readResult } from "./result-file";
import { MONDAY, addChild, answer, assignments, field, open, saved } from "./homework";

const root = path.resolve(import.meta.dirname, "../..");

test("a child and a grandparent do fractions, and the teacher sees it in the class", async ({ page }, info) => {
  const site = process.env.SITE_URL!;
  const fractions = (await assignments(site)).find(({ id }) => id === "fractions-in-our-kitchen")!;
  const own = fractions.asks.filter((ask) => ask.who !== "family");
  const family = fractions.asks.filter((ask) => ask.who === "family");
  let marama = "";
  const half = Math.ceil(own.length / 2);
  const typed: Record<string, string[]> = {};

  const phone = () => chromium.launchPersistentContext(info.outputPath("phone"), { ...launch, acceptDownloads: true });
  const strangers: string[] = [];
  const watch = (context: BrowserContext) =>
    context.on("request", (request) => {
      const { origin, protocol } = new URL(request.url());
      if (origin !== new URL(site).origin && protocol !== "blob:") strangers.push(request.url());
    });
  let device = await phone();
  watch(device);
  let home = await device.newPage();
  await home.clock.setFixedTime(MONDAY);
  await home.goto(site);
  await addChild(home, "Mārama", "fish");
  await open(home, fractions.title);
  for (const ask of own.slice(0, half)) typed[ask.id] = await answer(home, ask);
  await saved(home);
  marama = new URL(home.url()).hash.split("/")[1];
  await device.close();

  // The next day, on the same phone.
  device = await phone();
  watch(device);
  home = await device.newPage();
  await home.clock.setFixedTime(new Date(MONDAY.getTime() + 86_400_000));
  await home.goto(site);
  await home.getByRole("link", { name: "Mārama" }).click();
  await expect(home.getByRole("link", { name: new RegExp(fractions.title) })).toContainText(`${half} of ${fractions.asks.length} done`);
  await open(home, fractions.title);
  await expect(field(home, own[0])).toHaveValue(typed[own[0].id][0]);
  for (const ask of own.slice(half)) typed[ask.id] = await answer(home, ask);

  await home.getByRole("link", { name: "Hand over to your family" }).click();
  await home.getByRole("button", { name: "Koro" }).click();
  await expect(home.getByRole("heading", { level: 1, name: "Kia ora, Koro!" })).toBeVisible();
  for (const ask of family) typed[ask.id] = await answer(home, ask);
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
  expect(result.suggestedFilename()).toBe("marama-fractions-in-our-kitchen.txt");
  await result.saveAs(file);
  await device.close();
  const sent = readResult(await readFile(file, "utf8"));
  expect(sent.student).toMatchObject({ id: marama, name: "Mārama", picture: "fish" });
  expect(sent.answers.map(({ ask }: { ask: string }) => ask)).toEqual(fractions.asks.map(({ id }) => id));
  expect(sent.families).toMatchObject([{ partner: "koro", name: "Hēmi", words: koroSays }]);
  expect(strangers, "requests to other origins").toEqual([]);

  const others = info.outputPath("others");
  execFileSync("cargo", ["run", "-q", "-p", "made-up-class", "--", others, "--students", "24", "--id", fractions.id], { cwd: root });
  const files = (await readdir(others)).map((name) => path.join(others, name));
  expect(files).toHaveLength(24);

  await page.goto(new URL("desk/", site).href);
  await page.locator("input[type=file]").first().setInputFiles([file, ...files]);
  await expect(page.getByRole("status").filter({ hasText: "25 results opened. Kept on this computer" })).toBeVisible();
  await page.reload();
  await expect(page.getByRole("row", { name: "Received 25" })).toBeVisible();
  await page.getByRole("link", { name: /^Mārama \(fish\): Fractions/ }).click();
  for (const lines of Object.values(typed)) for (const line of lines) await expect(page.getByText(line.split("\n")[0], { exact: false }).first()).toBeVisible();
  await expect(page.getByText("Ka pai tō mahi, e Mārama.").first()).toBeVisible();
  await page.goBack();
  const table = page.waitForEvent("download");
  await page.getByRole("button", { name: /CSV/ }).click();
  const csv = info.outputPath("class.csv");
  await (await table).saveAs(csv);
  // Another Mārama is in the class; the device's id tells them apart.
  const rows = parseCsv(await readFile(csv, "utf8")).filter((row) => row.student_id === marama && row.answered_by !== "");
  for (const ask of fractions.asks) {
    expect(rows.filter((row) => row.question_id === ask.id).map((row) => row.answer)).toEqual(typed[ask.id]);
  }
  expect(rows.find((row) => row.question_id === "feedback.words")).toMatchObject({ answer: koroSays, answered_by: "koro (Hēmi)" });
  expect(rows.filter((row) => /^feedback\.(understood|enjoyed|helps)$/.test(row.question_id)).map((row) => row.answer)).toEqual(["Yes", "Yes", "Yes"]);
});

/** RFC 4180, as a spreadsheet reads it. */
function parseCsv(text: string): Record<string, string>[] {
  const rows: string[][] = [[""]];
  const cells = /("(?:[^"]|"")*"|[^",\r\n]*)(,|\r\n|$)/gy;
  for (const [, cell, end] of text.replace(/^\ufeff/, "").matchAll(cells)) {
    const plain = cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell;
    rows.at(-1)![rows.at(-1)!.length - 1] = plain;
    if (end === ",") rows.at(-1)!.push("");
    else if (end === "\r\n") rows.push([""]);
    else break;
  }
  const [names, ...records] = rows;
  return records.filter((record) => record.length === names.length).map((record) => Object.fromEntries(names.map((name, at) => [name, record[at]])));
}
