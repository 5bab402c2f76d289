import { deflateSync } from "node:zlib";

import { type Page } from "@playwright/test";

import { Chance, times } from "./chance";
import { addChild } from "./homework";
import { count, expect, isOurs, onOneLine, test, words } from "./hostile-words";

// A compiled document that nobody compiled, in a link: home reads it without a compiler in between.

const link = (document: object) => `#/open/${deflateSync(JSON.stringify({ taumahi: 1, document })).toString("base64url")}`;

/** A document with questions of all kinds. `said` stands in every place of plain words, `html` in every one of formatted words. */
function compiled(id: string, said: string, html: string) {
  const columns = [{ id: "one", heading: said }, { id: "two", heading: said, number: said }];
  const ask = (kind: string, more: object) => ({ ask: { id: `a-${kind}`, kind, question: html, hint: html, help: html, ...more } });
  const parts = [
    { prose: html },
    { tip: html },
    ask("text", {}),
    ask("number", { words: said, correct: ["1"] }),
    ask("choice", { options: [said, "other"], correct: [said] }),
    ask("choices", { options: [said, "other"] }),
    ask("scale", { options: [said, said], count: 3 }),
    ask("table", { columns, options: [said] }),
    ask("log", { columns, words: said, count: 1 }),
    ask("done", { words: said }),
    ask("drawing", {}),
    ask("photo", {}),
    ask("audio", {}),
    ask("agreement", { options: [said], correct: [said], teacher: [said] }),
  ];
  return {
    version: 1,
    head: { id, hash: "0000000000000000", lang: "en", title: said, subject: said, year: said },
    objectives: [html],
    materials: [html],
    letter: html,
    sections: [{ heading: html, parts }],
    feedback: { statements: [{ id: "led", text: said }], scale: [said, said], words: said },
  };
}

async function opened(page: Page, name: string) {
  await page.getByRole("button", { name }).click();
  await expect(page.getByText("Who is doing this?")).toBeHidden();
  await page.evaluate(() => document.querySelectorAll("details").forEach((each) => (each.open = true)));
}

test("plain words in a link are words, in every place, for the child, the family and the teacher", async ({ page }) => {
  await page.goto("");
  await addChild(page, "Manaia", "kite");
  const chance = new Chance("hostile words for the family");
  const atTheEnd = new Set(Array.from({ length: times(words.length) }, () => chance.below(words.length)));
  for (const [number, said] of words.entries()) {
    await page.goto(link(compiled(`links-${number}`, said, "x")));
    await expect(page.getByText("Who is doing this?")).toBeVisible();
    await isOurs(page);
    await opened(page, "Manaia");
    await expect(page.getByRole("heading", { level: 1 })).toHaveJSProperty("textContent", said);
    expect(await count(page, said), said).toBeGreaterThanOrEqual(15);
    await isOurs(page);
    if (!atTheEnd.has(number)) continue;
    await page.goto(`${page.url()}/family`);
    await page.getByRole("button", { name: "Nana" }).click();
    expect(await count(page, said), said).toBeGreaterThanOrEqual(4);
    await isOurs(page);
  }
});

test("a file with hostile words around its link opens the link, and nothing else", async ({ page, baseURL }) => {
  const chance = new Chance("hostile files of homework");
  await page.goto("");
  await addChild(page, "Manaia", "kite");
  const list = page.url();
  for (let tries = times(words.length); tries > 0; tries--) {
    const said = chance.of(words);
    await page.goto(list);
    const text = `${said}\n${baseURL}${link(compiled("kites", "Kites", "x"))}\n${said}`;
    await page.getByLabel("Open homework from a file").setInputFiles({ name: `${onOneLine(said)}.txt`, mimeType: "text/html", buffer: Buffer.from(text) });
    await expect(page.getByText("Who is doing this?")).toBeVisible();
    await isOurs(page);
  }
});

test("formatted words in a link are refused or harmless", async ({ page }) => {
  await page.goto("");
  await addChild(page, "Manaia", "kite");
  const refused: string[] = [];
  for (const [number, html] of words.entries()) {
    await page.goto(link(compiled(`html-${number}`, "x", html)));
    const broken = page.getByText("This link is not whole");
    await expect(broken.or(page.getByText("Who is doing this?"))).toBeVisible();
    if (await broken.isVisible()) {
      refused.push(html);
    } else {
      await opened(page, "Manaia");
    }
    await isOurs(page);
  }
  // A sign that opens a tag is none that the compiler writes, unless it was written as words.
  expect(refused).toEqual(words.filter((html) => html.includes("<")));
});
