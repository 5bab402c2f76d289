import { readFile } from "node:fs/promises";

import { type Locator, type Page, expect } from "@playwright/test";

/** Opens the page about what is kept, as home leads to it. */
export async function openKept(page: Page) {
  await page.goto("#/");
  await page.getByRole("link", { name: "What is kept here" }).last().click();
  await expect(page.getByRole("heading", { level: 1, name: "What is kept here" })).toBeVisible();
}

/** Presses a button that saves a copy, and gives back the file's name and text. */
export async function savedCopy(page: Page, button: Locator): Promise<{ name: string; text: string }> {
  const download = page.waitForEvent("download");
  await button.click();
  const file = await download;
  await expect(page.getByText(`Your browser is saving ${file.suggestedFilename()} now.`)).toBeVisible();
  return { name: file.suggestedFilename(), text: await readFile(await file.path(), "utf8") };
}

/** A copy of everything, from the page about what is kept. */
export async function copyOfAll(page: Page) {
  await openKept(page);
  return savedCopy(page, page.getByRole("button", { name: "Save a copy of everything" }));
}

/** Chooses a file to be put back, on the page about what is kept, and waits for these words. */
export async function putBack(page: Page, text: string, words: string | RegExp) {
  const file = { name: "copy.txt", mimeType: "text/plain", buffer: Buffer.from(text) };
  await page.getByLabel("Choose the file").setInputFiles(file);
  await expect(page.getByText(words).first()).toBeVisible();
}
