import { type Browser, type Page } from "@playwright/test";

import { Chance, times } from "./chance";
import { type Edition, editionOf, expectWhole, keeps, look, offer, settled, use, takesOver, wholeCaches } from "./editions";
import { type Host, LENGTHS } from "./host";
import { expect, test } from "./hosted";
import { OwnBrowser } from "./own-browser";
import { type Troubles } from "./watched";

// An install that ends anywhere: at a byte by chance of all that it fetches, at a file that the host does not have, or with the browser.
// Afterwards the site is wholly the one or wholly the other, and the next visit completes it.

/** A phone that nobody has used before, with an open page. */
async function phone(browser: Browser, troubles: Troubles, host: Host): Promise<Page> {
  const context = await browser.newContext();
  troubles.watch(context, host.url());
  return context.newPage();
}

/** Without a connection, the site is wholly of this edition. */
async function isWithout(page: Page, host: Host, edition: Edition) {
  await host.off();
  await page.goto(host.url());
  await expectWhole(page, edition);
}

/** With the host whole again, the next visit completes what was cut, and needs the host no more. */
async function becomes(page: Page, host: Host, edition: Edition) {
  if ((await editionOf(page)) === "") await use(page).click();
  await takesOver(page, edition);
  await keeps(page, edition);
  await isWithout(page, host, edition);
}

test("a first visit that is cut at any byte", async ({ browser, host, first, troubles }) => {
  // Half a page cannot start, and says so.
  troubles.allow(/^console: (TypeError|CompileError|SyntaxError|Error): /, /^error: /);
  const promised = times(50);
  test.setTimeout(promised * 60_000);
  const chance = new Chance("first visits");
  const whole = await phone(browser, troubles, host);
  await whole.goto(host.url());
  await keeps(whole, first);
  const bytes = host.sent;
  await whole.context().close();
  for (let time = 0; time < promised; time++) {
    const page = await phone(browser, troubles, host);
    const [at, length] = [chance.below(bytes), chance.of(LENGTHS)];
    await test.step(`at ${at} of ${bytes} bytes, length ${length}`, async () => {
      const cut = host.cutAfter(at, length);
      await page.goto(host.url()).catch(() => undefined);
      await cut;
      // What there is of a worker is whole. Where there is none yet, there is nothing.
      const hasWorker = await page.evaluate(async () => Boolean((await navigator.serviceWorker?.getRegistration())?.active)).catch(() => false);
      if (hasWorker) await isWithout(page, host, first);
      await host.on();
      await page.goto(host.url());
      await keeps(page, first);
      await isWithout(page, host, first);
    });
    await page.context().close();
    await host.on();
  }
});

test("an update that is cut at any byte", async ({ browser, host, first, second, troubles }) => {
  const promised = times(50);
  test.setTimeout(promised * 60_000);
  const chance = new Chance("updates");
  let bytes = 0;
  for (let time = -1; time < promised; time++) {
    host.show(first.folder);
    const page = await phone(browser, troubles, host);
    await page.goto(host.url());
    await keeps(page, first);
    host.show(second.folder);
    // The first time, nothing is cut: it shows how much there is to cut.
    const [at, length] = time < 0 ? [Infinity, LENGTHS[0]] : [chance.below(bytes), chance.of(LENGTHS)];
    await test.step(`at ${at} of ${bytes} bytes, length ${length}`, async () => {
      const before = host.sent;
      const cut = host.cutAfter(at, length);
      await look(page);
      await Promise.race([cut, expect(offer(page)).toBeVisible()]);
      bytes ||= host.sent - before;
      await settled(page);
      await host.off();
      // A window that is open stays what it was.
      await page.goto(host.url());
      await expectWhole(page, first);
      expect(await editionOf(page)).toBe("");
      const isComplete = (await wholeCaches(page)).some((name) => name.endsWith(second.version));
      const later = await page.context().newPage();
      await page.close();
      await later.goto(host.url());
      // When the browser notices that no window is open is left to it.
      await (isComplete ? expectWhole(later, first, second) : expectWhole(later, first));
      await host.on();
      await later.goto(host.url());
      await becomes(later, host, second);
      await later.context().close();
    });
    await host.on();
  }
  expect(bytes).toBeGreaterThan(400_000);
});

test("an update of which one file is missing or an error, each in turn", async ({ page, context, host, first, second }) => {
  const devtools = await context.newCDPSession(page);
  const chance = new Chance("missing files");
  const files = ["worker.js", ...Object.keys(second.families)];
  const promised = times(files.length * 2);
  test.setTimeout(promised * 60_000);
  await page.goto("");
  await keeps(page, first);
  host.show(second.folder);
  const turns = files.flatMap((file) => [404, 500].map((status) => ({ file, status, turn: chance.part() })));
  turns.sort((one, other) => one.turn - other.turn);
  let before = "";
  for (const { file, status } of turns.slice(0, promised)) {
    await test.step(`${file}: ${status}`, async () => {
      // As if nothing of it had come before.
      await devtools.send("Network.clearBrowserCache");
      await page.evaluate((version) => caches.delete(`taumahi / program ${version}`), second.version);
      host.fail(file, status);
      // Only now, for the browser may try at any time, and must not find all of it.
      if (before !== file) host.fail(before);
      before = file;
      const asked = host.asked.length;
      const address = `/${file.replace(/index\.html$/, "")}`;
      await look(page);
      await expect.poll(() => host.asked.slice(asked)).toContain(address);
      await settled(page);
      expect((await wholeCaches(page)).filter((name) => name.endsWith(second.version))).toEqual([]);
    });
  }
  await isWithout(page, host, first);
  expect(await editionOf(page)).toBe("");
  host.fail(before);
  await host.on();
  await page.goto("");
  await use(page).click();
  await takesOver(page, second);
  await isWithout(page, host, second);
});

test("a browser that is killed in the middle of an install", async ({ host, first, second }, info) => {
  const promised = times(20);
  test.setTimeout(promised * 60_000);
  const chance = new Chance("killed installs");
  for (let time = 0; time < promised; time++) {
    const profile = info.outputPath(`profile-${time}`);
    host.show(first.folder);
    const phone = await OwnBrowser.start(profile);
    const page = await phone.context.newPage();
    await page.goto(host.url());
    await keeps(page, first);
    host.show(second.folder);
    const reached = host.reaches(chance.below(450_000));
    await look(page);
    await Promise.race([reached, expect(offer(page)).toBeVisible()]);
    await phone.kill();

    await host.off();
    const again = await OwnBrowser.start(profile);
    const later = await again.context.newPage();
    await later.goto(host.url());
    await expectWhole(later, first, second);
    await host.on();
    await later.goto(host.url());
    await becomes(later, host, second);
    await again.kill();
    await host.on();
  }
});
