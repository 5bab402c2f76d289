import { deflateSync } from "node:zlib";

import AxeBuilder from "@axe-core/playwright";
import { type Locator } from "@playwright/test";

import { MONDAY, addChild, assignment, saved } from "./homework";
import { at, sent } from "./one-of-each";
import { expect, test } from "./watched";

// What is taken from the pages here is taken on the network, which a page that is kept does not ask.
test.use({ serviceWorkers: "block" });

// Homework in the family's language.

test("Arabic is laid out from the right, marked as a draft, and kept as the child's choice", async ({ page }) => {
  const { title } = await assignment("words-in-our-language");
  await page.clock.setFixedTime(MONDAY);
  await page.goto("");
  await addChild(page, "Amal", "boat");
  const child = new URL(page.url()).hash;
  await page.goto(`${child}/words-in-our-language`);
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
  await page.getByRole("radio", { name: "العربية" }).check();
  const main = page.locator("main");
  await expect(main).toHaveAttribute("dir", "rtl");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/[؀-ۿ]/);
  // The teacher's words are for an Arabic voice, and the interface's for an English one.
  const voice = (place: Locator) => place.evaluate((element) => element.closest("[lang]")!.getAttribute("lang"));
  expect(await voice(page.getByRole("heading", { level: 1 }))).toBe("ar");
  for (const words of await page.locator("main [data-prose]").all()) expect(await voice(words)).toBe("ar");
  for (const words of ["What next?", "Read this in"]) expect(await voice(page.getByText(words).first())).toBe("en");
  await expect(page.locator(".notice").first()).toBeVisible();
  const heading = (await page.getByRole("heading", { level: 1 }).boundingBox())!;
  expect(await page.getByRole("heading", { level: 1 }).evaluate((h1) => getComputedStyle(h1).direction)).toBe("rtl");
  expect(heading.x).toBeGreaterThanOrEqual(0);
  // Nothing sticks out on the narrowest phone.
  await page.setViewportSize({ width: 320, height: 700 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`)).toEqual([]);
  await page.reload();
  await expect(main).toHaveAttribute("dir", "rtl");
  // On the list nothing is known to be Arabic.
  await page.goto(child);
  await expect(page.getByRole("heading", { level: 1, name: "This week" })).toBeVisible();
  await expect(page.locator("main [lang=ar]")).toHaveCount(0);
});

test("a keyboard goes through the languages one by one, and stays there", async ({ page }) => {
  await page.clock.setFixedTime(MONDAY);
  await page.goto("");
  await addChild(page, "Amal", "boat");
  await page.goto(`${new URL(page.url()).hash}/words-in-our-language`);
  const languages = page.getByRole("group", { name: "Read this in" }).getByRole("radio");
  await languages.first().focus();
  const count = await languages.count();
  // Behind the last comes the first again, and then the second.
  for (let step = 1; step <= count + 1; step++) {
    await page.keyboard.press("ArrowDown");
    await expect(languages.nth(step % count)).toBeChecked();
    await expect(languages.nth(step % count)).toBeFocused();
  }
  const both = page.getByLabel("Both languages together");
  for (const isOn of [true, false]) {
    await both.press("Space");
    await expect(both).toBeChecked({ checked: isOn });
    await expect(both).toBeFocused();
  }
});

test("two languages stand side by side", async ({ page }) => {
  await page.clock.setFixedTime(MONDAY);
  await page.goto("");
  await addChild(page, "Sione", "boat");
  const child = new URL(page.url()).hash;
  await page.goto(`${child}/doubling-game`);
  await page.getByRole("radio", { name: "Lea faka-Tonga" }).check();
  await page.getByLabel("Both languages together").check();
  await expect(page.locator("main [lang=to]").first()).toBeVisible();
  await expect(page.locator("main")).toContainText("The doubling game");
  await page.reload();
  await expect(page.locator("main [lang=to]").first()).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
});

test.describe("on the assignment that the tests write themselves", () => {
  test.use({ baseURL: process.env.SITE_URL_OF_ITS_OWN });

  for (const together of [false, true]) {
    test(`an option chosen in ${together ? "two languages" : "a translation"} is kept and sent in the class's words`, async ({ page }) => {
      const { ask } = await at(page, "one");
      await page.getByRole("radio", { name: "العربية" }).check();
      const option = page.getByRole("radio", { name: /هذا: مع نقطتين/ });
      await expect(option).toHaveAccessibleName("هذا: مع نقطتين");
      if (together) {
        await page.getByLabel("Both languages together").check();
        await expect(option).toHaveAccessibleName(/This: with a colon/);
      }
      await option.check();
      await saved(page);
      const { answers } = await sent(page);
      expect(answers).toMatchObject([{ ask: ask.id, value: { choice: "This: with a colon" } }]);
    });
  }
});

test("a translation that came by a link is read until the class has a newer one", async ({ page, baseURL, troubles }) => {
  await page.clock.setFixedTime(MONDAY);
  const read = async (name: string) => (await page.request.get(new URL(`assignments/${name}`, baseURL).href)).json();
  const { assignments } = await read("index.json");
  const { id, hash, translations } = assignments.find((head: { id: string }) => head.id === "doubling-game");
  const name = `${id}.${translations.find(({ lang }: { lang: string }) => lang === "to").hash}.json`;
  const [document, translation] = [await read(`${id}.${hash}.json`), await read(name)];
  const newer = translation.head.title;
  translation.head = { ...translation.head, hash: "0000000000000000", title: "Ko e fuofua liliu" };
  const shared = JSON.stringify({ taumahi: 1, document, translations: [translation] });

  // The class does not have it yet.
  await page.route("**/assignments/index.json", (route) => route.fulfill({ json: { version: 1, assignments: [] } }));
  await page.goto(`#/open/${deflateSync(shared).toString("base64url")}`);
  await page.getByRole("link", { name: "Add a child" }).click();
  await page.getByLabel("Your first name").fill("Sione");
  await page.getByRole("radio", { name: "boat" }).check();
  await page.getByRole("button", { name: "Start" }).click();
  await page.getByRole("radio", { name: "Lea faka-Tonga" }).check();
  const heading = page.getByRole("heading", { level: 1 });
  await expect(heading).toHaveText("Ko e fuofua liliu");

  // It has, and does not come.
  await page.unroute("**/assignments/index.json");
  await page.route(`**/${name}`, (route) => route.abort());
  troubles.expect(/ERR_FAILED/);
  const refused = page.waitForEvent("requestfailed");
  await page.reload();
  await refused;
  await expect(heading).toHaveText("Ko e fuofua liliu");

  await page.unroute(`**/${name}`);
  await page.reload();
  await expect(heading).toHaveText(newer);
});

test("where two directions meet, each line is set by its own", async ({ page }) => {
  await page.clock.setFixedTime(MONDAY);
  await page.goto("");
  await addChild(page, "Amal", "boat");
  const child = new URL(page.url()).hash;
  await page.goto(`${child}/words-in-our-language`);
  await page.getByRole("radio", { name: "العربية" }).check();
  /** Where the last letter of the text stands, seen from its first: behind it in English, before it in Arabic. */
  const isBehind = (text: string) =>
    page.getByText(text, { exact: true }).evaluate((element) => {
      const words = document.createTreeWalker(element, NodeFilter.SHOW_TEXT).nextNode() as Text;
      const at = (place: number) => {
        const range = document.createRange();
        range.setStart(words, place);
        range.setEnd(words, place + 1);
        return range.getBoundingClientRect().left;
      };
      return at(words.length - 1) > at(0);
    });
  // An English question in an Arabic page does not begin with its question mark.
  await expect(page.getByText("What next?")).toHaveCSS("text-align", "right");
  expect(await isBehind("What next?")).toBe(true);
  expect(await isBehind("كلمات من لغتنا")).toBe(false);
  await page.getByRole("link", { name: "Hand over to your family" }).click();
  await page.getByRole("button", { name: "Nana" }).click();
  await expect(page.getByText("How did it go?")).toHaveCSS("text-align", "right");
  expect(await isBehind("How did it go?")).toBe(true);

  // In two languages, each stands beside the other where there is room, and below it where there is none.
  await page.goBack();
  await page.getByLabel("Both languages together").check();
  const [one, other] = await page.locator(".ask .in").all();
  const boxes = async () => [(await one.boundingBox())!, (await other.boundingBox())!];
  await page.setViewportSize({ width: 1280, height: 900 });
  const [left, right] = await boxes();
  expect([right.x > left.x + left.width, right.y]).toEqual([true, left.y]);
  await page.setViewportSize({ width: 390, height: 800 });
  const [above, below] = await boxes();
  expect([below.y >= above.y + above.height, below.x]).toEqual([true, above.x]);
});
