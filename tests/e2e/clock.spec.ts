import { type Page } from "@playwright/test";

import { openFiles } from "./at-the-desk";
import { MONDAY, addChild, assignment, field, open, saved } from "./homework";
import { expect, test } from "./watched";

// Clocks are set, forwards and backwards, and the newest answer is the one that was given last.

const DAY = 86_400_000;

for (const [how, moves] of Object.entries({ "backwards": [0, -2 * DAY, -3 * DAY], "forwards and back": [0, 400 * DAY, DAY] })) {
  test(`a clock that is moved ${how} makes no answer older, at home and at the desk`, async ({ page, context }, info) => {
    const { title, asks } = await assignment("fractions-in-our-kitchen");
    const ask = asks.find(({ kind }) => kind === "text")!;
    await page.clock.setFixedTime(MONDAY);
    await page.goto("");
    await addChild(page, "Sina", "leaf");
    const list = page.url();
    await open(page, title);
    const work = page.url();
    const tab = await context.newPage();
    await tab.clock.setFixedTime(MONDAY);
    await tab.goto(work);
    const files: string[] = [];
    for (const [time, move] of moves.entries()) {
      const now = new Date(MONDAY.getTime() + move);
      for (const each of [page, tab]) await each.clock.setFixedTime(now);
      await page.goto(work);
      await field(page, ask).fill(`answer ${time}`);
      await saved(page);
      // The other tab follows, and its own answer is the newer one then.
      await expect(field(tab, ask)).toHaveValue(`answer ${time}`);
      await field(tab, ask).fill(`answer ${time}, and more`);
      await saved(tab);
      await expect(field(page, ask)).toHaveValue(`answer ${time}, and more`);
      if (time > 0) {
        await page.goto(list);
        await expect(page.getByRole("link", { name: new RegExp(`^${title}`) })).toContainText("Changed since it was sent");
        await page.goto(work);
      }
      files.push(await send(page, work, info.outputPath(`result-${time}.txt`)));
    }
    for (const order of [files, files.toReversed()]) {
      const desk = await context.newPage();
      await desk.goto("desk/");
      await desk.clock.setFixedTime(MONDAY);
      await openFiles(desk, order, /results? opened|opened before/);
      await desk.getByRole("link", { name: /Sina/ }).first().click();
      await expect(desk.locator(".typed").first()).toHaveText(`answer ${moves.length - 1}, and more`);
      await desk.evaluate(async () => {
        for (const { name } of await indexedDB.databases()) {
          if (name!.startsWith("taumahi-desk")) await new Promise((done) => (indexedDB.deleteDatabase(name!).onsuccess = done));
        }
      });
      await desk.close();
    }
  });
}

async function send(page: Page, work: string, file: string): Promise<string> {
  await page.goto(`${work}/send`);
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save the file" }).click();
  await (await download).saveAs(file);
  await page.getByRole("button", { name: "I have sent it" }).click();
  await expect(page.getByText("Last sent")).toBeVisible();
  return file;
}
