import { field, photoFile, recorded, saved } from "./homework";
import { asked, at, only, rowsOf, sent } from "./one-of-each";
import { pictureFile } from "./picture";
import { expectMedia, mediaOf } from "./result-file";
import { isThere, shown } from "./value";
import { expect, test } from "./watched";

// Recordings, on the assignment that the tests write themselves.

test.use({ baseURL: process.env.SITE_URL_OF_ITS_OWN });

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

test("a sound that no mail would carry is refused", async ({ page, context }) => {
  // Else the browser asks somebody who is not there, and may wait for ever.
  await context.grantPermissions(["microphone"]);
  await page.addInitScript(() => Reflect.deleteProperty(window, "MediaRecorder"));
  const { place } = await at(page, "heard");
  await place.getByRole("button", { name: "Record" }).click();
  await expect(place.getByText("The microphone cannot be used here.")).toBeVisible();
  await place.getByLabel("Choose a sound file").setInputFiles({ ...soundFile(), buffer: Buffer.alloc(7 << 20) });
  await expect(place.getByText("This file cannot be used.")).toBeVisible();
  await expect(rowsOf(place)).toHaveCount(0);
});

test("what would be too much for what is sent is refused in words", async ({ page, context }) => {
  await context.grantPermissions(["microphone"]);
  const refuse = () => (navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException("no", "NotAllowedError")));
  await page.addInitScript(refuse);
  const { place } = await at(page, "heard");
  const photos = field(page, (await asked()).seen);
  await place.getByRole("button", { name: "Record" }).click();
  const choose = place.getByLabel("Choose a sound file");
  const sound = (megabytes: number) => ({ ...soundFile(), buffer: Buffer.alloc(megabytes << 20, soundFile().buffer) });
  await choose.setInputFiles(sound(6));
  await expect(rowsOf(place)).toHaveCount(1);
  await choose.setInputFiles(sound(6));
  await expect(rowsOf(place)).toHaveCount(2);
  await saved(page);
  // The next question is near the end of the room: as if it had a large sound too.
  await page.evaluate(() => document.querySelector("[data-bytes]")!.setAttribute("data-bytes", `${10 << 20}`));
  await photoFile(photos).setInputFiles(pictureFile());
  await expect(photos.getByText("There is no room for this one in what you send.")).toBeVisible();
  await expect(rowsOf(photos)).toHaveCount(0);
  await page.reload();
  for (const row of await rowsOf(place).all()) await isThere(row);
  await photoFile(photos).setInputFiles(pictureFile());
  await expect(rowsOf(photos)).toHaveCount(1);
  expect(mediaOf(await sent(page)).size).toBe(3);
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
