import { readFile } from "node:fs/promises";

import { type BrowserContext, type Page, chromium } from "@playwright/test";

import { launch } from "../browser.mjs";
import { openFiles, showsAnswer } from "./at-the-desk";
import { editor } from "./author";
import { editionOf, expectWhole, keeps, wholeCaches } from "./editions";
import { expect, test } from "./hosted";
import { type Assignment, MONDAY, addChild, answer, assignments, field, open, saved } from "./homework";
import { given } from "./programs";
import { readResult } from "./result-file";
import { type Value, withoutIds } from "./value";

const heading = (page: Page) => page.getByRole("heading", { level: 1 });

/** The answers to some questions, given just now. */
async function answerAll(page: Page, { asks }: Assignment, isAsked: (who?: string) => boolean) {
  const given: Record<string, Value> = {};
  for (const ask of asks.filter(({ who }) => isAsked(who))) given[ask.id] = await answer(page, ask);
  await saved(page);
  return given;
}

test("after one visit, all is done without a connection, by a browser that has just been started", async ({ host, first, troubles }, info) => {
  const all = await assignments(host.url());
  const byId = (id: string) => all.find((each) => each.id === id)!;
  const fractions = byId("fractions-in-our-kitchen");
  const withPhoto = all.find(({ asks }) => asks.some(({ kind }) => kind === "photo"))!;
  const photo = withPhoto.asks.find(({ kind }) => kind === "photo")!;
  const start = async (): Promise<[BrowserContext, Page]> => {
    const device = await chromium.launchPersistentContext(info.outputPath("phone"), { ...launch, acceptDownloads: true });
    troubles.watch(device, host.url());
    const page = await device.newPage();
    await page.clock.setFixedTime(MONDAY);
    return [device, page];
  };

  let [device, page] = await start();
  await page.goto(host.url());
  await keeps(page, first);
  await page.goto(host.url("/desk/"));
  await keeps(page, first, "/", "desk");
  await device.close();
  await host.off();

  // Nobody was there before: the child is added without a connection too.
  [device, page] = await start();
  await page.goto(host.url());
  await addChild(page, "Mārama", "fish");
  const list = page.url();
  await open(page, fractions.title);
  const answers = await answerAll(page, fractions, (who) => who !== "family");
  const paper = page.waitForEvent("popup");
  await page.getByRole("link", { name: "Print on paper" }).click();
  await expect((await paper).getByText(fractions.title).first()).toBeVisible();
  await page.goto(list);
  await open(page, withPhoto.title);
  await answer(page, photo);
  await saved(page);
  await page.goto(list);
  await open(page, byId("doubling-game").title);
  await page.getByRole("radio", { name: "Lea faka-Tonga" }).check();
  await expect(heading(page)).toHaveText("Ko e vaʻinga liunga ua");
  await device.close();

  [device, page] = await start();
  await page.goto(host.url());
  await page.getByRole("link", { name: "Mārama" }).click();
  await open(page, withPhoto.title);
  await expect(field(page, photo).getByRole("img").first()).toHaveJSProperty("naturalWidth", 40);
  await page.goto(list);
  await open(page, fractions.title);
  await page.getByRole("link", { name: "Hand over to your family" }).click();
  await page.getByRole("button", { name: "Koro" }).click();
  Object.assign(answers, await answerAll(page, fractions, (who) => who === "family"));
  await page.getByRole("button", { name: "Finished: send it" }).click();
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save the file" }).click();
  const file = info.outputPath("marama.txt");
  await (await download).saveAs(file);
  const sent = readResult(await readFile(file, "utf8"));
  expect(sent.answers.map(({ ask, value }: any) => [ask, withoutIds(value)])).toEqual(fractions.asks.map(({ id }) => [id, answers[id]]));

  await page.goto(host.url("/desk/"));
  await openFiles(page, [file], "One result opened.");
  await page.getByRole("link", { name: /^Mārama/ }).click();
  for (const ask of fractions.asks) await showsAnswer(page, ask, answers[ask.id]);
  await page.goto(host.url("/desk/#/write"));
  await page.getByLabel("Start from").selectOption({ index: 1 });
  await expect(editor(page)).toContainText("title:");
  await expect(page.frameLocator("iframe[title='What a family sees']").getByRole("heading", { level: 1 })).toBeVisible();
  await device.close();
});

test("any address of a site in a folder answers without a connection", async ({ page, host, first }) => {
  const under = "/school/homework/";
  host.show(first.folder, under);
  const at = (path: string) => host.url(under + path);
  await page.goto(at(""));
  await keeps(page, first, under);
  await host.off();
  for (const path of ["", "index.html", "?from=a-message", "no-such-page", "no/such/folder/", "app/", "assignments/old.0123456789abcdef.html"]) {
    await page.goto(at(path));
    await expectWhole(page, first);
    expect(new URL(page.url()).pathname, path).toBe(path === "index.html" ? `${under}index.html` : under);
  }
  await page.goto(at("assignments/paper.html"));
  await expect(heading(page)).toBeVisible();
  // Who has not opened it before has no copy of it: families never fetch it.
  await page.goto(at("desk/"));
  expect(page.url()).toBe(at(""));
  await host.on();
  await page.goto(at("desk"));
  await keeps(page, first, under, "desk");
  await host.off();
  await page.goto(at("desk"));
  await expect(page).toHaveTitle(/^Your class/);
  expect(page.url()).toBe(at("desk/"));
});

test("with a connection, what is not there is still not there", async ({ page, host, first }) => {
  await page.goto("");
  await keeps(page, first);
  const answer = await page.goto("no-such-page");
  expect(answer?.status()).toBe(404);
  await expect(heading(page)).toHaveText("This page is not here");
});

test("while the host answers everything with an error, the page is what it was", async ({ page, host, first }) => {
  await page.goto("");
  await keeps(page, first);
  host.failAll(500);
  const asked = host.asked.length;
  await page.goto("");
  await expectWhole(page, first);
  // It has asked for what is new, and was not impressed.
  await expect.poll(() => host.asked.slice(asked)).toEqual(expect.arrayContaining(["/worker.js", "/assignments/files.json"]));
  await page.goto("");
  await expectWhole(page, first);
});

test("families download nothing of the desk, and a first visit is over before anything is kept", async ({ page, host, first }) => {
  await page.addInitScript(() => {
    // What the page is for, in the moment in which the worker is started.
    const register = ServiceWorkerContainer.prototype.register;
    ServiceWorkerContainer.prototype.register = function (...given) {
      (window as any).atStart = [document.readyState, document.querySelector("h1")?.textContent];
      return register.apply(this, given);
    };
  });
  await page.goto("");
  await keeps(page, first);
  expect(await page.evaluate(() => (window as any).atStart)).toEqual(["complete", "Kia ora! Who is doing homework?"]);
  expect(host.asked.filter((path) => path.startsWith("/desk"))).toEqual([]);
});

test("two classes on one host, one inside the other's folder, keep their own and change on their own", async ({ page, context, host, first, second }) => {
  const [outer, inner] = ["/", "/room-5/"];
  host.show(first.folder, inner);
  await page.goto(host.url(outer));
  await keeps(page, first, outer);
  const other = await context.newPage();
  await other.goto(host.url(inner));
  await keeps(other, first, inner);
  const ofOuter = (await wholeCaches(page)).filter((name) => name.startsWith(`taumahi ${outer} `));

  host.show(second.folder, inner);
  await other.goto(host.url(inner));
  await other.getByRole("button", { name: "Use it now" }).click();
  await expect.poll(() => editionOf(other).catch(() => undefined)).toBe("second");
  await keeps(other, second, inner);
  expect((await wholeCaches(page)).filter((name) => name.startsWith(`taumahi ${outer} `))).toEqual(ofOuter);
  await host.off();
  await page.goto(host.url(outer));
  await expectWhole(page, first);
  await other.goto(host.url(inner));
  await expectWhole(other, second);
});

const EVICTIONS: Record<string, () => Promise<unknown>> = {
  "all that was kept": async () => Promise.all((await caches.keys()).map((name) => caches.delete(name))),
  "one file": async () => {
    const [name] = (await caches.keys()).filter((name) => name.includes(" program "));
    await (await caches.open(name)).delete("locales/en.txt");
  },
};

for (const [what, evict] of Object.entries(EVICTIONS)) {
  test(`when the browser takes away ${what} under an open page, the page goes on, and the next visit keeps it again`, async ({ page, host, first }) => {
    const [{ title, asks }] = await assignments(host.url());
    await page.goto("");
    await keeps(page, first);
    await addChild(page, "Sina", "leaf");
    await page.evaluate(evict);
    await open(page, title);
    const text = asks.find(({ kind }) => kind === "text")!;
    await field(page, text).fill("mea");
    await saved(page);
    await page.reload();
    await expect(field(page, text)).toHaveValue("mea");
    await page.goto("");
    await expectWhole(page, first);
    await keeps(page, first);
    await host.off();
    await page.reload();
    await expectWhole(page, first);
  });
}

test("a desk that is opened for the first time beside an older home is wholly the newer one", async ({ page, host, first, second }) => {
  await page.goto("");
  await keeps(page, first);
  host.show(second.folder);
  const asked = host.asked.length;
  await page.goto("desk/#/write");
  await page.getByLabel("Start from").selectOption({ index: 1 });
  const preview = page.frameLocator("iframe[title='What a family sees']");
  await expect(preview.getByRole("heading", { level: 1 })).toBeVisible();
  expect(await editionOf(page)).toBe("second");
  expect(await preview.locator("meta[name=edition]").getAttribute("content")).toBe("second");
  // The page's scripts would else be the older home's.
  expect(host.asked.slice(asked)).toContain("/boot.js");
  await expect(page.getByRole("button", { name: "Use it now" })).toBeVisible();
});

test("a site that is being written takes the place of one that was kept at its address", async ({ page, host, first }) => {
  await page.goto(host.url());
  await keeps(page, first);
  // Trunk's script for reloading asks a server of its own, which is not there.
  await page.routeWebSocket(/./, () => {});
  host.show(given("TAUMAHI_SERVED_SITE"));
  await page.goto("");
  // Not only from now on: the open page becomes it. The old worker itself goes when the browser thinks fit.
  await expect(page.locator("script[data-wasm]")).toHaveAttribute("data-wasm", await wasmOf(given("TAUMAHI_SERVED_SITE")));
  await expect(heading(page)).toBeVisible();
  expect(await page.evaluate(() => caches.keys())).toEqual([]);
  expect(await page.evaluate(async () => (await fetch("offline.js")).text())).toContain("being written");
});

/** What the page of a site runs. */
async function wasmOf(site: string): Promise<string> {
  const [, wasm] = (await readFile(`${site}/index.html`, "utf8")).match(/data-wasm="([^"]+)"/)!;
  return wasm;
}

test("a phone can install the site, and each class apart", async ({ host, first, troubles }, info) => {
  // Nothing is installed from a private window, which is what a test has else.
  const context = await chromium.launchPersistentContext(info.outputPath("phone"), launch);
  troubles.watch(context, host.url());
  const page = await context.newPage();
  const under = "/school/homework/";
  host.show(first.folder, under);
  const ids = [];
  for (const folder of ["/", under]) {
    await page.goto(host.url(folder));
    await keeps(page, first, folder);
    const devtools = await context.newCDPSession(page);
    const { errors, data, ...manifest } = await devtools.send("Page.getAppManifest");
    expect(errors).toEqual([]);
    expect(manifest.url).toBe(host.url(`${folder}manifest.webmanifest`));
    expect((await devtools.send("Page.getInstallabilityErrors")).installabilityErrors).toEqual([]);
    const { recommendedId } = await devtools.send("Page.getAppId");
    ids.push(recommendedId);
    const { name, icons, shortcuts, start_url, scope, display } = JSON.parse(data!);
    expect({ name, start_url, scope, display }).toEqual({ name: "Taumahi", start_url: "./", scope: "./", display: "standalone" });
    expect(shortcuts.map(({ name }: { name: string }) => name)).toEqual(["Homework", "Homework on paper", "The teacher's desk"]);
    for (const { url } of shortcuts) expect((await page.request.get(host.url(folder + url))).ok(), url).toBe(true);
    const drawn = await page.evaluate(async (all: { src: string; sizes: string; purpose: string }[]) => {
      const size = async ({ src, sizes, purpose }: { src: string; sizes: string; purpose: string }) => {
        const icon = new Image();
        icon.src = src;
        await icon.decode();
        return [`${icon.naturalWidth}x${icon.naturalHeight}`, sizes, purpose];
      };
      return Promise.all(all.filter(({ src }) => src.endsWith(".png")).map(size));
    }, icons);
    for (const [is, says] of drawn) expect(is).toBe(says);
    expect(drawn.map(([, size, purpose]) => `${size} ${purpose}`)).toEqual(["192x192 any", "512x512 any", "192x192 maskable", "512x512 maskable"]);
    expect(await page.locator("link[rel=apple-touch-icon]").getAttribute("href")).toBe("icons/180.png");
  }
  expect(ids).toEqual(["/", under]);
  await context.close();
});
