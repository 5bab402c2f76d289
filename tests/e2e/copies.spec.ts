import { type Browser, type Page } from "@playwright/test";

import { copyOfAll, openKept, putBack, savedCopy } from "./copies";
import { MONDAY, addChild, answer, assignment, assignments, field, open, saved } from "./homework";
import { sent } from "./one-of-each";
import { mediaOf } from "./result-file";
import { shown } from "./value";
import { type Troubles, expect, test } from "./watched";

// Copies of what is kept: saved here, put back elsewhere, and nothing of either side is lost.

const WHOLE = "Everything in the copy is here now.";

/** A phone that has never seen this site. */
async function anotherPhone(browser: Browser, troubles: Troubles, site: string): Promise<Page> {
  const context = await browser.newContext({ baseURL: site, timezoneId: "UTC", locale: "en-NZ" });
  troubles.watch(context, site);
  const page = await context.newPage();
  await page.clock.setFixedTime(MONDAY);
  await page.goto("kept/");
  await expect(page.getByText("Nobody has done homework here yet.")).toBeVisible();
  return page;
}

test.describe("with questions of every kind", () => {
  test.use({ baseURL: process.env.SITE_URL_OF_ITS_OWN });

  test("all work of a child goes to another phone by one file of text", async ({ page, context, browser, troubles, baseURL }) => {
    await context.grantPermissions(["microphone"]);
    const [{ title, asks }] = await assignments(baseURL!);
    await page.clock.setFixedTime(MONDAY);
    await page.goto("");
    await addChild(page, "Manaia", "kite");
    await open(page, title);
    for (const ask of asks) await answer(page, ask);
    await saved(page);
    const address = new URL(page.url()).hash;
    const given = await Promise.all(asks.map((ask) => shown(page, ask)));
    const result = await sent(page);
    const { name, text } = await copyOfAll(page);
    expect(name).toMatch(/^taumahi-Manaia-\d{4}-\d\d-\d\d\.txt$/);
    // Anybody can read in it what it is, and the answers.
    expect(text).toMatch(/^This is a copy of homework, saved by Taumahi\./);
    expect(text).toContain(`Manaia:\n- ${title}\n`);
    expect(text).toContain("kōrero, “āe” =1+1");

    const other = await anotherPhone(browser, troubles, baseURL!);
    await putBack(other, text, WHOLE);
    await expect(other.getByRole("link", { name: "Manaia" })).toContainText("1 piece of homework");
    await other.goto(address);
    await expect(other.getByRole("heading", { level: 1, name: title })).toBeVisible();
    for (const [at, ask] of asks.entries()) expect(await shown(other, ask), ask.id).toEqual(given[at]);
    const theirs = await sent(other);
    expect(theirs.answers).toEqual(result.answers);
    expect(mediaOf(theirs)).toEqual(mediaOf(result));
    await other.context().close();
  });
});

test("what was done on two phones is put together, and what gave way can be brought back", async ({ page, browser, troubles, baseURL }) => {
  const { id, title, asks } = await assignment("fractions-in-our-kitchen");
  const [first, second] = asks.filter(({ kind }) => kind === "text");
  const number = asks.find(({ kind }) => kind === "number")!;
  await page.goto("");
  await addChild(page, "Sina", "leaf");
  await open(page, title);
  const work = new URL(page.url()).hash;
  await field(page, first).fill("We shared twelve buttons.");
  await saved(page);
  const other = await anotherPhone(browser, troubles, baseURL!);
  await putBack(other, (await copyOfAll(page)).text, WHOLE);

  // Both go on, each for itself: in the same answer, and each in another one.
  await page.goto(work);
  await field(page, first).fill("Nana cut the pie in four.");
  await field(page, number).fill("6");
  await saved(page);
  await other.clock.setFixedTime(new Date(Date.now() + 60_000));
  await other.goto(work);
  await field(other, first).fill("Koro shared his kūmara.");
  await field(other, second).fill("With my sister.");
  await saved(other);

  await openKept(page);
  await putBack(page, (await copyOfAll(other)).text, WHOLE);
  await page.goto(work);
  await expect(field(page, first)).toHaveValue("Koro shared his kūmara.");
  await expect(field(page, second)).toHaveValue("With my sister.");
  await expect(field(page, number)).toHaveValue("6");

  await page.getByRole("link", { name: "Earlier answers" }).click();
  const past = page.locator(".version", { hasText: "Nana cut the pie in four." });
  await past.getByRole("button", { name: "Bring this back" }).click();
  await expect(page.getByText("It is back.")).toBeVisible();
  await expect(page.locator(".version", { hasText: "Koro shared his kūmara." }).getByRole("button")).toBeVisible();
  await page.getByRole("link", { name: "Back to this homework" }).click();
  await expect(field(page, first)).toHaveValue("Nana cut the pie in four.");
  expect(page.url()).toContain(`/${id}`);
  await other.context().close();
});

test("a copy of one child has nothing of another's", async ({ page }) => {
  const { title, asks } = await assignment("fractions-in-our-kitchen");
  const ask = asks.find(({ kind }) => kind === "text")!;
  await page.goto("");
  await addChild(page, "Sina", "leaf");
  await open(page, title);
  await field(page, ask).fill("Sina's own words");
  await saved(page);
  await page.goto("#/new");
  await addChild(page, "Tama", "kiwi");
  await open(page, title);
  await field(page, ask).fill("Tama's own words");
  await saved(page);
  await openKept(page);
  await page.getByRole("link", { name: "Sina" }).click();
  const { name, text } = await savedCopy(page, page.getByRole("button", { name: "Save a copy of Sina’s homework" }));
  expect(name).toContain("Sina");
  expect(text).toContain("Sina's own words");
  expect(text).not.toContain("Tama");
});

test("a file that is no copy, a later one or a damaged one is said, and nothing is lost", async ({ page }) => {
  const { title, asks } = await assignment("fractions-in-our-kitchen");
  const ask = asks.find(({ kind }) => kind === "text")!;
  await page.goto("");
  await addChild(page, "Sina", "leaf");
  await open(page, title);
  const work = new URL(page.url()).hash;
  await field(page, ask).fill("Once upon a time");
  await saved(page);
  const { text } = await copyOfAll(page);
  const whole = text.replace("Once upon a time", "Another story");
  await putBack(page, "Dear teacher, here is my homework", "There is no copy of homework in this file.");
  await putBack(page, text.replace("TAUMAHI COPY 1-", "TAUMAHI COPY 2-"), /made by a newer version of this page/);
  await putBack(page, whole.slice(0, whole.indexOf("-----END")), /This copy is not whole: its end is missing/);
  await putBack(page, whole.replace('{"profile"', "{profile"), /This copy is not whole.*one part could not/);
  await putBack(page, "x".repeat(20 << 20), "This file could not be read.");
  await page.goto(work);
  await expect(field(page, ask)).toHaveValue("Once upon a time");
});

test("a copy is put back by the piece: one of forty megabytes", async ({ page, browser, troubles, baseURL }) => {
  await page.goto("");
  // Whatever a child is called.
  await addChild(page, "-----BEGIN TAUMAHI COPY 1-----", "leaf");
  const child = new URL(page.url()).hash.slice(2);
  const { text } = await copyOfAll(page);
  const photo = (at: number) => `media ${child}/fractions/a${at} image/png;base64,${Buffer.alloc(3 << 20, at).toString("base64")}\n`;
  const photos = Array.from({ length: 10 }, (_, at) => photo(at)).join("");
  const large = text.replace(/-----END TAUMAHI COPY (\d+)-----/, (_, count) => `${photos}-----END TAUMAHI COPY ${Number(count) + 10}-----`);
  const other = await anotherPhone(browser, troubles, baseURL!);
  await putBack(other, large, WHOLE);
  expect((await copyOfAll(other)).text).toContain(photo(9));
  await other.context().close();
});

test("while the phone is full, a copy is not put back, and that is said", async ({ page }) => {
  await page.goto("");
  await addChild(page, "Sina", "leaf");
  const { text } = await copyOfAll(page);
  await page.evaluate(() => {
    IDBObjectStore.prototype.put = () => {
      throw new DOMException("full", "QuotaExceededError");
    };
  });
  const other = text.replace(/profiles (\w+) \{"id":"\w+"/, 'profiles 00c0ffee00c0ffee {"id":"00c0ffee00c0ffee"');
  await putBack(page, other, /The copy could not be put back: this phone may be full. Nothing was lost./);
});

test("removing a child names what will go, offers a copy first, and asks twice", async ({ page, context }) => {
  const { title, asks } = await assignment("fractions-in-our-kitchen");
  await page.goto("");
  await addChild(page, "Sina", "leaf");
  await open(page, title);
  const work = page.url();
  for (const ask of asks.slice(0, 2)) await answer(page, ask);
  await saved(page);
  // Another tab has the work open.
  const tab = await context.newPage();
  await tab.goto(work);
  await expect(field(tab, asks[0])).toBeVisible();

  await openKept(page);
  await page.getByRole("link", { name: "Sina" }).click();
  const remove = page.getByRole("link", { name: "Remove Sina from this phone" });
  await remove.click();
  await expect(page.getByRole("heading", { level: 1, name: "Remove Sina?" })).toBeVisible();
  await expect(page.getByRole("listitem")).toHaveText(`“${title}” with 2 answers`);
  const { text } = await savedCopy(page, page.getByRole("button", { name: "Save a copy of Sina’s homework" }));
  await expect(page.getByRole("button", { name: "Yes, remove Sina" })).toBeHidden();
  await page.getByRole("button", { name: "Remove Sina from this phone" }).click();
  await expect(page.getByText("Do you really want to remove Sina?")).toBeVisible();
  await page.getByRole("link", { name: "No, keep it" }).last().click();
  await remove.click();
  await page.getByRole("button", { name: "Remove Sina from this phone" }).click();
  await page.getByRole("button", { name: "Yes, remove Sina" }).click();
  await expect(page.getByText("Sina was removed from this phone.")).toBeVisible();
  await expect(page.getByText("Nobody has done homework here yet.")).toBeVisible();
  await expect(tab.getByRole("heading", { level: 1, name: "Who is doing homework?" })).toBeVisible();

  await putBack(page, text, WHOLE);
  await page.goto(work);
  await expect(page.getByText(`2 of ${asks.length} done`)).toBeVisible();
});
