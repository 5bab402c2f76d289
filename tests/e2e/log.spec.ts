import { expect, test } from "./watched";

import { MONDAY, addChild, assignments, field, open, saved } from "./homework";

test("a day in a log can be typed over, piece by piece", async ({ page }) => {
  const watch = (await assignments(process.env.SITE_URL!)).find(({ asks }) => asks.some(({ kind }) => kind === "log"))!;
  await page.clock.setFixedTime(MONDAY);
  await page.goto("");
  await addChild(page, "Hemi", "boat");
  await open(page, watch.title);
  const log = field(page, watch.asks.find(({ kind }) => kind === "log")!);
  await log.getByRole("button", { name: "Write down the first time" }).click();
  const day = log.getByLabel("Day");
  const today = await day.inputValue();
  // Empties one piece of the date, and types it anew: the others must stay meanwhile.
  await day.focus();
  await page.keyboard.press("Backspace");
  await expect(day).toHaveValue("");
  await page.keyboard.type(today.slice(5, 7));
  await expect(day).toHaveValue(today);
  await saved(page);
  await page.reload();
  await expect(day).toHaveValue(today);
});
