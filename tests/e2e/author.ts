import { type Download, type Page, expect } from "@playwright/test";

export const KITES = `---
title: Kites at home
objectives:
- I can make a kite.
---
Dear whānau, we are making kites.

## Make it

Find paper and string.

\`\`\`ask done
id: made
who: together
question: We made our kite
\`\`\`

## Tell us

\`\`\`ask text
id: flew
who: family
question: What flew when you were young?
lines: 3
\`\`\`
`;

export const editor = (page: Page) => page.getByRole("textbox", { name: "Text of the homework" });

export const preview = (page: Page) => page.frameLocator("iframe[title='What a family sees']");

/** Opens the author's page with a text, in a browser that lets no page write files. */
export async function write(page: Page, text = KITES, name = "kites.md") {
  await page.addInitScript(() => Reflect.deleteProperty(window, "showOpenFilePicker"));
  await page.goto("desk/#/write");
  const file = { name, mimeType: "text/markdown", buffer: Buffer.from(text) };
  await page.getByLabel("Open a file").setInputFiles(file);
  await expect(editor(page)).toContainText(text.includes("title:") ? "title:" : text.slice(0, 10));
}

/** Puts the cursor behind the first place of these words in the editor. */
export async function putCursor(page: Page, line: number) {
  await editor(page).click();
  await page.keyboard.press("Control+Home");
  for (let at = 1; at < line; at++) await page.keyboard.press("ArrowDown");
  await page.keyboard.press("End");
}

/** The text that a browser saves. */
export async function content(download: Download): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

/** The names of the texts that the browser keeps. */
export async function drafts(page: Page): Promise<string[]> {
  return (await kept(page)).map(({ name }) => name);
}

/** The texts that the browser keeps. */
export async function kept(page: Page): Promise<{ name: string; text: string }[]> {
  return page.evaluate(async () => {
    const [{ name }] = (await indexedDB.databases()).filter(({ name }) => name!.startsWith("taumahi-desk"));
    const database = await new Promise<IDBDatabase>((done, failed) => {
      const opening = indexedDB.open(name!);
      opening.onsuccess = () => done(opening.result);
      opening.onerror = () => failed(opening.error);
    });
    const all = await new Promise<string[]>((done) => {
      const reading = database.transaction("drafts").objectStore("drafts").getAll();
      reading.onsuccess = () => done(reading.result);
    });
    database.close();
    return all.map((draft) => JSON.parse(draft));
  });
}
