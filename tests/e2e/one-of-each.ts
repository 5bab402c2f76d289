import { readFile } from "node:fs/promises";

import { type Locator, type Page, expect } from "@playwright/test";

import { type Ask, MONDAY, addChild, assignments, field, open } from "./homework";
import { mediaOf, readResult } from "./result-file";

// The assignment that the tests write themselves, with one question of each kind.

/** The questions of the assignment, by their ids. */
export async function asked(): Promise<Record<string, Ask>> {
  const [{ asks }] = await assignments(process.env.SITE_URL_OF_ITS_OWN!);
  return Object.fromEntries(asks.map((ask) => [ask.id, ask]));
}

/** A child on the assignment, and the field of one of its questions. */
export async function at(page: Page, id: string): Promise<{ ask: Ask; place: Locator }> {
  const [{ title }] = await assignments(process.env.SITE_URL_OF_ITS_OWN!);
  const ask = (await asked())[id];
  await page.clock.setFixedTime(MONDAY);
  await page.goto("");
  await addChild(page, "Manaia", "kite");
  await open(page, title);
  return { ask, place: field(page, ask) };
}

/** The rows of photos or recordings. */
export function rowsOf(place: Locator): Locator {
  return place.getByRole("group");
}

/** The result that the page would send now. */
export async function sent(page: Page): Promise<any> {
  await page.getByRole("link", { name: "Send to your teacher" }).click();
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save the file" }).click();
  return readResult(await readFile(await (await download).path(), "utf8"));
}

/** The only photo or recording of a result. */
export function only(result: any): { type: string; bytes: Buffer } {
  const media = [...mediaOf(result).values()];
  expect(media).toHaveLength(1);
  return media[0];
}

/** The width and height that a JPEG says, and whether the phone's notes are still in it. */
export function jpeg(bytes: Buffer): { size: number[]; hasNotes: boolean } {
  let at = 2;
  while (bytes[at + 1] !== 0xc0 && bytes[at + 1] !== 0xc2) at += 2 + bytes.readUInt16BE(at + 2);
  return { size: [bytes.readUInt16BE(at + 7), bytes.readUInt16BE(at + 5)], hasNotes: bytes.includes("Exif") };
}

/** The ids of all photos and recordings in the browser's database. */
export function keptIds(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const [{ name }] = await indexedDB.databases();
    const answer = <T>(request: IDBRequest<T>) => new Promise<T>((done) => (request.onsuccess = () => done(request.result)));
    const database = await answer(indexedDB.open(name!));
    const keys = await answer(database.transaction("media").objectStore("media").getAllKeys());
    database.close();
    return keys.map((key) => String(key).split("/").at(-1)!);
  });
}
