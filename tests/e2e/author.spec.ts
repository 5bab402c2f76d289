import { writeFileSync } from "node:fs";

import AxeBuilder from "@axe-core/playwright";

import { KITES, content, drafts, editor, preview, putCursor, write } from "./author";
import { addChild, saved } from "./homework";
import { expect, test } from "./watched";

test("a mistake is told where it is, and mended there", async ({ page }) => {
  await write(page, KITES.replace("who: together", "hwo: together"));
  await expect(page.getByText("One mistake to mend")).toBeVisible();
  await expect(page.getByText("Mend the mistakes first")).toBeVisible();
  await expect(page.locator(".cm-lintRange-error")).toHaveText("hwo");
  await page.getByRole("button", { name: /^Line 14: / }).click();
  await expect(editor(page)).toBeFocused();
  for (const key of ["Delete", "Delete", "Delete"]) await page.keyboard.press(key);
  await page.keyboard.type("who");
  await expect(page.getByText("Nothing to mend")).toBeVisible();
  await expect(page.locator(".cm-lintRange-error")).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Copy a link" })).toBeVisible();
});

test("each key in a text of 2,000 lines is followed by a check of all of it", async ({ page }) => {
  const [head, ask] = KITES.split("## Make it");
  const asks = Array.from({ length: 180 }, (_, at) => `## Part ${at}${ask.replace("made", `made-${at}`).replace("flew", `flew-${at}`)}`);
  const text = head + asks.join("").split("\n").slice(0, 1_990).join("\n");
  await write(page, `${text}\n\`\`\`ask text\nid: last\nhwo: family\nquestion: Last?\n\`\`\`\n`);
  const problem = page.getByRole("button", { name: /^Line \d+: .*hwo/ });
  await expect(problem).toBeVisible();
  await putCursor(page, 2);
  const before = (await problem.textContent())!.match(/\d+/)![0];
  await page.evaluate(() => performance.clearMeasures("check"));
  for (let key = 1; key <= 10; key++) {
    await page.keyboard.press("Enter");
    await expect(problem).toHaveText(new RegExp(`Line ${Number(before) + key}:`));
  }
  const times = await page.evaluate(() => performance.getEntriesByName("check").map(({ duration }) => duration));
  expect(times).toHaveLength(10);
  times.sort((one, other) => one - other);
  console.log(`from key to checked: ${((times[4] + times[5]) / 2).toFixed(1)} ms for ${text.split("\n").length} lines (median of 10; the longest ${times[9].toFixed(1)} ms)`);
});

test("the preview is what a family sees, as wide as a phone, and follows what is typed", async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 900 });
  await write(page);
  const family = preview(page);
  await expect(family.getByRole("heading", { level: 1, name: "Kites at home" })).toBeVisible();
  expect((await page.locator("iframe").boundingBox())!.width).toBeLessThanOrEqual(390);
  await putCursor(page, 2);
  await page.keyboard.type(" and at school");
  await expect(family.getByRole("heading", { level: 1, name: "Kites at home and at school" })).toBeVisible();
  // The teacher's place is in the editor, whatever home draws.
  await expect(editor(page)).toBeFocused();
  await page.goBack();
  await expect(page, "the preview leaves no trace in the browser's history").not.toHaveURL(/write/);
});

test("the cursor's place is kept in step both ways", async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 500 });
  await write(page, KITES.replace("Find paper", `${"Look for paper.\n\n".repeat(40)}Find paper`));
  const family = preview(page);
  const question = family.getByText("What flew when you were young?");
  await expect(question).not.toBeInViewport();
  await editor(page).click();
  await page.keyboard.press("Control+End");
  await expect(question).toBeInViewport();
  // Typing keeps it there.
  await page.keyboard.press("ArrowUp");
  await page.keyboard.type("\n");
  await expect(question).toBeInViewport();
  await family.getByRole("heading", { name: "Make it" }).click();
  await expect(page.locator(".cm-activeLine")).toHaveText("## Make it");
  await expect(page.locator(".cm-activeLine")).toBeInViewport();
});

test("what is unsaved survives the page, and goes to its file as it was written", async ({ page, context }) => {
  await write(page, KITES.replaceAll("\n", "\r\n"));
  await expect(page.getByText("Everything is saved.")).toBeVisible();
  await putCursor(page, 2);
  await page.keyboard.type(" 🪁");
  await expect(page.getByText("Not saved to its file yet")).toBeVisible();
  await expect.poll(() => drafts(page)).toEqual(["kites.md"]);
  // The browser dies without a word to the page.
  const other = await context.newPage();
  const session = await context.newCDPSession(page);
  const crashed = page.waitForEvent("crash");
  // It is never answered.
  void session.send("Page.crash").catch(() => {});
  await crashed;
  await other.addInitScript(() => Reflect.deleteProperty(window, "showOpenFilePicker"));
  await other.goto("desk/#/write");
  await expect(editor(other)).toContainText("Kites at home 🪁");
  // The file is still as it was: opened again, what was typed stays.
  const file = { name: "kites.md", mimeType: "text/markdown", buffer: Buffer.from(KITES.replaceAll("\n", "\r\n")) };
  await other.getByLabel("Open a file").setInputFiles(file);
  await expect(editor(other)).toContainText("Kites at home 🪁");
  const download = other.waitForEvent("download");
  await other.getByRole("button", { name: "Save", exact: true }).click();
  expect(await content(await download)).toBe(KITES.replace("at home", "at home 🪁").replaceAll("\n", "\r\n"));
  await expect(other.getByText("Everything is saved.")).toBeVisible();
  await expect.poll(() => drafts(other)).toEqual([]);
});

test("a folder gives its pictures and its translations, and is written back to", async ({ page }) => {
  await page.addInitScript((text) => {
    // The browser's own dialog cannot be pressed by a test: a folder in the page's private file system takes its place.
    Reflect.set(window, "showDirectoryPicker", async () => {
      const root = await navigator.storage.getDirectory();
      const put = async (folder: FileSystemDirectoryHandle, name: string, content: string | Blob) => {
        const writing = await (await folder.getFileHandle(name, { create: true })).createWritable();
        await writing.write(content);
        await writing.close();
      };
      await put(root, "kites.md", text.replace("Find paper", "![a red kite](media/kite.svg)\n\nFind paper"));
      await put(root, "kites.sm.md", "---\ntitle: Lupe\nstatus: draft\n---\n");
      const media = await root.getDirectoryHandle("media", { create: true });
      await put(media, "kite.svg", new Blob(['<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"/>'], { type: "image/svg+xml" }));
      return root;
    });
  }, KITES);
  await page.goto("desk/#/write");
  await page.getByRole("button", { name: "Open a folder" }).click();
  const picture = preview(page).getByAltText("a red kite");
  await expect(picture).toHaveAttribute("src", /^blob:/);
  await expect(page.getByText("Nothing to mend")).toBeVisible();
  await page.getByRole("link", { name: "Print on paper" }).click();
  await expect(page.locator(".paper").getByAltText("a red kite")).toHaveAttribute("src", /^blob:/);
  await page.goBack();
  await putCursor(page, 2);
  await page.keyboard.type(" today");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("Saved in kites.md.")).toBeVisible();
  const written = await page.evaluate(async () => {
    const root = await navigator.storage.getDirectory();
    return (await (await root.getFileHandle("kites.md")).getFile()).text();
  });
  expect(written).toContain("title: Kites at home today\n");
  // The translation lacks all that the original has.
  await page.getByRole("combobox", { name: "Text", exact: true }).selectOption("kites.sm.md");
  await expect(page.getByText(/mistakes? to mend|hints?$/)).toBeVisible();
  await expect(page.getByRole("button", { name: /^Line \d+: / }).first()).toBeVisible();
});

test("a text is printed as it stands in the editor, and is there when its teacher comes back", async ({ page }) => {
  await write(page);
  await putCursor(page, 2);
  await page.keyboard.type(" today");
  await page.getByRole("link", { name: "Print on paper" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Kites at home today" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Print", exact: true })).toBeVisible();
  await expect(page.getByText("For your family: how did it go?")).toBeVisible();
  await page.reload();
  await expect(page.getByRole("heading", { level: 1, name: "Kites at home today" })).toBeVisible();
  await page.getByRole("link", { name: "Write homework" }).click();
  await expect(editor(page)).toContainText("title: Kites at home today");
});

test("a text that takes more than one sheet says so, on the screen only", async ({ page }) => {
  await write(page, KITES.replace("Find paper", "Find paper and tell a long story about it. ".repeat(300)));
  await page.getByRole("link", { name: "Print on paper" }).click();
  const note = page.getByText("This takes more than two sides of A4.");
  await expect(note).toBeVisible();
  await page.emulateMedia({ media: "print" });
  await expect(note).toBeHidden();
});

test("there is nothing to print before something is written", async ({ page }) => {
  await page.goto("desk/#/write/paper");
  await expect(page.getByRole("heading", { level: 1, name: "There is no homework to print yet" })).toBeVisible();
});

test("a file that is no text is refused by its name", async ({ page }) => {
  await page.addInitScript(() => Reflect.deleteProperty(window, "showOpenFilePicker"));
  await page.goto("desk/#/write");
  const buffer = Buffer.from([0xff, 0xfe, 0x2d, 0x00]);
  await page.getByLabel("Open a file").setInputFiles({ name: "kites.md", mimeType: "text/markdown", buffer });
  await expect(page.getByRole("alert").filter({ hasText: "kites.md" })).toContainText("UTF-8");
});

test("every template is without a mistake, opens today and can be handed out beside the class's own", async ({ page }) => {
  await page.goto("desk/#/write");
  const choose = page.getByLabel("Start from");
  await expect(choose.locator("option")).toHaveCount(24);
  const kinds = await choose.locator("option:not([value=''])").evaluateAll((all) => all.map((option) => (option as HTMLOptionElement).value));
  const today = new Date().toISOString().slice(0, 10);
  for (const kind of kinds) {
    await choose.selectOption(kind);
    await expect(page.getByLabel("Name of the file")).toHaveValue(`${kind}-2.md`);
    await expect(page.getByText("Nothing to mend")).toBeVisible();
    await expect(page.getByRole("button", { name: "Copy a link" }), kind).toBeVisible();
    expect(await editor(page).textContent(), kind).toMatch(new RegExp(`opens: ${today}|title:(?!.*opens:)`));
  }
});

test("a link and a file carry the homework to a family, who keep it and send it back", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await write(page);
  await page.getByRole("button", { name: "Copy a link" }).click();
  await expect(page.getByText("Copied. Now paste the link")).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link).toContain("/#/open/");
  await page.getByRole("button", { name: "Copy a message" }).click();
  await expect(page.getByText("Copied. Now paste the message")).toBeVisible();
  const message = await page.evaluate(() => navigator.clipboard.readText());
  expect(message).toContain("“What flew when you were young?”");
  expect(message).toContain(link);
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save a file for families" }).click();
  const file = await content(await download);
  expect(file).toContain(link);

  const family = await context.newPage();
  await family.goto(link);
  await expect(family.getByRole("heading", { name: "Kites at home" })).toBeVisible();
  await family.getByRole("link", { name: "Add a child" }).click();
  await family.getByLabel("Your first name").fill("Hinemoa");
  await family.getByRole("radio", { name: "shell" }).check();
  await family.getByRole("button", { name: "Start" }).click();
  await expect(family.getByRole("heading", { level: 1, name: "Kites at home" })).toBeVisible();
  await family.getByLabel("We did it").check();
  await expect(family.locator("header .saving")).toHaveText("Saved");
  await family.reload();
  await expect(family.getByLabel("We did it")).toBeChecked();

  // The class's list does not have it, so it is printed from what this device keeps.
  const opened = family.waitForEvent("popup");
  await family.getByRole("link", { name: "Print on paper" }).click();
  const paper = await opened;
  await expect(paper.getByRole("heading", { level: 1, name: "Kites at home" })).toBeVisible();
  await expect(paper.getByText("What flew when you were young?")).toBeVisible();
  await paper.goto(paper.url().replace("/kites/", "/boats/"));
  await expect(paper.getByRole("heading", { level: 1, name: "This homework is not on this device" })).toBeVisible();

  // A file on another device does the same.
  const other = await context.browser()!.newContext({ baseURL: test.info().project.use.baseURL });
  const phone = await other.newPage();
  await phone.goto("");
  await phone.getByLabel("Your first name").fill("Tama");
  await phone.getByRole("radio", { name: "kiwi" }).check();
  await phone.getByRole("button", { name: "Start" }).click();
  const path = test.info().outputPath("kites.txt");
  writeFileSync(path, file);
  await phone.getByLabel("Open homework from a file").setInputFiles(path);
  await expect(phone.getByRole("heading", { level: 1, name: "Kites at home" })).toBeVisible();
  await other.close();
});

test("a family gets what a text from a template has become, also where the class's list has the original", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto("desk/#/write");
  await page.getByLabel("Start from").selectOption("fractions-in-our-kitchen");
  await expect(page.getByLabel("Name of the file")).toHaveValue("fractions-in-our-kitchen-2.md");
  await putCursor(page, 2);
  await page.keyboard.type(" and bathroom");
  await expect(preview(page).getByRole("heading", { level: 1, name: "Fractions in our kitchen and bathroom" })).toBeVisible();
  await page.getByRole("button", { name: "Copy a link" }).click();
  await expect(page.getByText("Copied. Now paste the link")).toBeVisible();
  const family = await context.newPage();
  await family.goto(await page.evaluate(() => navigator.clipboard.readText()));
  await expect(family.getByRole("heading", { name: "Fractions in our kitchen and bathroom" })).toBeVisible();
  await family.getByRole("link", { name: "Add a child" }).click();
  await family.getByLabel("Your first name").fill("Hinemoa");
  await family.getByRole("radio", { name: "shell" }).check();
  await family.getByRole("button", { name: "Start" }).click();
  await expect(family.getByRole("heading", { level: 1, name: "Fractions in our kitchen and bathroom" })).toBeVisible();
});

test("a text of a name that is on the class's list is handed out under another, or printed", async ({ page }) => {
  await write(page, KITES, "fractions-in-our-kitchen.md");
  await expect(page.getByText("Your class’s list has homework of this name")).toBeVisible();
  await expect(page.getByRole("button", { name: "Copy a link" })).toHaveCount(0);
  await expect(page.getByRole("link", { name: "Print on paper" })).toBeVisible();
  await page.getByRole("button", { name: "Give it another name" }).click();
  await expect(page.getByRole("status").filter({ hasText: "This text is called fractions-in-our-kitchen-2.md now." })).toBeVisible();
  await expect(page.getByLabel("Name of the file")).toBeFocused();
  await expect(page.getByLabel("Name of the file")).toHaveValue("fractions-in-our-kitchen-2.md");
  await expect(page.getByRole("button", { name: "Copy a link" })).toBeVisible();
});

test("a site on this computer says that no phone can open its links", async ({ page }) => {
  await write(page);
  await expect(page.getByText("This site is only on this computer")).toBeVisible();
});

test("what is typed in from paper stays while something else is looked at, and goes only when its teacher says so", async ({ page }) => {
  await page.goto("desk/#/type-in");
  const begin = async (name: string) => {
    await page.getByLabel("Homework").selectOption("fractions-in-our-kitchen");
    await page.getByLabel("The child’s name").fill(name);
    await page.getByRole("button", { name: "Start typing" }).click();
  };
  await begin("Wiremu");
  const field = page.frameLocator("iframe").locator("textarea").first();
  await field.fill("From the paper");
  await page.getByRole("link", { name: "Write homework" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Write homework" })).toBeVisible();
  await expect(field).toBeHidden();
  await page.goBack();
  await expect(field).toHaveValue("From the paper");
  await expect(field).toBeVisible();

  // Who closes the page is asked.
  const asked = page.waitForEvent("dialog");
  await page.evaluate(() => setTimeout(() => location.reload()));
  const dialog = await asked;
  expect(dialog.type()).toBe("beforeunload");
  await dialog.dismiss();
  await expect(field).toHaveValue("From the paper");

  await begin("Mere");
  const sure = page.getByRole("button", { name: "Press again to throw away what you have typed" });
  await expect(sure).toBeVisible();
  await page.getByLabel("The child’s name").focus();
  await expect(sure).toHaveCount(0);
  await expect(field).toHaveValue("From the paper");
  await page.getByRole("button", { name: "Start typing" }).click();
  await sure.click();
  await expect(field).toHaveValue("");
});

test("a paper answer is typed in and marked as such", async ({ page }) => {
  await page.goto("desk/#/type-in");
  await page.getByLabel("Homework").selectOption("fractions-in-our-kitchen");
  await page.getByRole("button", { name: "Start typing" }).click();
  await expect(page.getByText("say whose it is")).toBeVisible();
  await page.getByLabel("The child’s name").fill("Wiremu");
  await page.getByRole("button", { name: "Start typing" }).click();
  const paper = page.frameLocator("iframe");
  await expect(paper.getByRole("heading", { level: 1, name: "Fractions in our kitchen" })).toBeVisible();
  await paper.locator("textarea").first().fill("From the paper");
  await paper.getByRole("link", { name: "Send to the teacher" }).or(paper.locator("section.next a").last()).first().click();
  await paper.getByRole("button", { name: "Put it with the class" }).click();
  await expect(page.getByText("One result opened.")).toBeVisible();
  await page.getByRole("link", { name: /Wiremu: Fractions/ }).click();
  await expect(page.getByText("typed in from paper")).toBeVisible();
  await expect(page.getByText("From the paper")).toBeVisible();
  // Home kept nothing of it.
  await page.goto("");
  await expect(page.getByText("Wiremu")).toHaveCount(0);
});

test("what is looked at stays there while a family does homework in another tab", async ({ page, context }) => {
  await write(page, KITES);
  await expect(preview(page).getByRole("heading", { level: 1 })).toBeVisible();
  const title = await preview(page).getByRole("heading", { level: 1 }).innerText();
  const family = await context.newPage();
  await family.goto("");
  await addChild(family, "Sina", "leaf");
  await family.getByRole("link", { name: /^Fractions in our kitchen/ }).click();
  await family.locator("textarea").first().fill("Once upon a time");
  await saved(family);
  await preview(page).locator("textarea").first().fill("The author tries it.");
  await expect(preview(page).getByRole("heading", { level: 1 })).toHaveText(title);
  await expect(preview(page).locator("textarea").first()).toHaveValue("The author tries it.");
});

for (const colorScheme of ["light", "dark"] as const) {
  for (const width of [320, 1280]) {
    test(`axe-core finds nothing on the author's page, ${colorScheme}, ${width} pixels wide`, async ({ page }) => {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 800 });
      await write(page, KITES.replace("who: together", "hwo: together"));
      await expect(page.getByText("One mistake to mend")).toBeVisible();
      await expect(preview(page).getByRole("heading", { level: 1 })).toBeVisible();
      // Home in its frame has tests of its own, and axe would hold its landmarks against the desk's.
      const { violations } = await new AxeBuilder({ page }).exclude("iframe").analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
      await page.goto("desk/#/type-in");
      await expect(page.getByRole("heading", { level: 1, name: "Type in a paper answer" })).toBeVisible();
      const found = await new AxeBuilder({ page }).analyze();
      expect(found.violations.map(({ id }) => id)).toEqual([]);
    });
  }
}
