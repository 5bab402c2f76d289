import { addChild, assignment, assignments, field, open, saved } from "./homework";
import { expect, test } from "./watched";

// What an answer was before: put back where it was cleared, or brought back from the page about what is kept.

test("what was cleared can be put back, also after a reload", async ({ page }) => {
  const { title, asks } = await assignment("fractions-in-our-kitchen");
  const [ask] = asks.filter(({ kind }) => kind === "text");
  await page.goto("");
  await addChild(page, "Sina", "leaf");
  await open(page, title);
  const back = page.getByRole("button", { name: "Put back what was here" });
  const words = "We shared ten biscuits.";
  await field(page, ask).fill(words);
  await expect(back.filter({ visible: true })).toHaveCount(0);
  // Letter by letter, as a child does.
  await field(page, ask).press("End");
  for (const _ of words) await page.keyboard.press("Backspace");
  await expect(field(page, ask)).toHaveValue("");
  await saved(page);
  await page.reload();
  await expect(back.filter({ visible: true })).toHaveCount(1);
  await back.filter({ visible: true }).click();
  await expect(field(page, ask)).toHaveValue(words);
  await expect(field(page, ask)).toBeFocused();
  await expect(back.filter({ visible: true })).toHaveCount(0);
  await saved(page);
  await page.reload();
  await expect(field(page, ask)).toHaveValue(words);
});

test.describe("with questions of every kind", () => {
  test.use({ baseURL: process.env.SITE_URL_OF_ITS_OWN });

  test("a choice, a number, words and a table that were changed can be brought back", async ({ page, baseURL }) => {
    const [{ title, asks }] = await assignments(baseURL!);
    const of = (id: string) => field(page, asks.find((ask) => ask.id === id)!);
    const [text, number, choice] = (["text", "number", "choice"] as const).map((kind) => asks.find((ask) => ask.kind === kind)!);
    await page.goto("");
    await addChild(page, "Sina", "leaf");
    await open(page, title);
    const work = page.url();
    const cell = () => of("grid").getByRole("textbox").first();
    await of(text.id).fill("Once upon a time");
    await of(number.id).fill("12");
    await of(choice.id).getByRole("radio").first().check();
    await cell().fill("rain and wind");
    await saved(page);
    await of(text.id).fill("no");
    await of(number.id).fill("7");
    await of(choice.id).getByRole("radio").last().check();
    await cell().fill("");
    await saved(page);

    await page.getByRole("link", { name: "Earlier answers" }).click();
    for (const words of ["Once upon a time", "12 eggs", choice.options![0], "rain and wind"]) {
      const version = page.locator(".version", { hasText: words }).filter({ has: page.getByRole("button") });
      await version.getByRole("button", { name: "Bring this back" }).click();
      await expect(page.getByText("It is back.")).toBeVisible();
      // What it took the place of is there now.
      await expect(page.locator(".version", { hasText: words }).filter({ hasText: "Now" })).toBeVisible();
    }
    await page.goto(work);
    await expect(of(text.id)).toHaveValue("Once upon a time");
    await expect(of(number.id)).toHaveValue("12");
    await expect(of(choice.id).getByRole("radio").first()).toBeChecked();
    await expect(cell()).toHaveValue("rain and wind");
  });
});

test("only the last ten are kept of an answer", async ({ page }) => {
  const { title, asks } = await assignment("fractions-in-our-kitchen");
  const ask = asks.find(({ kind }) => kind === "number")!;
  await page.goto("");
  await addChild(page, "Sina", "leaf");
  await open(page, title);
  for (let number = 1; number <= 14; number++) {
    await field(page, ask).fill(`${number * 111}`);
    await saved(page);
  }
  await page.getByRole("link", { name: "Earlier answers" }).click();
  await expect(page.getByRole("button", { name: "Bring this back" })).toHaveCount(10);
  await expect(page.getByText(/^1443 /)).toBeVisible();
  await expect(page.getByText(/^333 /)).toBeHidden();
});
