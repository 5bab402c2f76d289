import { type Page } from "@playwright/test";

import { editor, putCursor } from "./author";
import { Edition, editionOf, expectWhole, keeps, look, offer, takesOver, use } from "./editions";
import { Host } from "./host";
import { expect, test } from "./hosted";
import { addChild, assignments, field, open, saved, status } from "./homework";
import { cells, rows } from "./value";

const UNSAVED = "Something that was typed here or in another window is not saved yet. Please finish that first, then try again.";

/** A visitor who has the first edition, and is on the list of a child. */
async function visitor(page: Page, first: Edition) {
  await page.goto("");
  await keeps(page, first);
  await addChild(page, "Sina", "leaf");
}

/** The host has the second edition, and the page hears of it. */
async function offered(page: Page, host: Host, second: Edition) {
  host.show(second.folder);
  await look(page);
  await expect(offer(page)).toBeVisible();
}

/** Counts how often the page is loaded from now on. */
function loads(page: Page): () => number {
  let count = 0;
  page.on("load", () => count++);
  return () => count;
}

test("an open page stays what it was, and when the family agrees, each window is loaded once, and nothing is lost", async ({ page, context, host, first, second }) => {
  const [{ title, asks }, { title: otherTitle, asks: otherAsks }] = await assignments(host.url());
  const [text, otherText] = [asks, otherAsks].map((asks) => asks.find(({ kind }) => kind === "text")!);
  await visitor(page, first);
  const other = await context.newPage();
  await other.goto(page.url());
  await open(page, title);
  await field(page, text).fill("kept before");
  await open(other, otherTitle);
  await offered(page, host, second);
  await expect(offer(other)).toBeVisible();

  // Old pages and new windows are of the first edition, whatever the host has.
  const third = await context.newPage();
  await third.goto("");
  for (const tab of [page, other, third]) {
    await expectWhole(tab, first);
    expect(await editionOf(tab)).toBe("");
  }
  const counts = [page, other, third].map(loads);
  await field(page, text).fill("typed on the first");
  await field(other, otherText).focus();
  await other.keyboard.type("typed until the last moment");
  await use(page).click();
  for (const tab of [page, other, third]) {
    await takesOver(tab, second);
    await expectWhole(tab, second);
    await expect(offer(tab)).toBeHidden();
  }
  await expect(field(page, text)).toHaveValue("typed on the first");
  await expect(field(other, otherText)).toHaveValue("typed until the last moment");
  expect(counts.map((count) => count())).toEqual([1, 1, 1]);
  await keeps(page, second);
  await host.off();
  await page.reload();
  await expectWhole(page, second);
  await expect(field(page, text)).toHaveValue("typed on the first");
});

test("what is typed while the windows are asked is kept too", async ({ page, host, first, second }) => {
  const [{ title, asks }] = await assignments(host.url());
  const text = asks.find(({ kind }) => kind === "text")!;
  await visitor(page, first);
  await open(page, title);
  await offered(page, host, second);
  // The last key falls into the moment in which the worker is told.
  await page.evaluate(() => {
    const post = ServiceWorker.prototype.postMessage;
    ServiceWorker.prototype.postMessage = function (...given: [any]) {
      const area = document.querySelector<HTMLTextAreaElement>("textarea")!;
      if (given[0] === "use") {
        area.value += "the last key";
        area.dispatchEvent(new Event("input", { bubbles: true }));
      }
      return post.apply(this, given);
    };
  });
  await use(page).click();
  await takesOver(page, second);
  await expect(field(page, text)).toHaveValue("the last key");
});

test("who declines goes on as before, and is asked again another time", async ({ page, host, first, second }) => {
  const [{ title, asks }] = await assignments(host.url());
  const text = asks.find(({ kind }) => kind === "text")!;
  await visitor(page, first);
  await open(page, title);
  await offered(page, host, second);
  await offer(page).getByRole("button", { name: "Later" }).click();
  await expect(offer(page)).toBeHidden();
  await field(page, text).fill("mea");
  await saved(page);
  await look(page);
  await expectWhole(page, first);
  await page.reload();
  await expect(field(page, text)).toHaveValue("mea");
  await expectWhole(page, first);
  await expect(offer(page)).toBeVisible();
});

test("a window that cannot save keeps all of them as they are, wherever it is, and says so", async ({ page, context, host, first, second }) => {
  const [{ title, asks }] = await assignments(host.url());
  const text = asks.find(({ kind }) => kind === "text")!;
  await visitor(page, first);
  const other = await context.newPage();
  await other.addInitScript(() => {
    const put = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = function (...given) {
      if ((window as any).broken) throw new DOMException("full", "QuotaExceededError");
      return put.apply(this, given);
    };
  });
  await other.goto(page.url());
  await open(other, title);
  await offered(page, host, second);
  await other.evaluate(() => ((window as any).broken = true));
  await field(other, text).fill("not kept yet");
  await expect(status(other)).toHaveText(/^Not saved yet/);
  const address = other.url();
  const counts = [page, other].map(loads);
  // In sight of what is not kept, and on a screen that says nothing of it.
  for (const [screen, tab] of [[address, other], ["#/", page]] as const) {
    await other.goto(screen);
    await use(tab).click();
    await expect(offer(tab).getByText(UNSAVED)).toBeVisible();
    await expect(use(tab)).toBeEnabled();
  }
  expect(await Promise.all([page, other].map(editionOf))).toEqual(["", ""]);
  expect(counts.map((count) => count())).toEqual([0, 0]);
  await other.evaluate(() => ((window as any).broken = false));
  await other.goto(address);
  await saved(other);
  await use(page).click();
  for (const tab of [page, other]) await takesOver(tab, second);
  await expect(field(other, text)).toHaveValue("not kept yet");
});

/** A window beside the page that does not hear what it is asked. */
async function deafWindow(page: Page): Promise<Page> {
  const other = await page.context().newPage();
  await other.addInitScript(() => Object.defineProperty(ServiceWorkerContainer.prototype, "onmessage", { set() {} }));
  await other.goto(page.url());
  await expect(other.getByRole("heading", { level: 1 })).toBeVisible();
  return other;
}

test("a window that cannot be seen has noted its work, need not answer, and is loaded again too", async ({ page, context, host, first, second }) => {
  await visitor(page, first);
  const other = await deafWindow(page);
  await offered(page, host, second);
  // A browser without a screen shows all windows, so what the worker sees of them is made up.
  for (const worker of context.serviceWorkers()) {
    await worker.evaluate(() => Object.defineProperty((self as any).WindowClient.prototype, "visibilityState", { get: () => "hidden" }));
  }
  await use(page).click();
  for (const tab of [page, other]) await takesOver(tab, second);
});

test("a window that was only starting while the others changed follows them", async ({ page, context, host, first, second }) => {
  await visitor(page, first);
  const other = await context.newPage();
  await other.addInitScript(() => {
    // Busy, until the test lets it be idle.
    if (!sessionStorage.wasBusy) window.requestIdleCallback = (idle) => Number(((window as any).beIdle = idle));
    sessionStorage.wasBusy = "yes";
  });
  await other.goto("");
  await expect(other.getByRole("heading", { level: 1 })).toBeVisible();
  await offered(page, host, second);
  for (const worker of context.serviceWorkers()) {
    await worker.evaluate(() => Object.defineProperty((self as any).WindowClient.prototype, "visibilityState", { get: () => "hidden" }));
  }
  await use(page).click();
  await takesOver(page, second);
  expect(await editionOf(other)).toBe("");
  await other.evaluate(() => (window as any).beIdle());
  await takesOver(other, second);
});

test("a window that can be seen and says nothing keeps all of them as they are", async ({ page, host, first, second }) => {
  await visitor(page, first);
  const other = await deafWindow(page);
  await offered(page, host, second);
  await use(page).click();
  await expect(offer(page).getByText(UNSAVED)).toBeVisible();
  expect(await Promise.all([page, other].map(editionOf))).toEqual(["", ""]);
  await other.close();
  await use(page).click();
  await takesOver(page, second);
});

test("a name, a day and a recording that are not finished are waited for", async ({ page, context, host, first, second }) => {
  const all = await assignments(host.url());
  const withLog = all.find(({ asks }) => asks.some(({ kind }) => kind === "log"))!;
  const withAudio = all.find(({ asks }) => asks.some(({ kind }) => kind === "audio"))!;
  await visitor(page, first);
  const list = page.url();
  await offered(page, host, second);
  const refuses = async () => {
    await use(page).click();
    await expect(offer(page).getByText(UNSAVED)).toBeVisible();
    await expect(use(page)).toBeEnabled();
    expect(await editionOf(page)).toBe("");
  };

  await page.goto("#/new");
  await page.getByLabel("Your first name").fill("Wiremu");
  await refuses();
  await page.getByRole("button", { name: "Start" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "This week" })).toBeVisible();

  await page.goto(list);
  await open(page, withLog.title);
  const log = field(page, withLog.asks.find(({ kind }) => kind === "log")!);
  await log.getByRole("button", { name: /^Write down/ }).click();
  const day = (await rows(log))[0].getByLabel("Day", { exact: true });
  await day.fill("");
  await day.pressSequentially("2");
  await refuses();
  await day.fill("2026-11-21");
  await saved(page);

  await context.grantPermissions(["microphone"]);
  await page.goto(list);
  await open(page, withAudio.title);
  const ask = withAudio.asks.find(({ kind }) => kind === "audio")!;
  const sound = field(page, ask);
  await sound.getByRole("button", { name: "Record" }).click();
  await expect(sound.getByRole("button", { name: "Stop" })).toBeVisible();
  await refuses();
  await sound.getByRole("button", { name: "Stop" }).press("Enter");
  await expect(sound.getByRole("group")).toHaveCount(1);
  await saved(page);
  await use(page).click();
  await takesOver(page, second);
  await expect(sound.getByRole("group")).toHaveCount(1);
  await expect(cells(sound.getByRole("group").first()).first()).toBeVisible();
});

test("a desk with words that are nowhere else is waited for, and a text that is being written comes back", async ({ page, host, first, second }) => {
  await page.goto("desk/");
  await keeps(page, first, "/", "desk");
  await page.goto("desk/#/write");
  await page.getByLabel("Start from").selectOption({ index: 1 });
  await expect(editor(page)).toContainText("title:");
  await putCursor(page, 2);
  await page.keyboard.type(" of my own");
  await page.goto("desk/#/");
  await offered(page, host, second);
  const paste = page.locator("#pasted");
  await page.locator("details.paste summary").click();
  await paste.fill("a result that is not opened yet");
  await use(page).click();
  await expect(offer(page).getByText(UNSAVED)).toBeVisible();
  await paste.fill("");
  await use(page).click();
  await takesOver(page, second);
  await page.goto("desk/#/write");
  await expect(editor(page)).toContainText(" of my own");
  await keeps(page, second, "/", "desk");
  await host.off();
  await page.reload();
  await expect(editor(page)).toContainText(" of my own");
  expect(await editionOf(page)).toBe("second");
});

test("a desk that is kept changes together with home, and is there without a connection at once", async ({ page, host, first, second }) => {
  await page.goto("desk/");
  await keeps(page, first, "/", "desk");
  await page.goto("");
  await offered(page, host, second);
  await use(page).click();
  await takesOver(page, second);
  await host.off();
  await page.goto("desk/");
  await expect(page).toHaveTitle(/^Your class/);
  expect(await editionOf(page)).toBe("second");
});
