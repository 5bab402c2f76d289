import { readFileSync } from "node:fs";
import path from "node:path";

import { type BrowserContext, type Frame, type Page } from "@playwright/test";

import { expect, test as watched } from "./watched";

export { expect };

/** Words that would be a program, a request or another page if anything took them for more than words: tests/hostile/words.json. */
export const words: string[] = Object.values(
  JSON.parse(readFileSync(path.resolve(import.meta.dirname, "../hostile/words.json"), "utf8")) as Record<string, string[]>,
).flat();

/** On one line, as a field of a line has it. */
export const onOneLine = (text: string) => text.replace(/\s+/g, " ").trim();

/** What must not come of words, beside what no test may cause: see watched.ts. */
export class Harm {
  readonly #done: string[] = [];

  async watch(context: BrowserContext, site: string) {
    // What every one of the words would call.
    await context.exposeBinding("canary", ({ frame }) => void this.#done.push(`a script ran on ${frame.url()}`));
    context.on("dialog", (dialog) => {
      this.#done.push(`a dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    context.on("page", (page) => page.on("framenavigated", (frame) => this.#navigated(frame, site)));
  }

  #navigated(frame: Frame, site: string) {
    if (!frame.url().startsWith(site) && frame.url() !== "about:blank") this.#done.push(`navigation to ${frame.url()}`);
  }

  done(): string[] {
    return this.#done;
  }
}

/** A test of words that do no harm: each ends with no script that ran, no dialog, no other page, and nothing that any test may not cause. */
export const test = watched.extend<{ harm: Harm }>({
  harm: [
    async ({ context, baseURL }, use) => {
      const harm = new Harm();
      await harm.watch(context, baseURL!);
      await use(harm);
      expect(harm.done()).toEqual([]);
    },
    { auto: true },
  ],
});

/** Everything on the page is what Taumahi draws: no element, attribute or address that only words could have brought. */
export async function isOurs(page: Page | Frame) {
  expect(await page.evaluate(strange)).toEqual([]);
}

function strange(): string[] {
  const found: string[] = [];
  // What the pages have of their own.
  const own = ["template#start-failed", "dialog#stopped", "noscript", "iframe[title]", "main.who-screen > form.card"];
  const never = "script:not([src]),base,object,embed,frame,frameset,iframe,template,form,dialog,noscript,plaintext,xmp,listing,style,link,meta,marquee,video,source,foreignObject,annotation-xml,maction,animate,set,mglyph";
  for (const element of document.body.querySelectorAll(never)) {
    if (!own.some((known) => element.matches(known))) found.push(`<${element.localName}>`);
  }
  const addresses = ["href", "src", "xlink:href", "data", "poster", "srcset", "background", "cite"];
  for (const element of document.querySelectorAll("*")) {
    for (const { name, value } of element.attributes) {
      if (/^on|^(srcdoc|formaction|action|ping|style|nonce)$/i.test(name)) found.push(`${element.localName} ${name}="${value}"`);
      if (!addresses.includes(name)) continue;
      const { protocol, origin } = URL.canParse(value, location.href) ? new URL(value, location.href) : { protocol: "", origin: "none" };
      const isLink = element.localName === "a" && ["https:", "mailto:"].includes(protocol) && element.getAttribute("rel") === "noopener noreferrer";
      if (!isLink && origin !== location.origin) found.push(`${element.localName} ${name}="${value}"`);
    }
  }
  for (const id of ["stopped", "start-failed"]) {
    const all = document.querySelectorAll(`#${id}, [name=${id}]`).length;
    if (all > 1) found.push(`${all} of #${id}`);
  }
  return found;
}

/** How often these words stand on the page, as words. */
export async function count(page: Page | Frame, text: string): Promise<number> {
  // A page on paper is parsed, and no parser lets the sign U+0000 be.
  const plain = (some: string) => onOneLine(some.replace(/[\0\ufffd]/g, ""));
  const all = plain(await page.evaluate(() => document.body.textContent ?? ""));
  return all.split(plain(text)).length - 1;
}
