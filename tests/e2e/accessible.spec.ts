import path from "node:path";

import AxeBuilder from "@axe-core/playwright";
import { type Page } from "@playwright/test";

import { openFiles } from "./at-the-desk";
import { breakable } from "./breakable";
import { share } from "./chance";
import { MONDAY, addChild, answer, assignments } from "./homework";
import { madeUpClass } from "./programs";
import { expect, test } from "./watched";

// What is taken from the pages here is taken on the network, which a page that is kept does not ask.
test.use({ serviceWorkers: "block" });

/** The screen with this heading is there, and every rule of axe-core holds on it; the experimental ones are left out, as axe does. */
async function nothingFound(page: Page, heading: string | RegExp, screen = String(heading)) {
  await expect(page.getByRole("heading", { level: 1, name: heading })).toBeVisible();
  // What is measured is measured as it is drawn.
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
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

for (const [scheme, colorScheme] of (["light", "dark"] as const).entries()) {
  for (const [size, width] of [320, 1280].entries()) {
    // Each assignment is looked at in one of the four, and with `--soak` in all of them.
    const shared = <T>(all: T[]) => share(all, 2 * scheme + size, 4);
    test.describe(`${colorScheme}, ${width} pixels wide`, () => {
      test.use({ colorScheme, viewport: { width, height: 800 } });

      test("axe-core finds nothing on any screen of home", async ({ page, baseURL }) => {
        await page.clock.setFixedTime(MONDAY);
        await page.goto("");
        await page.getByRole("button", { name: "Start" }).click();
        await expect(page.getByText("Please write your name.")).toBeVisible();
        await nothingFound(page, "Who is doing homework?", "a name is missing");
        await addChild(page, "Hinemoa", "shell");
        const child = new URL(page.url()).hash;
        await nothingFound(page, "This week", "the list");
        for (const { id, title, asks } of shared(await assignments(baseURL!))) {
          await page.goto(`${child}/${id}`);
          await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
          for (const ask of asks) await answer(page, ask);
          for (const check of await page.getByRole("button", { name: "Check my answer" }).all()) await check.click();
          await openAll(page);
          await nothingFound(page, title);
        }
        await page.getByRole("link", { name: "Hand over to your family" }).click();
        await nothingFound(page, "Kia ora! Who are you?");
        await page.getByRole("button", { name: "Aunty" }).click();
        await openAll(page);
        await nothingFound(page, "Kia ora, Aunty!");
        await page.getByLabel("Your name, if you like").fill("Mere");
        await page.getByRole("button", { name: "I am someone else" }).click();
        await page.getByRole("button", { name: "Aunty" }).click();
        await expect(page.getByText("Was that you?")).toBeVisible();
        await nothingFound(page, "Kia ora, Aunty!", "an aunty has answered before");
        await page.getByRole("button", { name: "Yes, I am Mere" }).click();
        await page.getByRole("button", { name: "Finished: send it" }).click();
        await openAll(page);
        await nothingFound(page, "Send to", "finish and send");
        const download = page.waitForEvent("download");
        await page.getByRole("button", { name: "Save the file" }).click();
        await download;
        await expect(page.getByRole("button", { name: "I have sent it" })).toBeVisible();
        await nothingFound(page, "Send to", "a file was saved");
        await page.getByRole("button", { name: "I have sent it" }).click();
        await expect(page.getByText("Last sent")).toBeVisible();
        await nothingFound(page, "Send to", "it was sent");
        await page.goto(child);
        await nothingFound(page, "This week", "the list with what was sent");
        await page.goto("#/");
        await nothingFound(page, "Whose turn is it?");
        await page.getByRole("link", { name: "Add a child" }).click();
        await nothingFound(page, "Who are you?", "another child");
        await page.goto(`${child}/no-such-homework`);
        await nothingFound(page, "Something went wrong", "no such assignment");
      });

      test("axe-core finds nothing on the pages that are printed", async ({ page }) => {
        await page.goto("assignments/paper.html");
        await nothingFound(page, "Homework on paper");
        const links = await page.locator("li a").evaluateAll((all) => all.map((link) => link.getAttribute("href")!));
        for (const link of shared(links)) {
          await page.goto(`assignments/${link}`);
          await nothingFound(page, /./, link);
        }
      });

      test("axe-core finds nothing where nothing is kept", async ({ page }) => {
        await page.addInitScript(() => {
          IDBFactory.prototype.open = () => {
            throw new DOMException("Internal error opening backing store", "UnknownError");
          };
        });
        await page.goto("");
        await expect(page.getByRole("button", { name: "Go on without it" })).toBeVisible();
        await nothingFound(page, "Something went wrong");
        await page.getByRole("button", { name: "Go on without it" }).click();
        await expect(page.getByText("Nothing is kept here just now")).toBeVisible();
        await nothingFound(page, "Who is doing homework?", "nothing is kept");
      });

      test("axe-core finds nothing where a page is not there, cannot start or has stopped", async ({ page, troubles }) => {
        troubles.expect(/404/, /console: .*ERR_FAILED/, /console: .*TypeError/, /error: RuntimeError/);
        await page.goto("no-such-page");
        await nothingFound(page, "This page is not here");
        await breakable(page);
        for (const path of ["", "desk/"]) {
          await page.goto(path);
          await expect(page.locator("h1")).toBeVisible();
          await page.evaluate(() => (window as any).breakProgram());
          await page.evaluate(() => (location.hash = "#/new"));
          await expect(page.getByRole("alertdialog")).toBeVisible();
          await nothingFound(page, /./, `${path} has stopped`);
        }
        await page.route("**/*.wasm", (route) => route.abort());
        for (const path of ["", "desk/"]) {
          await page.goto("about:blank");
          await page.goto(path);
          await nothingFound(page, "This page could not start", `${path} cannot start`);
        }
      });

      test("axe-core finds nothing on any screen of the desk", async ({ page }, info) => {
        const files = madeUpClass(info.outputPath("class"), "--students", "8");
        await page.goto("desk/");
        await nothingFound(page, /./, "an empty desk");
        await openFiles(page, [...files, path.resolve(import.meta.dirname, "../../Cargo.toml")], "results opened");
        await expect(page.getByText(/was not opened/)).toBeVisible();
        await nothingFound(page, "Your class");
        const links = await page.locator("table a[href]").evaluateAll((all) =>
          all.map((link) => ({ hash: link.getAttribute("href")!, name: link.getAttribute("aria-label") ?? link.textContent!.trim() })),
        );
        const titles = links.filter(({ hash }) => hash.startsWith("#/assignment/"));
        // One child's work on each assignment.
        const works = titles.map((title) => {
          const id = title.hash.split("/").at(-1)!;
          return links.find(({ hash }) => hash.endsWith(`/${id}`) && hash !== title.hash)!;
        });
        expect(titles).not.toEqual([]);
        for (const { hash, name } of [...shared(titles), ...shared(works)]) {
          await page.goto(`desk/${hash}`);
          // A link to a child's work says its state too.
          await expect.poll(async () => name.startsWith(await page.locator("h1").innerText()), name).toBe(true);
          await openAll(page);
          await nothingFound(page, /./, name);
        }
        await page.getByRole("button", { name: /^Remove .* from this computer/ }).click();
        await expect(page.getByText("Really remove?")).toBeVisible();
        await nothingFound(page, /./, "removing");
        await page.goto("desk/#/words");
        await nothingFound(page, "In their own words");
        await page.goto("desk/#/paper");
        await nothingFound(page, "Homework on paper");
        for (const link of shared(await page.locator("main a").all())) {
          const [hash, title] = [await link.getAttribute("href"), await link.innerText()];
          await page.goto(`desk/${hash}`);
          await nothingFound(page, /./, `${title} on paper`);
          await page.goBack();
        }
        await page.goto("desk/#/work/00c0ffee00c0ffee/nothing");
        await nothingFound(page, "This is not on this computer");
      });
    });
  }
}
