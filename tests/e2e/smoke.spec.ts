import { breakable } from "./breakable";
import { addChild, assignments } from "./homework";
import { given } from "./programs";
import { expect, test } from "./watched";

const pages = [
  { name: "home", path: "" },
  { name: "the desk", path: "desk/" },
];
const places = [
  { name: "in the root of an address", baseURL: process.env.SITE_URL },
  { name: "in a folder", baseURL: process.env.SITE_URL_IN_FOLDER },
];

for (const { name: place, baseURL } of places) {
  test.describe(place, () => {
    test.use({ baseURL });

    for (const { name, path } of pages) {
      test(`${name} starts, and its policy refuses scripts and requests of others`, async ({ page, troubles }) => {
        troubles.expect(/Executing inline script violates/, /Connecting to 'https:\/\/example\.org\/' violates/, /Fetch API cannot load/);
        await page.goto(path);
        await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
        await expect(page.locator("#start-failed, #stopped")).toHaveCount(2);
        await expect(page.locator("#stopped")).toBeHidden();
        await expect(page.getByText("This page could not start")).toHaveCount(0);
        const done = await page.evaluate(async () => {
          const script = document.createElement("script");
          script.textContent = "document.documentElement.id = 'inline-script-was-run'";
          document.head.append(script);
          const fetched = await fetch("https://example.org/").then(() => "fetched", () => "refused");
          return [document.documentElement.id, fetched];
        });
        expect(done).toEqual(["", "refused"]);
      });
    }

    test("the desk is found without the slash", async ({ page, baseURL }) => {
      await page.goto("desk");
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      expect(page.url()).toBe(new URL("desk/", baseURL).href);
    });

    test("a page that is not there says so, and shows the way home", async ({ page, baseURL, troubles }) => {
      troubles.expect(/^404: .*no-such-page$/, /console: .*404/);
      const answer = await page.goto("no-such-page");
      expect(answer?.status()).toBe(404);
      await expect(page.getByRole("heading", { level: 1, name: "This page is not here" })).toBeVisible();
      await page.getByRole("link", { name: "To the homework" }).click();
      await expect(page.getByRole("heading", { level: 1, name: "Kia ora!" })).toBeVisible();
      expect(page.url()).toBe(baseURL);
    });
  });
}

test.describe("in a folder", () => {
  test.use({ baseURL: process.env.SITE_URL_IN_FOLDER });

  test("what is kept belongs to the folder, so that two classes can share a host", async ({ page }) => {
    await page.goto("");
    await addChild(page, "Tui", "kite");
    await page.goto("desk/");
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    const names = await page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name).sort());
    expect(names).toEqual(["taumahi /school/homework/", "taumahi-desk /school/homework/desk/"]);
  });
});

test("the host says what public/_headers has for every file", async ({ request }) => {
  const html = await (await request.get("")).text();
  const [, script] = html.match(/data-js=(\S+\.js)/)!;
  expect(script).toMatch(/^\.\/app\/home-[0-9a-f]{16}\.js$/);
  for (const [path, caching] of [
    ["", "no-cache"],
    ["desk/", "no-cache"],
    [script, "public, max-age=31536000, immutable"],
    ["assignments/index.json", "no-cache"],
    ["assignments/files.json", "no-cache"],
    ["offline.js", "no-cache"],
    ["worker.js", "no-cache"],
    ["newer.js", "no-cache"],
    ["newer.html", "no-cache"],
    ["icons/192.png", "no-cache"],
  ]) {
    const headers = (await request.get(path)).headers();
    expect(headers["content-security-policy"], path).toMatch(/^default-src 'none'; .*; frame-src 'self'; frame-ancestors 'self'$/);
    expect(headers["x-content-type-options"], path).toBe("nosniff");
    expect(headers["cache-control"], path).toBe(caching);
  }
  const missing = await request.get("app/home-0000000000000000.js");
  expect([missing.status(), missing.headers()["cache-control"]]).toEqual([404, "no-cache"]);
});

test("a first visit to an assignment downloads just what the budget counts", async ({ page, baseURL }) => {
  const counted = given("TAUMAHI_FIRST_VISIT").split("\n");
  const all = await assignments(baseURL!);
  const [id] = all.map(({ id }) => id).filter((id) => counted.some((path) => path.startsWith(`assignments/${id}.`)));
  const fetched = new Set<string>();
  page.on("response", (response) => fetched.add(new URL(response.url()).pathname.slice(1) || "index.html"));
  await page.goto("");
  await page.getByLabel("Your first name").fill("Ana");
  await page.getByRole("button", { name: "Start" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "This week" })).toBeVisible();
  await page.goto(`${new URL(page.url()).hash}/${id}`);
  await expect(page.getByRole("heading", { level: 1, name: all.find((each) => each.id === id)!.title })).toBeVisible();
  // The browser's own window asks for these, and does not always tell a test.
  const unseen = ["icon.svg", "manifest.webmanifest"];
  await expect.poll(() => [...new Set([...fetched, ...unseen])].sort()).toEqual(counted.sort());
});

for (const { name, path } of pages) {
  test(`${name} says so when it cannot start`, async ({ page, troubles }) => {
    troubles.expect(/console: .*ERR_FAILED/, /console: .*TypeError/);
    await page.route("**/*.wasm", (route) => route.abort());
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1, name: "This page could not start" })).toBeVisible();
    await expect(page.getByText("Please check the internet connection and load it again.")).toBeVisible();
    await expect(page.locator("body")).not.toContainText("{{");
  });

  test(`${name} says that it needs JavaScript`, async ({ request }) => {
    const html = await (await request.get(path)).text();
    expect(html).toMatch(/<noscript>[^{]*JavaScript/);
    expect(html).not.toContain("{{");
  });

  test(`${name} says so when its program has stopped`, async ({ page, troubles }) => {
    troubles.expect(/error: RuntimeError/);
    await breakable(page);
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await page.evaluate(() => (window as any).breakProgram());
    // Whatever comes next, the program does not survive it.
    await page.evaluate(() => (location.hash = "#/new"));
    const message = page.getByRole("alertdialog", { name: "Something went wrong. What was saved is safe." });
    await expect(message).toBeVisible();
    await page.keyboard.press("Escape");
    await page.keyboard.press("Escape");
    await expect(message).toBeVisible();
    await message.getByRole("button", { name: "Load again" }).click();
    await expect(message).toBeHidden();
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  });
}
