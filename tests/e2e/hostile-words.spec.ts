import { Harm, isOurs, words } from "./hostile-words";
import { expect, test } from "./watched";

// What the tests with hostile words would see, caused on purpose.

test("a script that runs, a dialog and another page are seen", async ({ browser, baseURL }) => {
  const context = await browser.newContext({ baseURL });
  const harm = new Harm();
  await harm.watch(context, baseURL!);
  const page = await context.newPage();
  await page.goto("");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  expect(harm.done()).toEqual([]);
  await page.evaluate(() => (window as any).canary());
  await page.evaluate(() => alert("x"));
  await page.goto("data:text/html,x");
  expect(harm.done()).toEqual([expect.stringContaining("a script ran on http"), "a dialog: x", "navigation to data:text/html,x"]);
  await context.close();
});

test("an element, an attribute or an address that only words could have brought is seen", async ({ page }) => {
  expect(words.length).toBeGreaterThan(150);
  for (const html of [
    "<svg><script src=boot.js></script></svg><iframe></iframe>",
    "<a id=stopped>x</a>",
    "<b formaction=x>x</b>",
    "<a href='javascript:1'>x</a>",
    "<a href='https://hostile.invalid/'>x</a>",
    "<form></form>",
    "x<meta name=x>",
  ]) {
    await page.goto("");
    await page.reload();
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await isOurs(page);
    await page.evaluate((html) => {
      const parsed = new DOMParser().parseFromString(html, "text/html").body;
      document.body.append(...parsed.childNodes);
    }, html);
    await expect(isOurs(page), html).rejects.toThrow();
  }
});
