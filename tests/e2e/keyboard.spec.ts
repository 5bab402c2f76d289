import { type Page, expect, test } from "@playwright/test";

import { type Ask, MONDAY, addChild, assignments, field, saved, words } from "./homework";

// Every kind of ask of every shipped assignment, with nothing but a keyboard, and back after a reload.

const IDS = [
  "a-story-from-home",
  "book-bag-log",
  "fractions-in-our-kitchen",
  "reading-between-the-lines",
  "watch-and-talk",
  "what-keeps-water-cold",
];

test("the shipped assignments are just these", async () => {
  expect((await assignments(process.env.SITE_URL!)).map(({ id }) => id).sort()).toEqual(IDS);
});

for (const id of IDS) {
  test(`${id} can be answered with the keyboard alone, and is there after a reload`, async ({ page }) => {
    const assignment = (await assignments(process.env.SITE_URL!)).find((each) => each.id === id)!;
    await page.clock.setFixedTime(MONDAY);
    await page.goto("");
    await addChild(page, "Tāne", "boat");
    const child = new URL(page.url()).hash;
    await page.goto(`${child}/${id}`);
    await expect(page.getByRole("heading", { level: 1, name: assignment.title })).toBeVisible();

    for (const ask of assignment.asks) await answerByKeyboard(page, ask);
    await expect(page.getByText(`${assignment.asks.length} of ${assignment.asks.length} done`)).toBeVisible();
    await saved(page);
    const before = await everything(page, assignment.asks);
    for (const [at, shown] of before.entries()) expect(shown, words(assignment.asks[at])).not.toMatch(/^(false|,|)*$/);

    await page.reload();
    await expect(page.getByText(`${assignment.asks.length} of ${assignment.asks.length} done`)).toBeVisible();
    expect(await everything(page, assignment.asks)).toEqual(before);
  });
}

/** Goes to a question with the Tab key, as often as it takes, and answers it with other keys. */
async function answerByKeyboard(page: Page, ask: Ask) {
  await tabInto(page, ask);
  switch (ask.kind) {
    case "text":
      return page.keyboard.type(`${ask.id} kōrero`);
    case "number":
      return page.keyboard.type("7");
    case "choice":
    case "scale":
      await page.keyboard.press("Space");
      return page.keyboard.press("ArrowDown");
    case "choices":
    case "done":
      return page.keyboard.press("Space");
    case "table":
      return page.keyboard.type("12");
    case "log":
      await page.keyboard.press("Enter");
      // The new entry stands before the button that made it: day, columns, tick, and the button to take it out.
      await page.keyboard.press("Shift+Tab");
      await page.keyboard.press("Shift+Tab");
      return page.keyboard.press("Space");
  }
}

/** Tab until the focus is in the question. The page has an end, so this has one too. */
async function tabInto(page: Page, ask: Ask) {
  const place = field(page, ask);
  for (let pressed = 0; pressed < 300; pressed++) {
    if (await place.evaluate((element) => element.contains(document.activeElement))) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`The Tab key does not reach “${words(ask)}”`);
}

/** What every field of every question shows. */
function everything(page: Page, asks: Ask[]): Promise<string[]> {
  return Promise.all(
    asks.map((ask) =>
      field(page, ask).evaluate((element) => {
        const fields = element.matches("input, textarea") ? [element] : [...element.querySelectorAll("input, textarea")];
        const shown = fields.map((each) => {
          const input = each as HTMLInputElement;
          return input.type === "radio" || input.type === "checkbox" ? String(input.checked) : input.value;
        });
        return shown.join(",");
      }),
    ),
  );
}
