import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, readFileSync, readdirSync, renameSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";

import { type Locator, type Page, expect } from "@playwright/test";

import { given } from "./programs";

type Hashes = Record<string, string>;

/** A built site, with what its worker knows of it. */
export class Edition {
  readonly version: string;
  readonly families: Hashes;
  readonly desk: Hashes;

  constructor(readonly folder: string, readonly name = "") {
    const [, json] = readFileSync(path.join(folder, "worker.js"), "utf8").match(/^\{const SITE=(.*);$/m)!;
    ({ version: this.version, families: this.families, desk: this.desk } = JSON.parse(json));
  }

  /** Another edition in a folder of its own: each file of the programs has other bytes, and the names in `app/` are others. */
  other(folder: string, name: string): Edition {
    cpSync(this.folder, folder, { recursive: true });
    const programs = ["worker.js", "assignments/", "_headers"];
    const files = filesIn(folder).filter((file) => !programs.some((other) => file.startsWith(other)));
    const names = files.filter((file) => /^(\w+\/)?app\//.test(file)).map((file) => path.basename(file));
    const renamed = (text: string) => names.reduce((text, old) => text.replaceAll(old, old.replace("-", `-${name}`)), text);
    for (const file of files) {
      const place = path.join(folder, file);
      writeFileSync(place, changed(file, readFileSync(place), name, renamed));
      renameSync(place, path.join(folder, path.dirname(file), renamed(path.basename(file))));
    }
    execFileSync(given("TAUMAHI_XTASK"), ["list", folder]);
    return new Edition(folder, name);
  }
}

function filesIn(folder: string): string[] {
  const all = readdirSync(folder, { recursive: true }) as string[];
  return all.filter((file) => statSync(path.join(folder, file)).isFile());
}

/** A file with other bytes that does the same. */
function changed(file: string, content: Buffer, name: string, renamed: (text: string) => string): Buffer {
  const text = () => renamed(content.toString("utf8"));
  const mark = (words: string) => Buffer.from(words);
  switch (path.extname(file)) {
    case ".html":
      return mark(text().replace(/<meta charset[^>]*>/, (charset) => `${charset}<meta name="edition" content="${name}">`));
    case ".js":
      return mark(`${text()}\n// ${name}`);
    case ".css":
      return mark(`${text()}\n/* ${name} */`);
    case ".svg":
      return mark(`${text()}<!-- ${name} -->`);
    case ".wasm": {
      // A section that no program reads.
      const words = Buffer.from(`edition${name}`);
      return Buffer.concat([content, Buffer.from([0, words.length + 1, words.length]), words]);
    }
    default:
      return Buffer.concat([content, mark("\n")]);
  }
}

/** The names of the caches in the page's browser that have all in them that they should. */
export function wholeCaches(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const whole = [];
    for (const name of await caches.keys()) {
      const kept = await (await caches.open(name)).keys();
      if (kept.some(({ url }) => url.endsWith("?whole"))) whole.push(name);
    }
    return whole;
  });
}

/** Waits until the page's browser keeps an edition, with the class, and with the desk when that is asked for. */
export async function keeps(page: Page, { version }: Edition, under = "/", ...more: "desk"[]) {
  for (const what of [`program ${version}`, "class ", ...more.map((more) => `${more} ${version}`)]) {
    const begins = `taumahi ${under} ${what}`;
    await expect.poll(async () => (await wholeCaches(page)).some((name) => name.startsWith(begins)), begins).toBe(true);
  }
}

/** Waits until no worker is being installed. */
export async function settled(page: Page) {
  const installing = () => page.evaluate(async () => Boolean((await navigator.serviceWorker.getRegistration())?.installing));
  await expect.poll(installing).toBe(false);
}

/** The name of the edition that the page is of: empty for the first. */
export function editionOf(page: Page): Promise<string> {
  return page.evaluate(() => document.querySelector<HTMLMetaElement>("meta[name=edition]")?.content ?? "");
}

/** The page is wholly of an edition: what it has loaded, and all that it could still ask for. */
export async function expectWhole(page: Page, ...editions: Edition[]) {
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  const name = await editionOf(page);
  const edition = editions.find((each) => each.name === name)!;
  const { loaded, hashes } = await page.evaluate(async (paths) => {
    const base = new URL(document.querySelector<HTMLScriptElement>("script[data-wasm]")!.src.replace(/boot\.js$/, ""));
    const hash = async (file: string) => {
      const answer = await fetch(new URL(file, base)).catch(() => undefined);
      if (!answer?.ok) return [file, `${answer?.status}`];
      const bytes = new Uint8Array(await crypto.subtle.digest("SHA-256", await answer.arrayBuffer()));
      return [file, [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("")];
    };
    const loaded = performance.getEntriesByType("resource").map(({ name }) => name.replace(base.href, "").replace(/#.*/, ""));
    return { loaded, hashes: Object.fromEntries(await Promise.all(paths.map(hash))) };
  }, Object.keys(edition.families));
  expect(hashes).toEqual(edition.families);
  const programs = loaded.filter((file) => !file.startsWith("assignments/") && file !== "worker.js" && !file.startsWith("http"));
  expect(programs.filter((file) => !(file in edition.families) && !(file in edition.desk))).toEqual([]);
}

/** The hash of bytes as lists have it. */
export function hashOf(bytes: Buffer | string): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** The page looks for what is new, as it does when it is seen again. */
export function look(page: Page): Promise<boolean> {
  return page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
}

/** What the page says when there is a newer edition. */
export function offer(page: Page): Locator {
  return page.getByRole("complementary", { name: "There is a newer Taumahi." });
}

/** The button with which the family agrees. */
export function use(page: Page): Locator {
  return offer(page).getByRole("button", { name: "Use it now" });
}

/** The page is loaded again, and is of this edition then. */
export async function takesOver(page: Page, { name }: Edition) {
  // In the middle of being loaded, it cannot be asked.
  await expect.poll(() => editionOf(page).catch(() => undefined)).toBe(name);
}
