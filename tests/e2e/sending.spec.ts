import { readFile } from "node:fs/promises";

import { type Locator, type Page } from "@playwright/test";

import { MONDAY, addChild, answer, assignment, field, open, saved } from "./homework";
import { readResult } from "./result-file";
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

test("a saved file can still be called sent when copying is refused afterwards", async ({ page }) => {
  const { title, asks } = await assignment("fractions-in-our-kitchen");
  await page.addInitScript(() => {
    const refuse = () => Promise.reject(new DOMException("", "NotAllowedError"));
    Object.defineProperty(navigator, "clipboard", { value: { writeText: refuse } });
  });
  await page.goto("");
  await addChild(page, "Kiri", "moon");
  const list = page.url();
  await open(page, title);
  await answer(page, asks.find(({ kind }) => kind === "text")!);
  await saved(page);
  await page.goto(`${page.url()}/send`);
  await WAYS["A saved file"](page);
  await page.getByRole("button", { name: "Copy as text" }).click();
  await expect(page.getByText("Copying did not work. Please save the file and send that.")).toBeVisible();
  await page.getByRole("button", { name: "I have sent it" }).click();
  await page.getByRole("button", { name: "We are finished" }).click();
  await saved(page);
  await page.goto(list);
  await expect(card(page, title), "the teacher does not know that it is finished").toContainText("Changed since it was sent");
});

test("what another tab has changed meanwhile is in what is sent, and what is changed later is not called sent", async ({ page, context }) => {
  const { title, asks } = await assignment("fractions-in-our-kitchen");
  const [text] = asks.filter(({ kind }) => kind === "text");
  await page.goto("");
  await addChild(page, "Kiri", "moon");
  const list = page.url();
  await open(page, title);
  await answer(page, text);
  await saved(page);
  const other = await context.newPage();
  await other.goto(page.url());
  await page.goto(`${page.url()}/send`);
  await expect(page.getByRole("button", { name: "Save the file" })).toBeEnabled();
  const change = async (words: string) => {
    await field(other, text).fill(words);
    await saved(other);
    await page.getByText("See what will be sent").evaluate((summary) => (summary.parentElement as HTMLDetailsElement).open = true);
    await expect(page.locator("pre")).toContainText(words);
  };
  await change("Changed in the other tab.");
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Save the file" }).click()]);
  expect(readResult(await readFile(await download.path(), "utf8")).answers[0].value).toEqual({ text: "Changed in the other tab." });

  await change("Changed after it was saved.");
  await page.getByRole("button", { name: "I have sent it" }).click();
  await expect(page.getByText("Thank you!")).toBeFocused();
  await page.goto(list);
  await expect(card(page, title)).toContainText("Changed since it was sent");
});

for (const [outcome, after] of [["done", "Shared. Thank you!"], ["cancelled", ""], ["refused", "Sharing did not work. Please save the file and send that."]]) {
  test(`a share sheet that is ${outcome}`, async ({ page }) => {
    const { title, asks } = await assignment("fractions-in-our-kitchen");
    const [text] = asks.filter(({ kind }) => kind === "text");
    // A computer's browser for tests has no share sheet.
    await page.addInitScript((outcome) => {
      const shared: ShareData[] = ((window as any).shared = []);
      Object.assign(navigator, {
        canShare: (data: ShareData) => data.files?.[0].type === "text/plain",
        share: async (data: ShareData) => {
          if (!navigator.userActivation.isActive) throw new DOMException("not in the moment of a tap", "NotAllowedError");
          if (outcome === "cancelled") throw new DOMException("", "AbortError");
          if (outcome === "refused") throw new DOMException("", "NotAllowedError");
          shared.push(data);
        },
      });
    }, outcome);
    await page.goto("");
    await addChild(page, "Kiri", "moon");
    const list = page.url();
    await open(page, title);
    const given = await answer(page, text);
    await saved(page);
    await page.goto(`${page.url()}/send`);
    await page.getByRole("button", { name: "Share", exact: true }).click();
    if (after) await expect(page.getByText(after)).toBeVisible();
    const files = await page.evaluate(() => Promise.all((window as any).shared.map((data: ShareData) => data.files![0].text())));
    expect(files.map((file: string) => readResult(file).answers[0].value)).toEqual(outcome === "done" ? [given] : []);
    await page.goto(list);
    await expect(card(page, title)).toContainText(outcome === "done" ? "Sent" : "1 of");
    await expect(card(page, title).getByText("Sent")).toHaveCount(outcome === "done" ? 1 : 0);
  });
}

/** An assignment in the list. */
function card(page: Page, title: string): Locator {
  return page.getByRole("link", { name: new RegExp(`^${title}`) });
}
