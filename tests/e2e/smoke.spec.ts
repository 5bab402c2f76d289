import { expect, type Page, test } from "@playwright/test";

const pages = [
  { name: "home", path: "" },
  { name: "the desk", path: "desk/" },
];
const places = [
  { name: "in the root of an address", url: () => process.env.SITE_URL! },
  { name: "in a folder", url: () => process.env.SITE_URL_IN_FOLDER! },
];

for (const place of places) {
  for (const { name, path } of pages) {
    test(`${name} starts ${place.name}, and asks nobody else for anything`, async ({ page }) => {
      const troubles = listen(page);
      const url = new URL(path, place.url());
      await page.goto(url.href, { waitUntil: "networkidle" });
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      await expect(page.locator("#start-failed")).toBeHidden();
      expect(troubles).toEqual([]);
    });
  }

  test(`the desk is found without the slash ${place.name}`, async ({ page }) => {
    await page.goto(new URL("desk", place.url()).href);
    expect(page.url()).toBe(new URL("desk/", place.url()).href);
  });
}

for (const { name, path } of pages) {
  test(`${name} says so when it cannot start`, async ({ page }) => {
    await page.route("**/*.wasm", (route) => route.abort());
    await page.goto(path);
    await expect(page.locator("#start-failed")).toBeVisible();
    await expect(page.locator("#start-failed")).not.toContainText("{{");
  });
}

for (const { name, path } of pages) {
  test(`${name} says that it needs JavaScript`, async ({ request }) => {
    const html = await (await request.get(path)).text();
    expect(html).toMatch(/<noscript>[^{]*JavaScript/);
    expect(html).not.toContain("{{");
  });
}

test("a page that is not there says so", async ({ page }) => {
  const answer = await page.goto("no/such/page");
  expect(answer?.status()).toBe(404);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
});

/** Collects all that should not happen while a page is open. */
function listen(page: Page): string[] {
  const troubles: string[] = [];
  const origin = () => new URL(process.env.SITE_URL!).hostname;
  page.on("pageerror", (error) => troubles.push(`error: ${error.message}`));
  // A violation of the content security policy is an error in the console.
  page.on("console", (message) => {
    if (message.type() === "error") troubles.push(`console: ${message.text()}`);
  });
  page.on("request", (request) => {
    if (new URL(request.url()).hostname !== origin()) troubles.push(`request: ${request.url()}`);
  });
  page.on("response", (response) => {
    if (response.status() >= 400) troubles.push(`${response.status()}: ${response.url()}`);
  });
  return troubles;
}
