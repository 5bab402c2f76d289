import { readFile, readdir } from "node:fs/promises";
import path from "node:path";

import { type Page } from "@playwright/test";

import { assignments } from "./homework";
import { given } from "./programs";
import { Troubles, expect, test } from "./watched";

/** What a page says of itself, by the names of the directives. */
function policyOf(html: string): Record<string, string> {
  const [, policy] = html.match(/<meta http-equiv="?Content-Security-Policy"? content="([^"]*)"/i) ?? [, ""];
  return Object.fromEntries(policy!.split(";").map((each) => each.trim()).map((each) => [each.split(" ")[0], each.split(" ").slice(1).join(" ")]));
}

test("every page of a site says a policy before it loads anything, and allows nothing that is inline", async ({ request }) => {
  for (const [folder, address] of [
    [given("TAUMAHI_SITE"), process.env.SITE_URL!],
    [given("TAUMAHI_OWN_SITE"), process.env.SITE_URL_OF_ITS_OWN!],
  ]) {
    const all = await readdir(folder, { recursive: true });
    const pages = all.filter((name) => name.endsWith(".html"));
    expect(pages).toEqual(expect.arrayContaining(["index.html", "404.html", path.join("desk", "index.html"), path.join("assignments", "paper.html")]));
    for (const page of pages) {
      const html = await readFile(path.join(folder, page), "utf8");
      const policy = policyOf(html);
      expect(policy["default-src"], page).toBe("'none'");
      const [before] = html.split("Content-Security-Policy");
      expect(before, page).not.toMatch(/<(link|script|style|img)/i);
      expect(JSON.stringify(policy), page).not.toMatch(/unsafe-inline|'unsafe-eval'|\*|https?:/);
      const isPaper = page.startsWith("assignments");
      // A page on paper has no program at all.
      expect(policy["script-src"], page).toBe(isPaper ? undefined : "'self' 'wasm-unsafe-eval'");
      expect(html, page).not.toMatch(/<script(?![^>]*\ssrc=)|\son[a-z]+=|<style|\sstyle=/i);
      const said = (await request.get(new URL(page, address).href)).headers()["content-security-policy"];
      expect(said, page).toMatch(/^default-src 'none'; script-src 'self' 'wasm-unsafe-eval';/);
    }
  }
});

/** Ways to do what the policy forbids, and what is then told. */
const FORBIDDEN: [what: string, told: RegExp, cause: (page: Page) => Promise<unknown>][] = [
  ["an inline script", /console: .*inline script.*Content Security Policy/s, (page) => page.evaluate(() => document.body.append(Object.assign(document.createElement("script"), { text: "1" })))],
  ["an inline handler", /console: .*inline event handler.*Content Security Policy/s, (page) => page.evaluate(() => document.body.setAttribute("onclick", "1"))],
  ["a program in words", /console: .*evaluat.*Content Security Policy/is, (page) => page.evaluate(() => setTimeout("1"))],
  ["an inline style", /console: .*inline style.*Content Security Policy/s, (page) => page.evaluate(() => document.body.append(Object.assign(document.createElement("style"), { textContent: "a {}" })))],
  ["a picture from elsewhere", /request to another origin: https:\/\/elsewhere\.invalid|console: .*Content Security Policy/s, (page) => page.evaluate(() => void (new Image().src = "https://elsewhere.invalid/x.png"))],
  ["a base", /console: .*base.*Content Security Policy/s, (page) => page.evaluate(() => document.head.append(Object.assign(document.createElement("base"), { href: "https://elsewhere.invalid/" })))],
];

for (const [app, address] of [
  ["home", ""],
  ["the desk", "desk/"],
  ["a page on paper", "paper"],
]) {
  for (const [what, told, cause] of FORBIDDEN) {
    test(`a test would fail when ${app} did what the policy forbids: ${what}`, async ({ browser, baseURL }) => {
      const context = await browser.newContext({ baseURL });
      const troubles = new Troubles();
      troubles.watch(context, baseURL!);
      const page = await context.newPage();
      const [{ id }] = await assignments(baseURL!);
      const name = (await readdir(path.join(given("TAUMAHI_SITE"), "assignments"))).find((each) => each.startsWith(`${id}.`) && each.endsWith(".html"));
      await page.goto(address === "paper" ? `assignments/${name}` : address!);
      await expect(page.getByRole("heading", { level: 1 }).first()).toBeVisible();
      expect(troubles.left()).toEqual([]);
      await cause(page);
      await expect.poll(() => troubles.left().filter((trouble) => told.test(trouble)).length).toBeGreaterThan(0);
      await context.close();
    });
  }
}
