import { cp, mkdir, mkdtemp, readFile, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

import type { Page } from "@playwright/test";

import { addChild } from "./homework";
import { Serving } from "./serving";
import { expect, test as watched } from "./watched";

// A teacher writes, and an open page shows it. Nothing here waits for a time: each step waits for what the step before it causes.

let folder: string;
let serving: Serving;
let address: string;

const test = watched.extend({ baseURL: async ({}, use) => use(address) });

test.describe.configure({ mode: "serial" });

test.beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "taumahi-assignments-"));
  await cp(path.resolve(import.meta.dirname, "../../assignments"), folder, { recursive: true });
  const words = await readFile(path.join(folder, "class.md"), "utf8");
  await save("class.md", words.replace("languages:\n- en\n", "languages:\n- en\n- mi\n"));
  await save("kites.md", kites("Kites"));
  serving = new Serving(folder);
  [address] = await serving.says(/http:\S+\//);
  await serving.says(/^Home is at/);
  // Trunk puts the site into its place, and only then serves it.
  const list = new URL("assignments/index.json", address);
  await expect.poll(() => fetch(list).then(({ ok }) => ok, () => false)).toBe(true);
});

test.afterAll(async () => {
  await serving.stop();
  await rm(folder, { recursive: true });
});

const save = (name: string, words: string) => writeFile(path.join(folder, name), words);

/** An assignment that is longer than a screen. */
function kites(title: string, objective = "- I can fly a kite."): string {
  const asks = Array.from({ length: 20 }, (_, at) => `\`\`\`ask text\nid: flight-${at}\nwho: together\nquestion: Tell of flight ${at}.\n\`\`\`\n`);
  return `---\ntitle: ${title}\nobjectives:\n${objective}\n---\nDear whānau, look up.\n\n## Fly\n\n${asks.join("\n")}`;
}

const heading = (page: Page) => page.getByRole("heading", { level: 1 });

/** Opens it under the title that it has by then. A page that is loaded again forgets whose name is being typed: so every save before has been shown. */
async function openKites(page: Page) {
  await page.goto("");
  await addChild(page, "Rangi", "kite");
  await page.getByRole("link", { name: /^Kites/ }).click();
  await expect(heading(page)).toHaveText(/^Kites/);
}

test("an open page shows each save once, where its reader was on it", async ({ page }) => {
  await openKites(page);
  await page.getByRole("textbox", { name: "Tell of flight 12." }).scrollIntoViewIfNeeded();
  const place = await page.evaluate(() => scrollY);
  expect(place).toBeGreaterThan(500);
  let loads = 0;
  page.on("load", () => loads++);

  const times: number[] = [];
  for (let turn = 1; turn <= 10; turn++) {
    const saved = performance.now();
    await save("kites.md", kites(`Kites, written ${turn} times`));
    await page.waitForFunction((title) => document.querySelector("h1")?.textContent === title, `Kites, written ${turn} times`);
    times.push(performance.now() - saved);
    await expect.poll(() => page.evaluate(() => scrollY)).toBe(place);
    await expect.poll(() => loads, "one save, one load").toBe(turn);
  }
  times.sort((one, other) => one - other);
  // `cargo xtask test` shows this line.
  console.log(`from save to shown: ${Math.round((times[4] + times[5]) / 2)} ms (median of 10; the longest ${Math.round(times[9])} ms)`);
});

test("while an assignment has a mistake, the terminal says so, and the page keeps it as it was", async ({ page }) => {
  await openKites(page);
  await save("kites.md", kites("Kites with a mistake", "I can fly a kite."));
  await serving.says(/kites\.md:4:1: error/);
  await serving.says(/Until that is right, the site shows this as it was: kites\./);
  // What is right is shown meanwhile.
  const log = await readFile(path.join(folder, "book-bag-log.md"), "utf8");
  await save("book-bag-log.md", log.replace(/^title: .*/m, "title: A log that is right"));
  await page.locator("header a.back").click();
  await expect(page.getByRole("link", { name: /^A log that is right/ })).toBeVisible();
  await expect(page.getByRole("link", { name: /^Kites/ })).toHaveText(/^Kites(?! with)/);
  await save("kites.md", kites("Kites, and right"));
  await expect(page.getByRole("link", { name: /^Kites, and right/ })).toBeVisible();
  // What could be better is said too, and keeps nothing from being shown.
  await save("kites.md", kites("Kites, and long").replace("title:", "minutes: 60\ntitle:"));
  await serving.says(/kites\.md:2:10: warning\[F404\]/);
  await expect(page.getByRole("link", { name: /^Kites, and long/ })).toBeVisible();
});

test("a class, a translation, a picture and what comes and goes are shown too", async ({ page }) => {
  await openKites(page);
  const picture = (width: number) => `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="10"/>`;
  await mkdir(path.join(folder, "media"));
  await save(path.join("media", "kite.svg"), picture(10));
  await save("kites.md", kites("Kites").replace("look up.", "look up. ![A kite](media/kite.svg)"));
  for (const wide of [20, 30]) {
    // As editors do it that write another file first.
    await save(path.join("media", ".kite.svg.new"), picture(wide));
    await rename(path.join(folder, "media", ".kite.svg.new"), path.join(folder, "media", "kite.svg"));
    await expect(page.getByRole("img", { name: "A kite" })).toHaveJSProperty("naturalWidth", wide);
  }

  const translated = (words: string) => kites("He manu tukutuku").replace("Dear whānau, look up.", words).replace("title:", "status: draft\ntitle:");
  await save("kites.mi.md", translated("E te whānau, titiro."));
  await page.getByRole("radio", { name: "Te reo Māori" }).check();
  await expect(page.getByText("E te whānau, titiro.")).toBeVisible();
  await save("kites.mi.md", translated("E te whānau, titiro ki runga."));
  await expect(page.getByText("E te whānau, titiro ki runga.")).toBeVisible();

  await page.locator("header a.back").click();
  const words = await readFile(path.join(folder, "class.md"), "utf8");
  await save("class.md", `${words}\nTomorrow we fly.\n`);
  await expect(page.getByText("Tomorrow we fly.")).toBeVisible();
  await rm(path.join(folder, "kites.md"));
  await rm(path.join(folder, "kites.mi.md"));
  await expect(page.getByRole("link", { name: /^Kites/ })).toHaveCount(0);
  await save("stars.md", kites("Stars"));
  await expect(page.getByRole("link", { name: /^Stars/ })).toBeVisible();
  await expect(page.getByRole("link", { name: /^Kites/ })).toHaveCount(0);
});

test("the desk hears of it too", async ({ page }) => {
  await page.goto("desk/");
  await expect(heading(page)).toBeVisible();
  const loaded = page.waitForEvent("load");
  await save("moon.md", kites("The moon"));
  await loaded;
  await expect(heading(page)).toBeVisible();
});
