import { type Page } from "@playwright/test";

import { addChild, assignment, field, open, saved, status } from "./homework";
import { expect, test } from "./watched";

// One key, and gone. All but the last write, which looks at nothing before it writes, are held back: so nothing else can have kept it.

const LEAVING: Record<string, (page: Page) => Promise<unknown>> = {
  "the page is loaded again": (page) => page.reload(),
  "the page is closed": (page) => Promise.all([page.waitForEvent("close"), page.close({ runBeforeUnload: true })]),
  "another page is opened": (page) => page.goto("about:blank"),
  "the phone is put away": (page) =>
    page.evaluate(() => {
      Object.defineProperty(document, "visibilityState", { get: () => "hidden" });
      document.dispatchEvent(new Event("visibilitychange"));
    }),
};

for (const [how, leave] of Object.entries(LEAVING)) {
  test(`a key is kept when ${how} right after it`, async ({ page, context }) => {
    const { title, asks } = await assignment("fractions-in-our-kitchen");
    const ask = asks.find(({ kind }) => kind === "text")!;
    await page.addInitScript(() => {
      const get = IDBObjectStore.prototype.get;
      IDBObjectStore.prototype.get = function (...key) {
        // What is asked for never comes, so a write that looks before it writes never ends.
        return (window as any).heldBack ? (new EventTarget() as IDBRequest) : get.apply(this, key);
      };
    });
    await page.goto("");
    await addChild(page, "Sina", "leaf");
    await open(page, title);
    const address = page.url();
    await field(page, ask).fill("mea");
    await saved(page);

    await page.evaluate(() => ((window as any).heldBack = true));
    await field(page, ask).press("End");
    await page.keyboard.press("k");
    await expect(status(page)).toHaveText("Saving …");
    await leave(page);

    const later = await context.newPage();
    await later.goto(address);
    await expect(field(later, ask)).toHaveValue("meak");
  });
}
