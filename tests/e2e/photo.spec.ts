import { readFile } from "node:fs/promises";

import { type Page } from "@playwright/test";

import { MONDAY, addChild, answer, field, photoFile, saved } from "./homework";
import { asked, at, jpeg, keptIds, only, rowsOf, sent } from "./one-of-each";
import { pictureFile } from "./picture";
import { expectMedia, readResult } from "./result-file";
import { cells, isThere, shown, strokes } from "./value";
import { expect, test } from "./watched";

// What is taken from the pages here is taken on the network, which a page that is kept does not ask.
test.use({ serviceWorkers: "block" });

// Photos, and what they have in common with recordings, on the assignment that the tests write themselves.

test.use({ baseURL: process.env.SITE_URL_OF_ITS_OWN });

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

test("the focus goes to the last photo when there can be no more", async ({ page }) => {
  const { place } = await at(page, "seen");
  for (const count of [1, 2, 3]) {
    await photoFile(place).focus();
    await photoFile(place).setInputFiles(pictureFile());
    await expect(rowsOf(place)).toHaveCount(count);
    await expect(count < 3 ? photoFile(place) : rowsOf(place).last()).toBeFocused();
  }
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
  await expect(page.getByText("A photo or a recording is not in what you send.")).toBeVisible();
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

test("where the part of the page for it does not come, that is said", async ({ page, troubles }) => {
  troubles.expect(/console: .*ERR_FAILED/);
  await page.route("**/capture.js", (route) => route.abort());
  const { place } = await at(page, "seen");
  await expect(place.getByText("A part of this question could not be loaded.")).toBeVisible();
});
