import { readFile } from "node:fs/promises";

import { type Locator, type Page } from "@playwright/test";

import { type Ask, MONDAY, addChild, answer, assignments, drawLine, field, open, photoFile, recorded, saved, status } from "./homework";
import { pictureFile } from "./picture";
import { expectMedia, mediaOf, readResult } from "./result-file";
import { cells, isThere, shown, strokes } from "./value";
import { expect, test } from "./watched";

// Drawings, photos and recordings, on the assignment that the tests write themselves.

test.use({ baseURL: process.env.SITE_URL_OF_ITS_OWN });

const NOT_SAVED = "Not saved yet. We keep trying. You can go on.";

/** The questions of the assignment, by their ids. */
async function asked(): Promise<Record<string, Ask>> {
  const [{ asks }] = await assignments(process.env.SITE_URL_OF_ITS_OWN!);
  return Object.fromEntries(asks.map((ask) => [ask.id, ask]));
}

/** A child on the assignment, and the field of one of its questions. */
async function at(page: Page, id: string): Promise<{ ask: Ask; place: Locator }> {
  const [{ title }] = await assignments(process.env.SITE_URL_OF_ITS_OWN!);
  const ask = (await asked())[id];
  await page.clock.setFixedTime(MONDAY);
  await page.goto("");
  await addChild(page, "Manaia", "kite");
  await open(page, title);
  return { ask, place: field(page, ask) };
}

/** The rows of photos or recordings. */
function rowsOf(place: Locator): Locator {
  return place.getByRole("group");
}

/** The result that the page would send now. */
async function sent(page: Page): Promise<any> {
  await page.getByRole("link", { name: "Send to your teacher" }).click();
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save the file" }).click();
  return readResult(await readFile(await (await download).path(), "utf8"));
}

/** The only photo or recording of a result. */
function only(result: any): { type: string; bytes: Buffer } {
  const media = [...mediaOf(result).values()];
  expect(media).toHaveLength(1);
  return media[0];
}

/** The width and height that a JPEG says, and whether the phone's notes are still in it. */
function jpeg(bytes: Buffer): { size: number[]; hasNotes: boolean } {
  let at = 2;
  while (bytes[at + 1] !== 0xc0 && bytes[at + 1] !== 0xc2) at += 2 + bytes.readUInt16BE(at + 2);
  return { size: [bytes.readUInt16BE(at + 7), bytes.readUInt16BE(at + 5)], hasNotes: bytes.includes("Exif") };
}

/** The ids of all photos and recordings in the browser's database. */
function keptIds(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const [{ name }] = await indexedDB.databases();
    const answer = <T>(request: IDBRequest<T>) => new Promise<T>((done) => (request.onsuccess = () => done(request.result)));
    const database = await answer(indexedDB.open(name!));
    const keys = await answer(database.transaction("media").objectStore("media").getAllKeys());
    database.close();
    return keys.map((key) => String(key).split("/").at(-1)!);
  });
}

test("a large photo is made smaller, and can be seen after a reload", async ({ page }) => {
  const { place } = await at(page, "seen");
  await photoFile(place).setInputFiles(pictureFile(2000, 1000));
  await expect(rowsOf(place)).toHaveCount(1);
  await saved(page);
  await page.reload();
  await isThere(rowsOf(place));
  expect(await place.getByRole("img").evaluate((image: HTMLImageElement) => [image.naturalWidth, image.naturalHeight])).toEqual([1280, 640]);
  await expect(place.getByRole("img")).toHaveAccessibleName("Photo 1");
  await cells(rowsOf(place)).fill("Our kite");
  await expect(place.getByRole("img")).toHaveAccessibleName("Our kite");
  const result = await sent(page);
  expectMedia(result);
  expect(jpeg(only(result).bytes)).toEqual({ size: [1280, 640], hasNotes: false });
  await page.getByText("See what will be sent").click();
  await expect(page.locator("pre")).toContainText("2026-11-23 – A photo: Our kite");
});

/** A JPEG whose notes say that it lies on its side: upright, its upper half is red and its lower half blue. */
async function lyingPhoto(page: Page) {
  const base64 = await page.evaluate(() => {
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [64, 32];
    const pen = canvas.getContext("2d")!;
    for (const [colour, left] of [["red", 0], ["blue", 32]] as const) {
      pen.fillStyle = colour;
      pen.fillRect(left, 0, 32, 32);
    }
    return canvas.toDataURL("image/jpeg", 1).split(",")[1];
  });
  const plain = Buffer.from(base64, "base64");
  // TIFF with one entry: the orientation is 6.
  const notes = Buffer.from("ffe10022457869660000" + "4d4d002a00000008" + "0001" + "011200030000000100060000" + "00000000", "hex");
  return { name: "lying.jpg", mimeType: "image/jpeg", buffer: Buffer.concat([plain.subarray(0, 2), notes, plain.subarray(2)]) };
}

test("a photo stands upright, and says no more where it was taken", async ({ page }) => {
  const { place } = await at(page, "seen");
  const file = await lyingPhoto(page);
  expect(jpeg(file.buffer)).toEqual({ size: [64, 32], hasNotes: true });
  await photoFile(place).setInputFiles(file);
  await isThere(rowsOf(place));
  const colours = await place.getByRole("img").evaluate((image: HTMLImageElement) => {
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [image.naturalWidth, image.naturalHeight];
    const pen = canvas.getContext("2d")!;
    pen.drawImage(image, 0, 0);
    return [8, 56].map((y) => (pen.getImageData(16, y, 1, 1).data[0] > 128 ? "red" : "blue"));
  });
  expect(colours).toEqual(["red", "blue"]);
  expect(jpeg(only(await sent(page)).bytes)).toEqual({ size: [32, 64], hasNotes: false });
});

test("what is no picture is refused in words, and the next one is taken", async ({ page }) => {
  const { place } = await at(page, "seen");
  await photoFile(place).setInputFiles({ name: "kite.png", mimeType: "image/png", buffer: Buffer.from("not a picture") });
  const refused = place.getByText("This file cannot be used. Please choose another one.");
  await expect(refused).toBeVisible();
  await photoFile(place).setInputFiles(pictureFile());
  await expect(rowsOf(place)).toHaveCount(1);
  await expect(refused).toBeHidden();
  // There can be three.
  for (const count of [2, 3]) {
    await photoFile(place).setInputFiles(pictureFile());
    await expect(rowsOf(place)).toHaveCount(count);
  }
  await expect(photoFile(place)).toBeHidden();
});

test("a photo that is taken out is put back, and is removed a day later when it was not", async ({ page }) => {
  const { ask, place } = await at(page, "seen");
  for (const [count, words] of [[1, "mine"], [2, "yours"]] as const) {
    await photoFile(place).setInputFiles(pictureFile());
    await expect(rowsOf(place)).toHaveCount(count);
    await cells(rowsOf(place).last()).fill(words);
  }
  await saved(page);
  const before = await shown(page, ask);
  const both = await keptIds(page);
  await rowsOf(place).first().getByRole("button", { name: "Take this one out" }).click();
  await expect(rowsOf(place)).toHaveCount(1);
  await saved(page);
  await place.getByRole("button", { name: "Put it back" }).click();
  expect(await shown(page, ask)).toEqual(before);

  await rowsOf(place).first().getByRole("button", { name: "Take this one out" }).click();
  await saved(page);
  await page.reload();
  await expect(rowsOf(place)).toHaveCount(1);
  expect(await keptIds(page), "it is younger than a day").toHaveLength(2);
  await page.clock.setFixedTime(MONDAY.getTime() + 25 * 60 * 60 * 1000);
  await page.reload();
  await isThere(rowsOf(place));
  await expect.poll(() => keptIds(page)).toHaveLength(1);
  expect(both).toContain((await keptIds(page))[0]);
  await page.reload();
  await isThere(rowsOf(place));
});

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

test("a photo that was just chosen is not lost when its screen is left", async ({ page }) => {
  const { place } = await at(page, "seen");
  const work = page.url();
  await photoFile(place).setInputFiles(pictureFile(3000, 2000));
  await page.goto(`${work}/send`);
  await saved(page);
  await page.goto(work);
  await isThere(rowsOf(place));
});

test("two tabs that each add a photo keep both", async ({ page, context }) => {
  const { ask, place } = await at(page, "seen");
  const second = await context.newPage();
  await second.goto(page.url());
  const other = field(second, ask);
  await expect(photoFile(other)).toBeVisible();
  await Promise.all([photoFile(place).setInputFiles(pictureFile(40, 30)), photoFile(other).setInputFiles(pictureFile(30, 40))]);
  for (const tab of [place, other]) await expect(rowsOf(tab)).toHaveCount(2);
  await Promise.all([page.reload(), second.reload()]);
  for (const tab of [place, other]) {
    await expect(rowsOf(tab)).toHaveCount(2);
    for (const row of await rowsOf(tab).all()) await isThere(row);
    const widths = await tab.getByRole("img").evaluateAll((all) => all.map((image) => (image as HTMLImageElement).naturalWidth));
    expect(widths.sort()).toEqual([30, 40]);
  }
});

test("somebody at home is shown what was drawn, taken and recorded", async ({ page }) => {
  const { place } = await at(page, "seen");
  const asks = await asked();
  for (const id of ["drawn", "seen", "heard"]) await answer(page, asks[id]);
  await saved(page);
  await page.getByRole("link", { name: "Hand over to your family" }).click();
  await page.getByRole("button", { name: "Nana" }).click();
  const done = page.locator("details", { hasText: "What Manaia did" });
  await expect(done.locator("dd")).toHaveCount(3);
  const [drawn, seen, heard] = await done.locator("dd").all();
  await expect(strokes(drawn)).toHaveCount(2);
  await expect(seen.getByRole("img")).toHaveCount(2);
  await isThere(seen);
  await expect(seen.getByRole("img").first()).toHaveAccessibleName("2026-11-21 – A photo: seen 1-1 āe");
  await isThere(heard);
  await expect(place).toHaveCount(0);
});

test("a sibling does not see it", async ({ page }) => {
  const { place } = await at(page, "seen");
  const work = new URL(page.url()).hash;
  await photoFile(place).setInputFiles(pictureFile());
  await saved(page);
  await page.goto("#/");
  await page.getByRole("link", { name: "Add a child" }).click();
  await addChild(page, "Ari", "moon");
  const aris = new URL(page.url()).hash;
  await page.goto(`${aris}/${work.split("/").at(-1)}`);
  await expect(page.getByRole("banner")).toContainText("Ari");
  await expect(photoFile(place)).toBeVisible();
  await expect(rowsOf(place)).toHaveCount(0);
  await photoFile(place).setInputFiles(pictureFile(30, 40));
  await isThere(rowsOf(place));
  expect(jpeg(only(await sent(page)).bytes).size, "what Ari sends is Ari's").toEqual([30, 40]);
  await page.goto(work);
  await isThere(rowsOf(place));
  expect(jpeg(only(await sent(page)).bytes).size).toEqual([40, 30]);
});

test("a photo that is gone from the phone is said, and not sent", async ({ page }) => {
  const { place } = await at(page, "seen");
  await photoFile(place).setInputFiles(pictureFile());
  await saved(page);
  await page.evaluate(async () => {
    const [{ name }] = await indexedDB.databases();
    await new Promise<void>((done) => {
      indexedDB.open(name!).onsuccess = ({ target }) => {
        const database = (target as IDBOpenDBRequest).result;
        const transaction = database.transaction("media", "readwrite");
        transaction.objectStore("media").clear();
        transaction.oncomplete = () => (database.close(), done());
      };
    });
  });
  await page.reload();
  await expect(place.getByText("This one was not found.")).toBeVisible();
  const result = await sent(page);
  expect(result.media).toBeUndefined();
  expect(result.answers).toMatchObject([{ ask: "seen" }]);
  await expect(page.getByText("A photo or a recording was not found on this phone")).toBeVisible();
});

test("what is too long for a message is not offered as text", async ({ page }) => {
  const { place } = await at(page, "seen");
  const work = page.url();
  await photoFile(place).setInputFiles(pictureFile());
  await saved(page);
  const copy = page.getByRole("button", { name: "Copy as text" });
  await page.goto(`${work}/send`);
  await expect(page.getByRole("button", { name: "Save the file" })).not.toHaveAttribute("aria-disabled");
  await expect(copy).toBeVisible();
  await page.goto(work);
  // Nothing in it repeats.
  const noise = await page.evaluate(async () => {
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [1000, 800];
    const pen = canvas.getContext("2d")!;
    const picture = pen.createImageData(1000, 800);
    let state = 1;
    picture.data.forEach((_, at) => (picture.data[at] = at % 4 === 3 ? 255 : (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) >>> 24));
    pen.putImageData(picture, 0, 0);
    return canvas.toDataURL("image/png").split(",")[1];
  });
  await photoFile(place).setInputFiles({ name: "noise.png", mimeType: "image/png", buffer: Buffer.from(noise, "base64") });
  await expect(rowsOf(place)).toHaveCount(2);
  await saved(page);
  await page.goto(`${work}/send`);
  await expect(copy).toBeHidden();
  expectMedia(await (async () => {
    const download = page.waitForEvent("download");
    await page.getByRole("button", { name: "Save the file" }).click();
    return readResult(await readFile(await (await download).path(), "utf8"));
  })());
});

/** A short sound as a file. */
function soundFile(name = "sound.wav", mimeType = "audio/wav") {
  const head = Buffer.from("524946468400000057415645666d74201000000001000100401f0000401f0000010008006461746160000000", "hex");
  return { name, mimeType, buffer: Buffer.concat([head, Buffer.alloc(96, 128)]) };
}

test("a recording ends by itself at its limit, and can be played after a reload", async ({ page, context }) => {
  await context.grantPermissions(["microphone"]);
  const { ask, place } = await at(page, "heard");
  await place.getByRole("button", { name: "Record" }).click();
  await expect(place.getByRole("timer")).toHaveText("1 of 5 seconds");
  await expect(rowsOf(place)).toHaveCount(1);
  await expect(place.getByRole("button", { name: "Record" })).toBeVisible();
  await expect(place.getByRole("timer")).toHaveText("");
  await saved(page);
  await page.reload();
  await isThere(rowsOf(place));
  expect(await shown(page, ask)).toEqual({ audio: [{ date: "2026-11-23" }] });
  const played = place.locator("audio").evaluate(async (sound: HTMLAudioElement) => {
    sound.muted = true;
    await sound.play();
    return new Promise((done) => (sound.ontimeupdate = () => sound.currentTime > 0 && done("played")));
  });
  expect(await played).toBe("played");
  expectMedia(await sent(page));
});

test("a recording is not lost when its screen is left", async ({ page, context }) => {
  await context.grantPermissions(["microphone"]);
  const { place } = await at(page, "heard");
  const work = page.url();
  await place.getByRole("button", { name: "Record" }).click();
  await expect(place.getByRole("timer")).toHaveText("1 of 5 seconds");
  await page.goto(`${work}/send`);
  await saved(page);
  await page.goto(work);
  await isThere(rowsOf(place));
});

for (const [what, fault] of [
  ["is refused", () => (navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException("no", "NotAllowedError")))],
  ["is not there", () => Object.defineProperty(navigator, "mediaDevices", { value: undefined })],
  ["cannot be recorded", () => Reflect.deleteProperty(window, "MediaRecorder")],
] as const) {
  test(`where the microphone ${what}, that is said, and a sound file is taken instead`, async ({ page, context }) => {
    await context.grantPermissions(["microphone"]);
    await page.addInitScript(fault);
    const { place } = await at(page, "heard");
    const choose = place.getByLabel("Choose a sound file");
    await expect(choose).toBeHidden();
    await place.getByRole("button", { name: "Record" }).click();
    await expect(place.getByText("The microphone cannot be used here.")).toBeVisible();
    await expect(place.getByRole("button", { name: "Record" })).toBeVisible();
    await choose.setInputFiles({ name: "film.mp4", mimeType: "video/mp4", buffer: Buffer.from("film") });
    await expect(place.getByText("This file cannot be used.")).toBeVisible();
    await choose.setInputFiles(soundFile());
    await isThere(rowsOf(place));
    await saved(page);
    expect(only(await sent(page))).toEqual({ type: "audio/wav", bytes: soundFile().buffer });
  });
}

test("a sound that no mail would carry is refused", async ({ page }) => {
  await page.addInitScript(() => Reflect.deleteProperty(window, "MediaRecorder"));
  const { place } = await at(page, "heard");
  await place.getByRole("button", { name: "Record" }).click();
  await place.getByLabel("Choose a sound file").setInputFiles({ ...soundFile(), buffer: Buffer.alloc(7 << 20) });
  await expect(place.getByText("This file cannot be used.")).toBeVisible();
  await expect(rowsOf(place)).toHaveCount(0);
});

test("recording one question is no business of another's button", async ({ page, context }) => {
  await context.grantPermissions(["microphone"]);
  const { ask, place } = await at(page, "heard");
  await place.getByRole("button", { name: "Record" }).click();
  await recorded(place, ask);
  await expect(photoFile(field(page, (await asked()).seen))).toBeVisible();
  // A second one, and then there can be no more.
  await place.getByRole("button", { name: "Record" }).click();
  await expect(place.getByRole("timer")).toHaveText("1 of 5 seconds");
  await place.getByRole("button", { name: "Stop" }).click();
  await expect(rowsOf(place)).toHaveCount(2);
  await expect(place.getByRole("button", { name: "Record" })).toBeHidden();
});

test("lines are undone one by one, and a drawing that was begun again is put back", async ({ page }) => {
  const { ask, place } = await at(page, "drawn");
  const button = (name: string) => place.getByRole("button", { name });
  for (const name of ["Undo the last line", "Start again", "Put it back"]) await expect(button(name)).toBeHidden();
  await expect(place.getByRole("img")).toHaveAccessibleName("Lines in the drawing: 0");
  for (const y of [0.2, 0.4, 0.6]) await drawLine(place, [0.1, y], [0.9, y]);
  await expect(place.getByRole("img")).toHaveAccessibleName("Lines in the drawing: 3");
  await button("Undo the last line").click();
  await expect(strokes(place)).toHaveCount(2);
  const two = await shown(page, ask);
  await button("Start again").click();
  await expect(strokes(place)).toHaveCount(0);
  await button("Put it back").click();
  expect(await shown(page, ask)).toEqual(two);
  await button("Start again").click();
  await drawLine(place, [0.5, 0.2], [0.5, 0.8]);
  await expect(button("Put it back"), "it would take the new line away").toBeHidden();
  await saved(page);
  await page.reload();
  await expect(strokes(place)).toHaveCount(1);
});

test.describe("with a finger", () => {
  test.use({ hasTouch: true, viewport: { width: 390, height: 700 } });

  test("a tap is a point, and the page does not move with the finger", async ({ page }) => {
    const { ask, place } = await at(page, "drawn");
    const paper = place.locator(".canvas");
    await paper.scrollIntoViewIfNeeded();
    const box = (await paper.boundingBox())!;
    await page.touchscreen.tap(box.x + box.width / 2, box.y + box.height / 2);
    await expect(strokes(place)).toHaveCount(1);
    const { drawing } = (await shown(page, ask)) as { drawing: string };
    const points = drawing.slice(1).split(" ");
    expect(new Set(points).size).toBe(1);
    expect(drawing[0]).toBe("k");
    expect(await paper.evaluate((element) => getComputedStyle(element).touchAction)).toBe("none");
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
  });
});

test("what two tabs draw stays", async ({ page, context }) => {
  const { ask, place } = await at(page, "drawn");
  const second = await context.newPage();
  // It hears nothing of the first.
  await second.addInitScript(() => {
    BroadcastChannel.prototype.addEventListener = () => {};
  });
  await second.goto(page.url());
  const other = field(second, ask);
  await expect(other.locator(".canvas")).toBeVisible();
  await drawLine(place, [0.1, 0.2], [0.9, 0.2]);
  await saved(page);
  await drawLine(other, [0.1, 0.8], [0.9, 0.8]);
  await saved(second);
  for (const tab of [place, other]) await expect(strokes(tab)).toHaveCount(2);
});

test("where the part of the page for it does not come, that is said", async ({ page, troubles }) => {
  troubles.expect(/console: .*ERR_FAILED/);
  await page.route("**/capture.js", (route) => route.abort());
  const { place } = await at(page, "seen");
  await expect(place.getByText("A part of this question could not be loaded.")).toBeVisible();
});
