import { field, photoFile, saved, status } from "./homework";
import { asked, at, keptIds, rowsOf, sent } from "./one-of-each";
import { pictureFile } from "./picture";
import { expectMedia } from "./result-file";
import { cells, isThere, shown } from "./value";
import { expect, test } from "./watched";

// Photos on a phone that is too full for them.

test.use({ baseURL: process.env.SITE_URL_OF_ITS_OWN });

const NOT_SAVED = "Not saved yet. We keep trying. You can go on.";

test("while the disk is too full for a photo it is seen and sent, and words are kept; afterwards it is kept", async ({ page }) => {
  await page.addInitScript(() => {
    const put = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = function (value, ...given) {
      if ((window as any).full && value instanceof Blob) throw new DOMException("full", "QuotaExceededError");
      return put.call(this, value, ...given);
    };
  });
  const { ask, place } = await at(page, "seen");
  const words = field(page, (await asked()).words);
  await page.evaluate(() => ((window as any).full = true));
  await photoFile(place).setInputFiles(pictureFile());
  await isThere(rowsOf(place));
  await expect(status(page)).toHaveText(NOT_SAVED);
  const trouble = place.getByText("This is not kept yet. We keep trying. You can go on, and you can send it.");
  await expect(trouble).toBeVisible();
  // It can be described, and so can everything else.
  await cells(rowsOf(place)).fill("Our kite");
  await words.fill("kept");
  const value = (id: string) =>
    page.evaluate(async (id) => {
      const [{ name }] = await indexedDB.databases();
      const answer = <T>(request: IDBRequest<T>) => new Promise<T>((done) => (request.onsuccess = () => done(request.result)));
      const database = await answer(indexedDB.open(name!));
      const records = await answer(database.transaction("answers").objectStore("answers").getAll());
      database.close();
      return records.map((record) => JSON.parse(record)).find(({ slot }) => slot === id)?.value;
    }, id);
  await expect.poll(() => value("words")).toEqual({ text: "kept" });
  expect(await value("seen"), "no answer names what is not there").toEqual({ photo: [] });
  const work = page.url();
  const result = await sent(page);
  expectMedia(result);
  expect(result.answers).toMatchObject([{ ask: "words" }, { ask: "seen", value: { photo: [{ words: "Our kite" }] } }]);
  await page.goto(work);
  await isThere(rowsOf(place));
  await expect(trouble).toBeVisible();

  await page.evaluate(() => ((window as any).full = false));
  await saved(page);
  await expect(trouble).toBeHidden();
  await page.reload();
  await isThere(rowsOf(place));
  expect(await shown(page, ask)).toEqual({ photo: [{ date: "2026-11-23", words: "Our kite" }] });
});

test("a photo that cannot be kept can be taken out, and then all is saved", async ({ page }) => {
  await page.addInitScript(() => {
    const put = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = function (value, ...given) {
      if (value instanceof Blob) throw new DOMException("full", "QuotaExceededError");
      return put.call(this, value, ...given);
    };
  });
  const { place } = await at(page, "seen");
  await photoFile(place).setInputFiles(pictureFile());
  await expect(status(page)).toHaveText(NOT_SAVED);
  await rowsOf(place).getByRole("button", { name: "Take this one out" }).click();
  await saved(page);
  await place.getByRole("button", { name: "Put it back" }).click();
  await isThere(rowsOf(place));
  await expect(status(page)).toHaveText(NOT_SAVED);
  expectMedia(await sent(page));
});

test("a photo whose write is never answered is said to be late, and is kept by a new one", async ({ page }) => {
  await page.clock.install();
  await page.addInitScript(() => {
    const commit = IDBTransaction.prototype.commit;
    IDBTransaction.prototype.commit = function () {
      if (!(window as any).hangs || !this.objectStoreNames.contains("media")) return commit.call(this);
      const goOn = () => void (this.objectStore("media").get("").onsuccess = () => (window as any).hangs && goOn());
      goOn();
    };
  });
  const { place } = await at(page, "seen");
  await page.evaluate(() => ((window as any).hangs = true));
  await photoFile(place).setInputFiles(pictureFile());
  await isThere(rowsOf(place));
  await expect(status(page)).toHaveText("Saving …");
  await page.clock.runFor(2_000);
  await expect(status(page)).toHaveText(NOT_SAVED);
  await page.evaluate(() => ((window as any).hangs = false));
  await page.clock.runFor(8_000);
  await saved(page);
  await page.reload();
  await isThere(rowsOf(place));
});

test("one that does not fit keeps no other from being kept", async ({ page }) => {
  await page.addInitScript(() => {
    const put = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = function (value, ...given) {
      if (value instanceof Blob && value.size > 3_000) throw new DOMException("full", "QuotaExceededError");
      return put.call(this, value, ...given);
    };
  });
  const { place } = await at(page, "seen");
  for (const [count, file] of [[1, pictureFile(1200, 900)], [2, pictureFile(40, 30)]] as const) {
    await photoFile(place).setInputFiles(file);
    await expect(rowsOf(place)).toHaveCount(count);
  }
  await expect.poll(() => keptIds(page)).toHaveLength(1);
  const waiting = rowsOf(place).filter({ hasText: "This is not kept yet." });
  await expect(waiting).toHaveCount(1);
  expect(await waiting.getByRole("img").evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(1200);
  await expect(status(page)).toHaveText(NOT_SAVED);
  await page.reload();
  await isThere(rowsOf(place));
});
