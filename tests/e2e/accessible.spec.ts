import { execFileSync } from "node:child_process";
import { readdir } from "node:fs/promises";
import path from "node:path";

import AxeBuilder from "@axe-core/playwright";
import { type Page, expect, test } from "@playwright/test";

import { MONDAY, addChild, answer, assignments } from "./homework";

const root = path.resolve(import.meta.dirname, "../..");

/** Every rule of axe-core, the experimental ones left out as axe does. */
async function nothingFound(page: Page, screen: string) {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const found = violations.map(({ id, help, nodes }) => `${id}: ${help}\n  ${nodes.map(({ html }) => html).join("\n  ")}`);
  expect(found, screen).toEqual([]);
  // The page itself never scrolls sideways.
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth), screen).toBeLessThanOrEqual(0);
}

/** Unfolds everything that is folded away. */
async function openAll(page: Page) {
  await page.evaluate(() => document.querySelectorAll("details").forEach((details) => (details.open = true)));
}

for (const [colorScheme, width] of [["light", 320], ["dark", 1280]] as const) {
    test.describe(`${colorScheme}, ${width} pixels wide`, () => {
      test.use({ colorScheme, viewport: { width, height: 800 } });

      test("axe-core finds nothing on any screen of home", async ({ page }) => {
        test.slow();
        await page.clock.setFixedTime(MONDAY);
        await page.goto("");
        await page.getByRole("button", { name: "Start" }).click();
        await expect(page.getByText("Please write your name.")).toBeVisible();
        await nothingFound(page, "a name is missing");
        await addChild(page, "Hinemoa", "shell");
        await nothingFound(page, "the list");
        const child = new URL(page.url()).hash;
        for (const { id, title, asks } of await assignments(process.env.SITE_URL!)) {
          await page.goto(`${child}/${id}`);
          await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
          for (const ask of asks) await answer(page, ask);
          for (const check of await page.getByRole("button", { name: "Check my answer" }).all()) await check.click();
          await openAll(page);
          await nothingFound(page, id);
        }
        await page.getByRole("link", { name: "Hand over to your family" }).click();
        await expect(page.getByRole("heading", { name: "Kia ora! Who are you?" })).toBeVisible();
        await nothingFound(page, "who are you");
        await page.getByRole("button", { name: "Aunty" }).click();
        await expect(page.getByRole("heading", { name: "Kia ora, Aunty!" })).toBeVisible();
        await nothingFound(page, "the family's turn");
        await page.getByRole("button", { name: "Finished: send it" }).click();
        await page.getByText("See what will be sent").click();
        await nothingFound(page, "send");
        await page.goto("#/");
        await expect(page.getByRole("heading", { name: "Whose turn is it?" })).toBeVisible();
        await nothingFound(page, "whose turn");
        await page.goto(`${child}/no-such-homework`);
        await expect(page.getByRole("heading", { name: "Something went wrong" })).toBeVisible();
        await nothingFound(page, "something went wrong");
      });

      test("axe-core finds nothing on any screen of the desk", async ({ page }, info) => {
        test.slow();
        const results = info.outputPath("class");
        execFileSync("cargo", ["run", "-q", "-p", "made-up-class", "--", results, "--students", "8"], { cwd: root });
        const files = (await readdir(results)).map((name) => path.join(results, name));
        await page.goto("desk/");
        await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
        await nothingFound(page, "an empty desk");
        await page.locator("input[type=file]").first().setInputFiles([...files, path.join(root, "Cargo.toml")]);
        await expect(page.getByRole("status").filter({ hasText: "results opened" })).toBeVisible();
        await expect(page.getByText(/was not opened/)).toBeVisible();
        await nothingFound(page, "the class");
        const hashes = await page.locator("table a").evaluateAll((links) => links.map((link) => link.getAttribute("href")!));
        const work = [...new Set(hashes.map((hash) => hash.split("/").at(-1)!))].map((id) => hashes.find((hash) => hash.endsWith(`/${id}`) && !hash.startsWith("#/assignment"))!);
        for (const hash of [...hashes.filter((each) => each.startsWith("#/assignment")), ...work, "#/words"]) {
          await page.goto(`desk/${hash}`);
          await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
          await openAll(page);
          await nothingFound(page, hash);
        }
      });
    });
}
