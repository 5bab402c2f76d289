import { type Page } from "@playwright/test";
import { extractText, getDocumentProxy } from "unpdf";

/** What the browser prints of a page, side by side, without the spaces: where a line ends, a space may be missing. */
export async function printed(page: Page): Promise<string[]> {
  const pdf = await page.pdf({ preferCSSPageSize: true });
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(pdf)), { mergePages: false });
  return text.map(withoutSpaces);
}

export function withoutSpaces(words: string): string {
  return words.replace(/\s+/g, "");
}
