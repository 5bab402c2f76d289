import { drawLine, field, saved } from "./homework";
import { at } from "./one-of-each";
import { shown, strokes } from "./value";
import { expect, test } from "./watched";

// Drawings, on the assignment that the tests write themselves.

test.use({ baseURL: process.env.SITE_URL_OF_ITS_OWN });

test("lines are undone one by one, and a drawing that was begun again is put back", async ({ page }) => {
  const { ask, place } = await at(page, "drawn");
  const button = (name: string) => place.getByRole("button", { name });
  for (const name of ["Undo the last line", "Start again", "Put it back"]) await expect(button(name)).toBeHidden();
  await expect(place.getByRole("img")).toHaveAccessibleName("Lines in the drawing: 0");
  for (const y of [0.2, 0.4, 0.6]) await drawLine(place, [0.1, y], [0.9, y]);
  await expect(place.getByRole("img")).toHaveAccessibleName("Lines in the drawing: 3");
  await button("Undo the last line").click();
  await expect(strokes(place)).toHaveCount(2);
  const two = await shown(page, ask);
  await button("Start again").click();
  await expect(strokes(place)).toHaveCount(0);
  await button("Put it back").click();
  expect(await shown(page, ask)).toEqual(two);
  await button("Start again").click();
  await drawLine(place, [0.5, 0.2], [0.5, 0.8]);
  await expect(button("Put it back"), "it would take the new line away").toBeHidden();
  await saved(page);
  await page.reload();
  await expect(strokes(place)).toHaveCount(1);
});

test("a button that hides itself hands the focus on", async ({ page }) => {
  const { place } = await at(page, "drawn");
  const button = (name: string) => place.getByRole("button", { name });
  for (const y of [0.2, 0.4]) await drawLine(place, [0.1, y], [0.9, y]);
  await button("Start again").press("Enter");
  await expect(button("Put it back")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(strokes(place)).toHaveCount(2);
  await expect(button("Undo the last line")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(strokes(place)).toHaveCount(1);
  await expect(button("Undo the last line")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(strokes(place)).toHaveCount(0);
  // Only what was there before is left to do.
  await expect(button("Put it back")).toBeFocused();
  await page.reload();
  await drawLine(place, [0.1, 0.2], [0.9, 0.2]);
  await button("Undo the last line").press("Enter");
  await expect(place.getByRole("radio", { name: "Black" })).toBeFocused();
});

test("each pen is told from the page by its edge, also in the dark", async ({ page }) => {
  await page.emulateMedia({ colorScheme: "dark" });
  const { place } = await at(page, "drawn");
  const black = place.locator("label.pen-k");
  const [edge, pen, card] = await black.evaluate((label) => {
    const swatch = getComputedStyle(label, "::before");
    return [swatch.borderTopColor, swatch.backgroundColor, getComputedStyle(label).backgroundColor];
  });
  const brightness = (colour: string) => colour.match(/\d+/g)!.reduce((sum, part) => sum + Number(part), 0);
  expect(brightness(pen)).toBe(0x1c + 0x23 + 0x21);
  expect(brightness(edge) - brightness(card)).toBeGreaterThan(200);
});

test.describe("with a finger", () => {
  test.use({ hasTouch: true, viewport: { width: 390, height: 700 } });

  test("a tap is a point, and the page does not move with the finger", async ({ page }) => {
    const { ask, place } = await at(page, "drawn");
    const paper = place.locator(".canvas");
    await paper.scrollIntoViewIfNeeded();
    const box = (await paper.boundingBox())!;
    await page.touchscreen.tap(box.x + box.width / 2, box.y + box.height / 2);
    await expect(strokes(place)).toHaveCount(1);
    const { drawing } = (await shown(page, ask)) as { drawing: string };
    const points = drawing.slice(1).split(" ");
    expect(new Set(points).size).toBe(1);
    expect(drawing[0]).toBe("k");
    expect(await paper.evaluate((element) => getComputedStyle(element).touchAction)).toBe("none");
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
  });
});

test("what two tabs draw stays", async ({ page, context }) => {
  const { ask, place } = await at(page, "drawn");
  const second = await context.newPage();
  // It hears nothing of the first.
  await second.addInitScript(() => {
    BroadcastChannel.prototype.addEventListener = () => {};
  });
  await second.goto(page.url());
  const other = field(second, ask);
  await expect(other.locator(".canvas")).toBeVisible();
  await drawLine(place, [0.1, 0.2], [0.9, 0.2]);
  await saved(page);
  await drawLine(other, [0.1, 0.8], [0.9, 0.8]);
  await saved(second);
  for (const tab of [place, other]) await expect(strokes(tab)).toHaveCount(2);
});
