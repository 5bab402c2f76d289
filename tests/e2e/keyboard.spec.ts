import { type Locator, type Page } from "@playwright/test";

import { type Ask, MONDAY, TODAY, addChild, assignment, assignments, cellText, cellTexts, drawLine, field, idsOfAll, photoFile, recorded, saved } from "./homework";
import { pictureFile } from "./picture";
import { type Capture, type Value, cells, rows, shown, strokes } from "./value";
import { expect, test } from "./watched";

// Every ask of every shipped assignment, with nothing but a keyboard, and back after a reload.

const IDS = idsOfAll();

test("every file is an assignment", async () => {
  expect(IDS).not.toEqual([]);
  expect((await assignments(process.env.SITE_URL!)).map(({ id }) => id).sort()).toEqual(IDS);
});

for (const id of IDS) {
  test(`${id} can be answered with the keyboard alone, and is there after a reload`, async ({ page }) => {
    const { title, asks } = await assignment(id);
    await page.clock.setFixedTime(MONDAY);
    await page.goto("");
    await addChild(page, "Tāne", "boat");
    const child = new URL(page.url()).hash;
    await page.goto(`${child}/${id}`);
    await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();

    const given: Value[] = [];
    for (const ask of asks) given.push(await answerByKeyboard(page, ask));
    const all = async () => Promise.all(asks.map((ask) => shown(page, ask)));
    expect(await all()).toEqual(given);
    const wanted = asks.filter(({ optional }) => !optional);
    const drawn = wanted.filter(({ kind }) => kind === "drawing");
    const done = page.getByText(`${wanted.length - drawn.length} of ${wanted.length} done`);
    await expect(done).toBeVisible();
    await saved(page);

    await page.reload();
    await expect(done).toBeVisible();
    expect(await all()).toEqual(given);
  });
}

/** Answers a question, going everywhere with the Tab key. */
async function answerByKeyboard(page: Page, ask: Ask): Promise<Value> {
  const place = field(page, ask);
  switch (ask.kind) {
    case "text":
      await tabTo(page, place);
      await page.keyboard.type(`${ask.id} kōrero`);
      return { text: `${ask.id} kōrero` };
    case "number":
      await tabTo(page, place);
      await page.keyboard.type("7");
      return { number: "7" };
    case "choice":
      await chooseSecond(page, place);
      return { choice: ask.options![1] };
    case "scale":
      await chooseSecond(page, place);
      return { scale: { step: 2, of: await place.getByRole("radio").count() } };
    case "choices":
      for (const box of [place.getByRole("checkbox").first(), place.getByRole("checkbox").last()]) {
        await tabTo(page, box);
        await page.keyboard.press("Space");
      }
      return { choices: [ask.options![0], ask.options!.at(-1)!] };
    case "done":
      await tabTo(page, place.getByRole("checkbox"));
      await page.keyboard.press("Space");
      return { done: true };
    case "table":
      return fillTable(page, place, ask);
    case "log":
      return fillLog(page, place, ask);
    case "drawing":
      return passDrawing(page, place);
    case "photo":
      return choosePhoto(page, place, ask);
    case "audio":
      await page.context().grantPermissions(["microphone"]);
      await press(page, place.getByRole("button", { name: "Record" }));
      await recorded(place, ask);
      return { audio: [await describeByKeyboard(page, place, ask)] };
    case "agreement":
      for (const box of await place.getByRole("checkbox").all()) {
        await tabTo(page, box);
        await page.keyboard.press("Space");
      }
      return { agreement: ["student", "family"] };
  }
}

/** A keyboard cannot draw. It can take a pen, is told what else to do, and can undo what somebody else has drawn; then it goes on. */
async function passDrawing(page: Page, place: Locator): Promise<Value> {
  await expect(place).toHaveAccessibleDescription(/tell somebody/);
  await tabTo(page, place.getByRole("radio").first());
  await page.keyboard.press("ArrowRight");
  await expect(place.getByRole("radio", { name: "Red" })).toBeChecked();
  for (const y of [0.3, 0.6]) await drawLine(place, [0.2, y], [0.8, y]);
  const button = (name: string) => place.getByRole("button", { name });
  await tabTo(page, place.getByRole("radio", { name: "Red" }));
  await press(page, button("Undo the last line"));
  await expect(strokes(place)).toHaveCount(1);
  await press(page, button("Start again"));
  await expect(button("Put it back")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(button("Undo the last line")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(strokes(place)).toHaveCount(0);
  await expect(button("Put it back")).toBeFocused();
  await page.keyboard.press("Tab");
  expect(await place.evaluate((group) => group.contains(document.activeElement))).toBe(false);
  return { drawing: "" };
}

async function choosePhoto(page: Page, place: Locator, ask: Ask): Promise<Value> {
  // Before the way there, so that the browser has heard by then that its dialog is not wanted.
  const chooser = page.waitForEvent("filechooser");
  await tabTo(page, photoFile(place));
  await page.keyboard.press("Enter");
  await (await chooser).setFiles(pictureFile());
  await expect(place.getByRole("group")).toHaveCount(1);
  return { photo: [await describeByKeyboard(page, place, ask)] };
}

/** Words about the first photo or recording. Its day stays today. The focus is behind it, on what added it. */
async function describeByKeyboard(page: Page, place: Locator, ask: Ask): Promise<Capture> {
  const [first] = await rows(place);
  await tabTo(page, cells(first), "Shift+Tab");
  await page.keyboard.type(cellText(ask, 0, 0));
  return { date: TODAY, words: cellText(ask, 0, 0) };
}

/** The space bar takes the first, and the arrow moves on to the second. */
async function chooseSecond(page: Page, place: Locator) {
  const [first, second] = await place.getByRole("radio").all();
  await tabTo(page, first);
  await page.keyboard.press("Space");
  await expect(first).toBeChecked();
  await page.keyboard.press("ArrowDown");
  await expect(second).toBeChecked();
  await expect(first).not.toBeChecked();
}

/** Every cell. Where it can grow: two more rows, of which one is taken out again. The focus is in it: it goes to a new row. */
async function fillTable(page: Page, place: Locator, ask: Ask): Promise<Value> {
  const named = ask.count === undefined;
  if (!named) {
    const before = (await rows(place)).length;
    for (const more of [1, 2]) {
      await press(page, place.getByRole("button", { name: "Add a row" }));
      await expect(place.getByRole("group")).toHaveCount(before + more);
    }
    await press(page, place.getByRole("button", { name: "Take this row out" }).last());
    await expect(place.getByRole("group")).toHaveCount(before + 1);
  }
  const table = [];
  for (const [number, row] of (await rows(place)).entries()) {
    await fillRow(page, row, ask, number);
    table.push({ ...(named ? { name: ask.options![number] } : {}), cells: cellTexts(ask, number) });
  }
  return { table };
}

/** Two times: the first on another day and with the tick. A third is taken out again. */
async function fillLog(page: Page, place: Locator, ask: Ask): Promise<Value> {
  await press(page, place.getByRole("button", { name: "Write down the first time" }));
  for (const more of [2, 3]) {
    await press(page, place.getByRole("button", { name: "Write down another time" }));
    await expect(place.getByRole("group")).toHaveCount(more);
  }
  await press(page, place.getByRole("button", { name: "Take this one out" }).last());
  await expect(place.getByRole("group")).toHaveCount(2);
  const [first, second] = await rows(place);
  await tabTo(page, first.getByLabel("Day", { exact: true }), "Shift+Tab");
  // Backwards, that is its calendar's button. Before it are the year, the day and the month, as the browser of the tests writes them.
  for (let part = 0; part < 3; part++) await page.keyboard.press("Shift+Tab");
  await page.keyboard.type("11212026");
  await fillRow(page, first, ask, 0);
  await tabTo(page, first.getByRole("checkbox"));
  await page.keyboard.press("Space");
  await fillRow(page, second, ask, 1);
  return {
    log: [
      { date: "2026-11-21", cells: cellTexts(ask, 0), tick: true },
      { date: TODAY, cells: cellTexts(ask, 1) },
    ],
  };
}

async function fillRow(page: Page, row: Locator, ask: Ask, number: number) {
  for (const [column, cell] of (await cells(row).all()).entries()) {
    await tabTo(page, cell);
    await page.keyboard.type(cellText(ask, number, column));
  }
}

async function press(page: Page, button: Locator) {
  await tabTo(page, button);
  await page.keyboard.press("Enter");
}

/** Tab until the focus is there. The page has an end, so this has one too. */
async function tabTo(page: Page, target: Locator, key = "Tab") {
  for (let pressed = 0; pressed < 300; pressed++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`The ${key} key does not reach ${target}`);
}
