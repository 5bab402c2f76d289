import { MONDAY, addChild, answer, assignment, field, open, saved, status } from "./homework";
import { expect, test } from "./watched";

test("two children on one device never see each other's work", async ({ page }) => {
  const fractions = await assignment("fractions-in-our-kitchen");
  const asks = fractions.asks.filter((ask) => ask.kind === "text" || ask.kind === "number");
  await page.clock.setFixedTime(MONDAY);
  await page.goto("");
  await addChild(page, "Aroha", "star");
  await open(page, fractions.title);
  for (const ask of asks) await answer(page, ask);
  await saved(page);
  const arohas = new URL(page.url()).hash;

  await page.goto("#/");
  await page.getByRole("link", { name: "Add a child" }).click();
  await addChild(page, "Ari", "moon");
  const card = page.getByRole("link", { name: new RegExp(fractions.title) });
  await expect(card).toContainText("New");
  await card.click();
  await expect(page.getByText(`0 of ${fractions.asks.length} done`)).toBeVisible();
  for (const ask of asks) await expect(field(page, ask)).toHaveValue("");
  await field(page, asks[0]).fill("8");
  await saved(page);
  const aris = new URL(page.url()).hash;
  expect(aris).not.toBe(arohas);

  // From one to the other without a reload, and after one.
  for (const load of [() => Promise.resolve(null), () => page.reload()]) {
    await page.goto(arohas);
    await load();
    await expect(page.getByRole("banner")).toContainText("Aroha");
    await expect(field(page, asks[0])).toHaveValue("-5");
    await page.goto(aris);
    await load();
    await expect(page.getByRole("banner")).toContainText("Ari");
    await expect(field(page, asks[0])).toHaveValue("8");
    for (const ask of asks.slice(1)) await expect(field(page, ask)).toHaveValue("");
  }

  // What Ari sends is Ari's.
  await page.getByRole("link", { name: "Send to your teacher" }).click();
  await page.getByText("See what will be sent").click();
  const sent = page.locator("pre");
  await expect(sent).toContainText("Student: Ari");
  await expect(sent).not.toContainText("kōrero");
  await expect(sent).not.toContainText("-5");
});

test("what could not be kept at once never comes into a sibling's work", async ({ page }) => {
  const { title, asks } = await assignment("fractions-in-our-kitchen");
  const ask = asks.find(({ kind }) => kind === "text")!;
  await page.addInitScript(() => {
    const put = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = function (...given) {
      if ((window as any).broken) throw new DOMException("full", "QuotaExceededError");
      return put.apply(this, given);
    };
  });
  await page.goto("");
  // A double tap adds one child.
  await page.getByLabel("Your first name").fill("Ari");
  await page.getByRole("button", { name: "Start" }).dblclick();
  await open(page, title);
  const aris = new URL(page.url()).hash;
  await page.goto("#/");
  await expect(page.getByRole("listitem")).toHaveCount(1);
  await page.getByRole("link", { name: "Add a child" }).click();
  await addChild(page, "Aroha", "star");
  await open(page, title);
  await page.evaluate(() => ((window as any).broken = true));
  await field(page, ask).fill("Aroha's secret");
  await expect(status(page)).toHaveText(/^Not saved yet/);
  await page.goto(aris);
  await expect(page.getByRole("banner")).toContainText("Ari");
  await page.evaluate(() => ((window as any).broken = false));
  await saved(page);
  await expect(field(page, ask)).toHaveValue("");
});
