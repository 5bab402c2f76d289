import { execFileSync } from "node:child_process";
import { cpSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";

import { type Page, type TestInfo } from "@playwright/test";

import { type Edition, expectWhole, hashOf, keeps, look, wholeCaches } from "./editions";
import { expect, test } from "./hosted";
import { MONDAY, addChild, assignments, field, open, saved } from "./homework";
import { given } from "./programs";

const KITES = "---\ntitle: Kites\nobjectives:\n- I can fly a kite.\n---\nDear whānau, look up.\n\n## Fly\n\n```ask text\nid: flight\nquestion: Tell of your flight.\n```\n";

const heading = (page: Page) => page.getByRole("heading", { level: 1 });
const card = (page: Page, title: string) => page.getByRole("link", { name: new RegExp(`^${title}`) });

/** A class in which the teacher has added kites, given fractions another title, and taken out the doubling game: the same program, with
 * what `taumahi build` makes. */
function changedClass(first: Edition, info: TestInfo, kites = KITES): string {
  const [source, site] = [info.outputPath("assignments"), info.outputPath(kites === KITES ? "site" : "another site")];
  cpSync(path.resolve(import.meta.dirname, "../../assignments"), source, { recursive: true });
  writeFileSync(path.join(source, "kites.md"), kites);
  const fractions = path.join(source, "fractions-in-our-kitchen.md");
  writeFileSync(fractions, readFileSync(fractions, "utf8").replace(/^title: .*/m, "title: Fractions for tea"));
  for (const file of ["doubling-game.md", "doubling-game.sm.md", "doubling-game.to.md"]) rmSync(path.join(source, file));
  cpSync(first.folder, site, { recursive: true });
  execFileSync(given("TAUMAHI_CLI"), ["build", source, "--out", path.join(site, "assignments")], { stdio: "ignore" });
  return site;
}

async function atTheList(page: Page, first: Edition) {
  await page.clock.setFixedTime(MONDAY);
  await page.goto("");
  await keeps(page, first);
  await addChild(page, "Sina", "leaf");
  await expect(card(page, "The doubling game")).toBeVisible();
}

async function isNewList(page: Page) {
  await expect(card(page, "Kites")).toBeVisible();
  await expect(card(page, "Fractions for tea")).toBeVisible();
  await expect(card(page, "The doubling game")).toHaveCount(0);
}

test("what a teacher has added, changed and taken out is in an open list at once, where its reader was, and stays without a connection", async ({ page, host, first }, info) => {
  await atTheList(page, first);
  const fractions = card(page, "Fractions in our kitchen");
  await fractions.focus();
  const place = await page.evaluate(() => {
    scrollTo(0, 150);
    return scrollY;
  });
  expect(place).toBe(150);
  host.show(changedClass(first, info));
  await look(page);
  await isNewList(page);
  await expect(card(page, "Fractions for tea")).toBeFocused();
  expect(await page.evaluate(() => scrollY)).toBe(place);
  await host.off();
  await page.reload();
  await isNewList(page);
  await open(page, "Kites");
  await page.getByRole("textbox", { name: "Tell of your flight." }).fill("High");
  await saved(page);
});

test("homework that is new on the host is seen soon after the page is opened, without a touch", async ({ page, host, first }, info) => {
  await atTheList(page, first);
  host.show(changedClass(first, info));
  await page.reload();
  await isNewList(page);
});

test("work that is open is left alone, and its family finds the new list afterwards", async ({ page, host, first }, info) => {
  const translated = (await assignments(host.url())).find(({ id }) => id === "doubling-game")!;
  const ask = translated.asks.find(({ kind }) => kind === "text" || kind === "number")!;
  await atTheList(page, first);
  const list = page.url();
  await open(page, translated.title);
  await field(page, ask).fill("7");
  await saved(page);
  await page.evaluate(() => ((window as any).isTheSame = true));
  const before = (await wholeCaches(page)).filter((name) => name.includes(" class "));
  host.show(changedClass(first, info));
  await look(page);
  await expect.poll(async () => (await wholeCaches(page)).filter((name) => name.includes(" class ")).length).toBe(before.length + 1);
  // What the older list names is still there for it, also after one more, and when the phone wakes up.
  host.show(changedClass(first, info, KITES.replace("flight.", "flight today.")));
  await look(page);
  await expect.poll(async () => (await wholeCaches(page)).filter((name) => name.includes(" class ")).length).toBe(before.length + 2);
  await look(page);
  await host.off();
  await page.getByRole("radio", { name: "Gagana Sāmoa" }).check();
  await expect(heading(page)).not.toHaveText(translated.title);
  await expect(page.getByRole("textbox").first()).toHaveValue("7");
  expect(await page.evaluate(() => (window as any).isTheSame)).toBe(true);
  await page.goto(list);
  await expect(card(page, "Kites")).toBeVisible();
  // The child has begun it, so it is not taken away.
  await expect(page.getByText("no longer on your teacher's list").or(card(page, translated.title))).not.toHaveCount(0);
  expect(await page.evaluate(() => (window as any).isTheSame)).toBe(undefined);
});

test("a class of which a file is missing, cut or another's does not take the place of a whole one", async ({ page, host, first }, info) => {
  await atTheList(page, first);
  const site = changedClass(first, info);
  const folder = path.join(site, "assignments");
  const list = readFileSync(path.join(folder, "files.json"), "utf8");
  const kites = Object.keys(JSON.parse(list).files).find((name) => /^kites\..*json$/.test(name))!;
  const [file, aside] = [path.join(folder, kites), path.join(folder, "aside")];
  const whole = readFileSync(file);
  const faults: Record<string, () => void> = {
    "missing": () => renameSync(file, aside),
    "cut": () => writeFileSync(file, whole.subarray(0, 100)),
    "a page of somebody in between": () => writeFileSync(file, "<h1>Welcome to our free wifi</h1>"),
  };
  for (const [what, fault] of Object.entries(faults)) {
    fault();
    host.show(site);
    const asked = host.asked.length;
    await page.reload();
    // It is asked for, and asked for again past what the browser has of it, unless there is no such file.
    await expect.poll(() => host.asked.slice(asked).filter((path) => path.endsWith(kites)).length, what).toBeGreaterThan(0);
    await host.off();
    await page.reload();
    await expect(card(page, "The doubling game"), what).toBeVisible();
    await expect(card(page, "Kites"), what).toHaveCount(0);
    await open(page, "Fractions in our kitchen");
    await page.goBack();
    await expect(card(page, "The doubling game"), what).toBeVisible();
    await host.on();
    writeFileSync(file, whole);
  }
  await page.reload();
  await isNewList(page);
  await host.off();
  await open(page, "Kites");
});

test("a list that only a later program can read does not take the place of one that this can", async ({ page, host, first }, info) => {
  await atTheList(page, first);
  const site = changedClass(first, info);
  const [index, files] = ["index.json", "files.json"].map((name) => path.join(site, "assignments", name));
  const later = readFileSync(index, "utf8").replace('"version":1', '"version":2');
  const list = JSON.parse(readFileSync(files, "utf8"));
  writeFileSync(index, later);
  writeFileSync(files, JSON.stringify({ version: 2, files: { ...list.files, "index.json": hashOf(later) } }));
  host.show(site);
  const asked = host.asked.length;
  await page.reload();
  await expect.poll(() => host.asked.slice(asked)).toContain("/assignments/files.json");
  await host.off();
  await page.reload();
  await expect(card(page, "The doubling game")).toBeVisible();
  await expectWhole(page, first);
});
