import { addChild, assignment, answer, field, open, saved } from "./homework";
import { copyOfAll, openKept, putBack } from "./copies";
import { expect, test } from "./watched";

// A browser clears what it keeps: by itself, when a site was not opened for long or room is short, or because somebody tells it to.

const CLEARED = "Homework was kept here before, and now it is gone";
const MAY_CLEAR = "The browser may clear what was not opened for a week.";

test("an empty store that was not empty is told from a new one, and a copy can be put back", async ({ page }) => {
  const { title, asks } = await assignment("fractions-in-our-kitchen");
  const ask = asks.find(({ kind }) => kind === "text")!;
  await page.goto("");
  await expect(page.getByText(CLEARED)).toBeHidden();
  await addChild(page, "Sina", "leaf");
  await open(page, title);
  const work = page.url();
  await answer(page, ask);
  await saved(page);
  const kept = await field(page, ask).inputValue();
  const { text } = await copyOfAll(page);

  // What a browser does that clears one of the things that it keeps, or finds that it cannot read it any more.
  await page.goto("assignments/paper.html");
  await page.evaluate(async () => {
    for (const { name } of await indexedDB.databases()) {
      await new Promise((done) => (indexedDB.deleteDatabase(name!).onsuccess = done));
    }
  });
  await page.goto("");
  await expect(page.getByText(CLEARED)).toBeVisible();
  await page.getByText(CLEARED).getByRole("link", { name: "What is kept here" }).click();
  await putBack(page, text, "Everything in the copy is here now.");
  await page.goto(work);
  await expect(field(page, ask)).toHaveValue(kept);
  await page.goto("#/new");
  await expect(page.getByText(CLEARED)).toBeHidden();
});

test("after the last child was removed, nothing is missed", async ({ page }) => {
  await page.goto("");
  await addChild(page, "Sina", "leaf");
  await openKept(page);
  await page.getByRole("link", { name: "Sina" }).click();
  await page.getByRole("link", { name: "Remove Sina from this phone" }).click();
  await page.getByRole("button", { name: "Remove Sina from this phone" }).click();
  await page.getByRole("button", { name: "Yes, remove Sina" }).click();
  await expect(page.getByText("Nobody has done homework here yet.")).toBeVisible();
  await page.getByRole("link", { name: "Back to the homework" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Who is doing homework?" })).toBeVisible();
  await expect(page.getByText(CLEARED)).toBeHidden();
});

test("the browser is asked to keep it when a child starts, and until it has promised it is said what that means", async ({ page }) => {
  // A browser that promises once it has been asked.
  await page.addInitScript(() => {
    StorageManager.prototype.persisted = async () => localStorage.getItem("asked") === "yes";
    StorageManager.prototype.persist = async () => {
      localStorage.setItem("asked", "yes");
      return true;
    };
  });
  await page.goto("");
  await expect(page.getByText(MAY_CLEAR)).toBeHidden();
  expect(await page.evaluate(() => localStorage.getItem("asked"))).toBeNull();
  await addChild(page, "Sina", "leaf");
  await expect.poll(() => page.evaluate(() => localStorage.getItem("asked"))).toBe("yes");
  await page.reload();
  await expect(page.getByRole("heading", { level: 1, name: "This week" })).toBeVisible();
  await expect(page.getByText(MAY_CLEAR)).toBeHidden();
  await openKept(page);
  await expect(page.getByText("The browser has promised not to clear it by itself.")).toBeVisible();
});

test("where the browser promises nothing, that is said beside the homework, and asked again", async ({ page }) => {
  await page.addInitScript(() => {
    StorageManager.prototype.persisted = async () => false;
    StorageManager.prototype.persist = async () => false;
  });
  await page.goto("");
  await addChild(page, "Sina", "leaf");
  await expect(page.getByText(MAY_CLEAR)).toBeVisible();
  await page.getByText(MAY_CLEAR).getByRole("link", { name: "What is kept here" }).click();
  await expect(page.getByText("The browser may clear it when room is short")).toBeVisible();
  await page.getByRole("button", { name: "Ask the browser to keep it" }).click();
  await expect(page.getByText("The browser did not promise it.")).toBeVisible();
});
