import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

import { type Page } from "@playwright/test";

import { Chance, times } from "./chance";
import { addChild, assignments, field, open, photoFile, saved } from "./homework";
import { rowsOf } from "./one-of-each";
import { OwnBrowser } from "./own-browser";
import { pictureFile } from "./picture";
import { expect, test } from "./watched";

// The whole browser is killed in the middle of everything, as by a battery that is empty or a system that needs the memory.

test.use({ baseURL: process.env.SITE_URL_OF_ITS_OWN });

/** What the page has said, as long as it could. */
class Said {
  /** The last words that were on the screen while it said “Saved”. */
  saved = "";
  /** After how many milliseconds from the first key that was not saved it has said so, each time. */
  after: number[] = [];
  private waiting: (() => void)[] = [];

  hear(words: string, after: number) {
    this.saved = words;
    this.after.push(after);
    this.waiting.splice(0).forEach((next) => next());
  }

  /** Until it says so the next time. */
  next(): Promise<void> {
    return new Promise((next) => this.waiting.push(next));
  }
}

/** Lets a page tell the test of each moment in which it turns to “Saved”, with what is in the field in that moment. */
async function listen(page: Page, said: Said) {
  await page.exposeBinding("isSaved", (_, words: string, after: number) => said.hear(words, after));
  await page.addInitScript(() => {
    let first = 0;
    addEventListener("input", () => (first ||= performance.now()), true);
    const isStatus = ({ target }: MutationRecord) =>
      (target instanceof Element ? target : target.parentElement)?.closest("header .saving") !== null;
    const tell = (changes: MutationRecord[]) => {
      const status = document.querySelector("header .saving")?.textContent;
      if (status !== "Saved" || !changes.some(isStatus)) return;
      (window as any).isSaved(document.querySelector("textarea")?.value ?? "", performance.now() - first);
      first = 0;
    };
    new MutationObserver(tell).observe(document, { subtree: true, childList: true, characterData: true });
  });
}

test("nothing that was marked saved is lost when the whole browser is killed at any moment", async ({ baseURL }) => {
  const kills = times(200);
  test.setTimeout(60_000 + kills * 15_000);
  const chance = new Chance("kills");
  const folder = await mkdtemp(path.join(tmpdir(), "taumahi-killed-"));
  const [{ title, asks }] = await assignments(baseURL!);
  const [words, seen] = ["words", "seen"].map((id) => asks.find((ask) => ask.id === id)!);
  let address = "";
  // What was typed, how much of it was marked saved, and how many photos were.
  let [typed, marked, photos] = ["", "", 0];
  let longest = 0;
  const after: number[] = [];

  for (let kill = 0; kill <= kills; kill++) {
    const browser = await OwnBrowser.start(folder);
    const page = await browser.context.newPage();
    const said = new Said();
    await listen(page, said);
    await page.goto(address || baseURL!);
    if (!address) {
      await addChild(page, "Manaia", "kite");
      await open(page, title);
      address = page.url();
    }
    const place = field(page, words);
    await expect(place).toBeVisible();
    const kept = await place.inputValue();
    const how = `after kill ${kill}: kept “${kept}”, typed “${typed}”, marked “${marked}”`;
    expect(kept.startsWith(marked) && typed.startsWith(kept), how).toBe(true);
    longest = Math.max(longest, typed.length - kept.length);
    const rows = rowsOf(field(page, seen));
    const shown = await rows.count();
    expect(shown, how).toBeGreaterThanOrEqual(photos);
    // None is named that is not there.
    for (const photo of await rows.locator("img").all()) await expect(photo, how).toHaveAttribute("src", /^blob:/);
    [typed, marked, photos] = [kept, kept, shown];

    const addsPhoto = photos < 5 && chance.below(5) === 0;
    const keys = Array.from({ length: 1 + chance.below(40) }, () => chance.of([..."aehikmnoprtuw"]));
    await place.press("End");
    const typing = (async () => {
      for (const key of keys) {
        typed += key;
        await page.keyboard.press(key);
      }
      if (addsPhoto) await photoFile(field(page, seen)).setInputFiles(pictureFile());
    })().catch(() => null);
    // In the middle of the typing, right after it, or in the moment in which all of it is said to be saved.
    const moment = chance.below(3);
    if (moment === 0) await said.next();
    else await typing;
    if (moment === 2) {
      // A photo is made smaller first, and until then there is nothing to be saved.
      if (addsPhoto) await expect(rows).toHaveCount(shown + 1);
      await saved(page);
      photos += addsPhoto ? 1 : 0;
    }
    await browser.kill();
    await typing;
    marked = said.after.length ? said.saved : marked;
    after.push(...said.after);
  }
  await rm(folder, { recursive: true, force: true });
  after.sort((one, other) => one - other);
  const [median, slowest] = [after.length >> 1, after.length - 1].map((at) => `${after[at].toFixed(0)} ms`);
  console.log(`killed the browser: ${kills + 1} times, after ${after.length} times “Saved”; lost of what was saved: 0; at most ${longest} keys behind`);
  console.log(`from key to saved: ${median} (median of ${after.length}; the longest ${slowest})`);
});
