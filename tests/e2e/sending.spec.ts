import { type Locator, type Page } from "@playwright/test";

import { MONDAY, addChild, answer, assignment, field, open, saved } from "./homework";
import { expect, test } from "./watched";

const WAYS: Record<string, (page: Page) => Promise<unknown>> = {
  "A saved file": (page) => Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Save the file" }).click()]),
  "A copied text": (page) => page.getByRole("button", { name: "Copy as text" }).click(),
};

for (const [what, handOut] of Object.entries(WAYS)) {
  test(`${what} is sent when the family says so, and what is changed afterwards is not`, async ({ page, context }) => {
    await context.grantPermissions(["clipboard-write"]);
    const { title, asks } = await assignment("fractions-in-our-kitchen");
    await page.clock.setFixedTime(MONDAY);
    await page.goto("");
    await addChild(page, "Kiri", "moon");
    const list = page.url();
    await open(page, title);
    const work = page.url();
    const [text] = asks.filter(({ kind }) => kind === "text");
    await answer(page, text);
    await saved(page);

    await page.goto(`${work}/send`);
    await expect(page.getByRole("button", { name: "I have sent it" })).toBeHidden();
    await handOut(page);
    await expect(page.getByRole("button", { name: "I have sent it" })).toBeVisible();
    await expect(page.getByText("Last sent")).toBeHidden();
    await page.goto(list);
    await expect(card(page, title)).not.toContainText("Sent");

    await page.goto(`${work}/send`);
    await handOut(page);
    await page.getByRole("button", { name: "I have sent it" }).click();
    await expect(page.getByText("Last sent")).toBeVisible();
    await page.goto(list);
    await expect(card(page, title)).toContainText("Sent");
    await page.reload();
    await expect(card(page, title)).toContainText("Sent");

    await page.clock.setFixedTime(new Date(MONDAY.getTime() + 60_000));
    await page.goto(work);
    await field(page, text).fill("I have thought about it again.");
    await saved(page);
    await page.goto(list);
    await expect(card(page, title)).toContainText("Changed since it was sent");
  });
}

/** An assignment in the list. */
function card(page: Page, title: string): Locator {
  return page.getByRole("link", { name: new RegExp(`^${title}`) });
}
