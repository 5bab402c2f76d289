import { type Page } from "@playwright/test";

import { MONDAY, addChild, open, words } from "./homework";
import { printed, withoutSpaces } from "./pdf";
import { expect, test } from "./watched";

/** An assignment, or its translation, as the site has it for phones. */
interface Homework {
  head: { id: string; hash: string; lang: string; title: string; draft?: boolean };
  sections: { parts: { ask?: any; prose?: string }[] }[];
  feedback?: { statements: { text: string }[] };
}

const USUAL_STATEMENTS = [
  "My child understood this and could talk about it.",
  "We enjoyed doing this together.",
  "It helps me know what my child is learning.",
];

/** Every document of a site: the assignments and their translations. */
async function all(site: string): Promise<{ className: string; documents: Homework[] }> {
  const json = async (path: string) => (await fetch(new URL(`assignments/${path}`, site))).json();
  const index = await json("index.json");
  const names = index.assignments.flatMap(({ id, hash, translations = [] }: any) =>
    [hash, ...translations.map((translation: any) => translation.hash)].map((hash: string) => `${id}.${hash}.json`),
  );
  return { className: index.class.name, documents: await Promise.all(names.map(json)) };
}

/** What must be on the paper, in the assignment's own words. */
function wordsOf({ head, sections, feedback }: Homework): string[] {
  const asks = sections.flatMap(({ parts }) => parts).flatMap(({ ask }) => ask ?? []);
  const statements = feedback?.statements.length ? feedback.statements.map(({ text }) => text) : USUAL_STATEMENTS;
  return [head.title, ...asks.map(words), ...asks.flatMap(({ options = [] }) => options), ...statements];
}

/** The page that is shown prints on two sides, cards apart, and everything that must be on it is. */
async function printsWell(page: Page, homework: Homework, className: string) {
  const name = `${homework.head.id} in ${homework.head.lang}`;
  const sheets = await page.locator(".paper-cards, .paper-back").count();
  expect(sheets > 0, name).toBe(JSON.stringify(homework).includes("cue-cards"));
  const sides = await printed(page);
  expect(sides.length - sheets, `${name}: sides without cards`).toBeLessThanOrEqual(2);
  expect(sides.join(""), name).toContain(withoutSpaces(className));
  // Arabic is in a file as it is drawn, each letter in one of its shapes: there the page itself has to do.
  const isLatin = !/\p{Script=Arabic}/u.test(homework.head.title);
  await page.emulateMedia({ media: "print" });
  const on = isLatin ? sides.join("") : withoutSpaces(await page.locator("article.paper").innerText());
  for (const wanted of wordsOf(homework)) expect(on, `${name}: ${wanted}`).toContain(withoutSpaces(wanted));
  // As wide as A4 without its margins.
  await page.setViewportSize({ width: 711, height: 1000 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth), `${name}: wider than the paper`).toBeLessThanOrEqual(711);
  await page.emulateMedia({ media: null });
}

for (const [name, site] of [
  ["the shipped assignments", process.env.SITE_URL!],
  ["questions of every kind, and a translation", process.env.SITE_URL_OF_ITS_OWN!],
]) {
  test.describe(name, () => {
    test.use({ baseURL: site });

    test("every page prints on two sides, with all its questions and the family's part", async ({ page }) => {
      const { className, documents } = await all(site);
      for (const homework of documents) {
        const { id, hash, lang, title, draft } = homework.head;
        await page.goto(`assignments/${id}.${hash}.html`);
        await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
        await expect(page.locator("html")).toHaveAttribute("dir", lang === "ar" ? "rtl" : "ltr");
        await expect(page.getByText("This is a draft.")).toHaveCount(draft ? 1 : 0);
        expect(await page.locator("script").count()).toBe(0);
        await printsWell(page, homework, className);
        // On a small phone it is read without being moved sideways.
        await page.setViewportSize({ width: 320, height: 800 });
        expect(await page.evaluate(() => document.documentElement.scrollWidth), `${id} on a phone`).toBeLessThanOrEqual(320);
      }
    });

    test("the desk prints the same, and nothing of itself", async ({ page }) => {
      await page.addInitScript(() => (window.print = () => ((window as any).asked = true)));
      const { className, documents } = await all(site);
      for (const homework of documents) {
        const { id, hash, lang, title } = homework.head;
        await page.goto(`assignments/${id}.${hash}.html`);
        const own = await printed(page);
        await page.goto("about:blank");
        await page.goto(`desk/#/paper/${id}/${lang}`);
        await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
        await page.getByRole("button", { name: "Print" }).click();
        expect(await page.evaluate(() => (window as any).asked)).toBe(true);
        expect(await printed(page), id).toEqual(own);
        await printsWell(page, homework, className);
      }
    });
  });
}

test("a teacher finds what can be printed from the class, and comes back", async ({ page }) => {
  const { documents } = await all(process.env.SITE_URL!);
  await page.goto("desk/");
  await page.getByRole("link", { name: "Homework on paper" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Homework on paper" })).toBeVisible();
  const { title } = documents[0].head;
  await page.getByRole("link", { name: title }).click();
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeFocused();
  await page.getByRole("link", { name: "Homework on paper" }).click();
  await expect(page.getByRole("link", { name: title })).toBeFocused();
  await page.goto("desk/#/paper/no-such-homework");
  await expect(page.getByRole("heading", { level: 1, name: "This homework is not on the class’s list" })).toBeVisible();
});

test("without JavaScript, home leads to every assignment on paper", async ({ browser, troubles }) => {
  const site = process.env.SITE_URL!;
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: site });
  troubles.watch(context, site);
  const page = await context.newPage();
  await page.goto("");
  await page.getByRole("link", { name: "Homework on paper" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Homework on paper" })).toBeVisible();
  const { documents } = await all(site);
  for (const { head } of documents) {
    // A translation may have the same title.
    await page.locator(`a[href="${head.id}.${head.hash}.html"]`).click();
    await expect(page.getByRole("heading", { level: 1, name: head.title })).toBeVisible();
    await page.getByRole("link", { name: "Homework on paper" }).click();
  }
  await context.close();
});

test.describe("in a language of the family's", () => {
  test.use({ baseURL: process.env.SITE_URL_OF_ITS_OWN });

  test("a child finds the page that is printed, in the language that is shown", async ({ page, context, baseURL }) => {
    const { documents } = await all(baseURL!);
    await page.clock.setFixedTime(MONDAY);
    await page.goto("");
    await addChild(page, "Layla", "kite");
    await open(page, documents[0].head.title);
    for (const { head } of documents) {
      await page.getByRole("radio", { name: head.lang === "ar" ? "العربية" : "English" }).check();
      await expect(page.getByRole("heading", { level: 1, name: head.title })).toBeVisible();
      const opened = context.waitForEvent("page");
      await page.getByRole("link", { name: "Print on paper" }).click();
      const paper = await opened;
      await expect(paper.getByRole("heading", { level: 1, name: head.title })).toBeVisible();
      await expect(paper).toHaveURL(new RegExp(`${head.hash}\\.html$`));
      await paper.close();
    }
  });
});
