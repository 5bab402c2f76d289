import type { Page } from "@playwright/test";

import { KITES, drafts, editor, kept, preview, putCursor, write } from "./author";
import { expect, test } from "./watched";

/** A text, or the bytes of a file that is none. */
type Content = string | number[];

/** The address of a file: `room-12/kites.md`. */
type Path = string;

/**
 * Opens the author's page. The browser's own dialogs cannot be pressed by a test: folders in the page's private file system take their
 * place, and `choose` says what is chosen next.
 */
async function openWithFiles(page: Page, files: Record<Path, Content>) {
  await page.addInitScript(() => {
    const chosen = () => Reflect.get(window, "chosen").split("/") as string[];
    const folder = async () => (await navigator.storage.getDirectory()).getDirectoryHandle(chosen()[0]);
    Reflect.set(window, "showOpenFilePicker", async () => [await (await folder()).getFileHandle(chosen()[1])]);
    Reflect.set(window, "showDirectoryPicker", folder);
    Reflect.set(window, "showSaveFilePicker", async () => (await folder()).getFileHandle(chosen()[1], { create: true }));
  });
  await page.goto("desk/#/write");
  await page.evaluate(async (files) => {
    const root = await navigator.storage.getDirectory();
    for (const [path, content] of Object.entries(files)) {
      const [folder, name] = path.split("/");
      const file = await (await root.getDirectoryHandle(folder, { create: true })).getFileHandle(name, { create: true });
      const writing = await file.createWritable();
      await writing.write(typeof content === "string" ? content : new Uint8Array(content));
      await writing.close();
    }
  }, files);
}

const choose = (page: Page, path: Path) => page.evaluate((path) => Reflect.set(window, "chosen", path), path);

async function openFile(page: Page, path: Path) {
  await choose(page, path);
  await page.getByRole("button", { name: "Open a file" }).click();
}

/** What stands in a file. */
async function written(page: Page, path: Path): Promise<string> {
  return page.evaluate(async (path) => {
    const [folder, name] = path.split("/");
    const room = await (await navigator.storage.getDirectory()).getDirectoryHandle(folder);
    return (await (await room.getFileHandle(name)).getFile()).text();
  }, path);
}

const save = (page: Page) => page.getByRole("button", { name: "Save", exact: true }).click();

async function typeInTitle(page: Page, words: string) {
  await putCursor(page, 2);
  await page.keyboard.type(words);
}

const TWELVE = KITES.replace("Kites at home", "Kites of twelve");
const THIRTEEN = KITES.replace("Kites at home", "Kites of thirteen");

test("of two files of one name, each is written to where it came from", async ({ page }) => {
  await openWithFiles(page, { "room-12/kites.md": TWELVE, "room-13/kites.md": THIRTEEN });
  await openFile(page, "room-12/kites.md");
  await expect(editor(page)).toContainText("Kites of twelve");
  await typeInTitle(page, " today");
  const inTheWay = page.getByRole("alert").filter({ hasText: "Open here already, with words that are in no file yet: kites.md" });
  await openFile(page, "room-13/kites.md");
  await expect(inTheWay).toBeVisible();
  await expect(editor(page)).toContainText("Kites of twelve today");
  // The same file again is no other.
  await openFile(page, "room-12/kites.md");
  await expect(inTheWay).toHaveCount(0);
  await expect(editor(page)).toContainText("Kites of twelve today");
  await save(page);
  await expect(page.getByText("Saved in kites.md.")).toBeVisible();
  expect(await written(page, "room-12/kites.md")).toBe(TWELVE.replace("twelve", "twelve today"));
  expect(await written(page, "room-13/kites.md")).toBe(THIRTEEN);

  await openFile(page, "room-13/kites.md");
  await expect(editor(page)).toContainText("Kites of thirteen");
  await typeInTitle(page, " too");
  await save(page);
  await expect(page.getByText("Everything is saved.")).toBeVisible();
  expect(await written(page, "room-13/kites.md")).toBe(THIRTEEN.replace("thirteen", "thirteen too"));
  expect(await written(page, "room-12/kites.md")).toBe(TWELVE.replace("twelve", "twelve today"));
});

test("a file that could not be read is not written over, and a text that is in its file keeps its name", async ({ page }) => {
  const bytes = [0x2d, 0xff, 0x2d];
  await openWithFiles(page, { "room-12/kites.md": bytes });
  await choose(page, "room-12");
  await page.getByRole("button", { name: "Open a folder" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "kites.md" })).toContainText("UTF-8");
  await page.getByLabel("Start from").selectOption("doubling-game");
  const name = page.getByLabel("Name of the file");
  await name.fill("kites.md");
  await name.press("Tab");
  await save(page);
  await expect(page.getByText("Your folder has a kites.md that was not read here")).toBeVisible();
  expect(await written(page, "room-12/kites.md")).toHaveLength(bytes.length);
  expect(await written(page, "room-12/kites.md")).toContain("\ufffd");
  await expect(page.getByText("Not saved to its file yet")).toBeVisible();
  await name.fill("boats.md");
  await name.press("Tab");
  await save(page);
  await expect(page.getByText("Saved in boats.md.")).toBeVisible();
  expect(await written(page, "room-12/boats.md")).toContain("title:");
  await expect(name).toBeHidden();
});

test("a file whose name is on the class's list is handed out as a copy, and stays as it is", async ({ page }) => {
  const path = "room-12/fractions-in-our-kitchen.md";
  await openWithFiles(page, { [path]: KITES });
  await openFile(page, path);
  await page.getByRole("button", { name: "Give it another name" }).click();
  await expect(page.getByText("This is a copy, called fractions-in-our-kitchen-2.md.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Copy a link" })).toBeVisible();
  await typeInTitle(page, " today");
  await choose(page, "room-12/fractions-in-our-kitchen-2.md");
  await save(page);
  await expect(page.getByText("Saved in fractions-in-our-kitchen-2.md.")).toBeVisible();
  expect(await written(page, path)).toBe(KITES);
});

test("what was typed before a page was closed goes on in its file when that is opened again, and in no other", async ({ page, context }) => {
  await openWithFiles(page, { "room-12/kites.md": TWELVE, "room-13/kites.md": THIRTEEN });
  await openFile(page, "room-12/kites.md");
  await typeInTitle(page, " today");
  await expect.poll(() => drafts(page)).toEqual(["kites.md"]);
  await page.close();
  const other = await context.newPage();
  await openWithFiles(other, {});
  await expect(editor(other)).toContainText("Kites of twelve today");
  await openFile(other, "room-13/kites.md");
  await expect(other.getByText("Open here already")).toBeVisible();
  await openFile(other, "room-12/kites.md");
  await save(other);
  await expect(other.getByText("Everything is saved.")).toBeVisible();
  expect(await written(other, "room-12/kites.md")).toBe(TWELVE.replace("twelve", "twelve today"));
  expect(await written(other, "room-13/kites.md")).toBe(THIRTEEN);
});

test("opening a text that is in its file raises no alarm", async ({ page }) => {
  await write(page);
  await expect(page.getByText("Everything is saved.")).toBeVisible();
  await expect(preview(page).getByRole("heading", { level: 1, name: "Kites at home" })).toBeVisible();
  await expect(page.getByText("What you write is not being kept")).toHaveCount(0);
});

test("a check that stops in the middle costs no key", async ({ page, troubles }) => {
  troubles.expect(/the check stops/);
  await write(page);
  await page.evaluate(() => {
    // It is asked for the time before the check: as good a place to stop as any in it.
    const stop = () => {
      throw new Error("the check stops");
    };
    Object.defineProperty(window, "performance", { get: stop });
  });
  await typeInTitle(page, "!?");
  await expect.poll(async () => (await kept(page)).map(({ text }) => text.split("\n")[1])).toEqual(["title: Kites at home!?"]);
});

test("a second tab takes nothing from the first that is still written in", async ({ page, context }) => {
  await write(page);
  await typeInTitle(page, " one");
  await expect.poll(() => drafts(page)).toEqual(["kites.md"]);
  const other = await context.newPage();
  await other.addInitScript(() => Reflect.deleteProperty(window, "showOpenFilePicker"));
  await other.goto("desk/#/write");
  await expect(editor(other)).toContainText("Kites at home one");
  await page.bringToFront();
  await typeInTitle(page, " two");
  const titles = async () => (await kept(page)).map(({ text }) => text.split("\n")[1]).sort();
  await expect.poll(titles).toEqual(["title: Kites at home one two"]);
  await other.bringToFront();
  await typeInTitle(other, " three");
  await expect.poll(titles).toEqual(["title: Kites at home one three", "title: Kites at home one two"]);
});
