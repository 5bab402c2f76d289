import { readFileSync } from "node:fs";

import { expect, test as base } from "@playwright/test";

import { Chance, times } from "../e2e/chance";
import { type Assignment, assignments } from "../e2e/homework";
import { Host } from "../e2e/host";
import { given } from "../e2e/programs";
import { readResult } from "../e2e/result-file";
import { type Device, type Engine, type Tab } from "./engine";
import { firefox } from "./firefox";
import { addChild, button, choose, download, field, open, option, press, saved, says, troubles, type, typed, words } from "./homework";
import { webkit } from "./webkit";

// The whole story in the engines that are not Chromium. What can go wrong in any of them has its tests in ../e2e.

/** A phone of this engine, which can be started again, and all of whose tabs are watched. */
class Phone {
  private device!: Device;
  private tabs: Tab[] = [];

  constructor(
    private readonly engine: Engine,
    private readonly folder: string,
  ) {}

  get running() {
    return this.device;
  }

  async start(): Promise<Tab> {
    this.device = await this.engine.start(this.folder);
    return this.tab();
  }

  async tab(): Promise<Tab> {
    const tab = await this.device.tab();
    this.tabs.push(tab);
    return tab;
  }

  /** A tab is closed, and no more to be asked. */
  async closeTab(tab: Tab) {
    this.tabs = this.tabs.filter((other) => other !== tab);
    await tab.close();
  }

  async close() {
    for (const tab of this.tabs.splice(0)) expect(await troubles(tab)).toBe("");
    await this.device.close();
  }

  async kill() {
    this.tabs = [];
    await this.device.kill();
  }
}

const test = base.extend<{ phone: (name: string) => Phone; engine: Engine; host: Host; site: string }>({
  engine: [firefox, { option: true }],
  host: async ({}, use) => {
    const host = await Host.of(given("TAUMAHI_SITE"));
    await use(host);
    await host.off();
  },
  site: ({ host }, use) => use(host.url()),
  phone: async ({ engine }, use, info) => {
    const phones: Phone[] = [];
    await use((name) => {
      phones.push(new Phone(engine, info.outputPath(name)));
      return phones.at(-1)!;
    });
    if (info.status === info.expectedStatus) return;
    // A test that has failed has not closed its browsers.
    for (const phone of phones) await phone.kill().catch(() => null);
  },
});

async function fractions(site: string): Promise<Assignment> {
  return (await assignments(site)).find(({ id }) => id === "fractions-in-our-kitchen")!;
}

/** A child on fractions, and the field of a question that is answered with a text. */
async function atFractions(tab: Tab, site: string) {
  const { title, asks } = await fractions(site);
  await addChild(tab, site, "Sina", "leaf");
  await open(tab, title);
  return { address: await tab.run(() => location.href), place: field(words(asks.find(({ kind }) => kind === "text")!)) };
}

const LEAVING: Record<string, (tab: Tab, phone: Phone) => Promise<unknown>> = {
  "the page is loaded again": (tab) => tab.reload(),
  "the page is closed": (tab, phone) => phone.closeTab(tab),
  "another page is opened": (tab) => tab.goto("about:blank"),
};

for (const engine of [firefox, webkit]) {
  test.describe(engine.name, () => {
    test.use({ engine });

    test("a child and an aunty do fractions, and the teacher sees it", async ({ phone, site }) => {
      const { title, asks } = await fractions(site);
      const own = asks.filter(({ who }) => who !== "family");
      const family = asks.filter(({ who }) => who === "family");
      const phones = phone("phone");
      const home = await phones.start();
      await addChild(home, site, "Mārama", "fish");
      await open(home, title);
      const answers: Record<string, unknown> = {};
      for (const ask of own) {
        if (ask.kind === "choice") {
          await press(home, option(words(ask), ask.options![1]));
          answers[ask.id] = { choice: ask.options![1] };
        } else {
          const text = ask.kind === "number" ? "-5" : `${ask.id}: kōrero =1+1`;
          await type(home, field(words(ask)), text);
          answers[ask.id] = { [ask.kind]: text };
        }
      }
      await saved(home);
      await home.reload();
      for (const ask of own.filter(({ kind }) => kind !== "choice")) expect(await typed(home, field(words(ask)))).toBe((answers[ask.id] as any)[ask.kind]);

      await press(home, '//a[normalize-space()="Hand over to your family"]');
      await button(home, "Aunty");
      await says(home, "Kia ora, Aunty!");
      for (const ask of family) {
        await type(home, field(words(ask)), "Sharing a pie");
        answers[ask.id] = { text: "Sharing a pie" };
      }
      await press(home, option("We enjoyed doing this together.", "Yes"));
      await type(home, field("Anything you would like to tell the teacher?"), "Ka pai, e Mārama.");
      await saved(home);
      await button(home, "Finished: send it");
      const file = await download(home, phones.running, "Save the file");
      const sent = readResult(readFileSync(file, "utf8"));
      expect(sent.student).toMatchObject({ name: "Mārama", picture: "fish" });
      expect(sent.answers.map(({ ask, value }: any) => [ask, value])).toEqual(asks.map(({ id }) => [id, answers[id]]));
      expect(sent.families).toMatchObject([{ partner: "aunty", words: "Ka pai, e Mārama." }]);

      await home.goto(`${site}desk/`);
      await choose(home, "Open result files", file);
      await says(home, "One result opened.");
      await press(home, '//a[starts-with(normalize-space(), "Mārama")]');
      for (const words of ["puzzle: kōrero =1+1", "One third", "Sharing a pie", "Ka pai, e Mārama."]) await says(home, words);
      await phones.close();
    });

    for (const [how, leave] of Object.entries(LEAVING)) {
      test(`a key is kept each time that ${how} right after it`, async ({ phone, site }) => {
        const phones = phone("phone");
        let tab = await phones.start();
        const { address, place } = await atFractions(tab, site);
        const chance = new Chance(`${engine.name}: ${how}`);
        let text = "";
        for (let time = 0; time < times(100); time++) {
          const key = chance.of([..."aeiou"]);
          await type(tab, place, key);
          text += key;
          // Else the key could still be on its way from the driver to the page.
          await expect.poll(() => typed(tab, place)).toBe(text);
          await leave(tab, phones);
          const later = await phones.tab();
          await later.goto(address);
          await expect.poll(() => typed(later, place), `the ${time + 1}. time`).toBe(text);
          if (how !== "the page is closed") await phones.closeTab(tab);
          tab = later;
        }
        await phones.close();
      });
    }

    test("nothing that was marked saved is lost when the whole browser is killed", async ({ phone, site }) => {
      const phones = phone("phone");
      let tab = await phones.start();
      const { address, place } = await atFractions(tab, site);
      const chance = new Chance(`${engine.name}: kills`);
      let [all, marked] = ["", ""];
      for (let kill = 0; kill < times(50); kill++) {
        const first = String.fromCharCode(97 + (kill % 26)).repeat(1 + chance.below(5));
        await type(tab, place, first);
        await saved(tab);
        all += first;
        marked = all;
        const more = "more".repeat(1 + chance.below(5));
        // It is in the middle of this, or just after it.
        const typing = tab.type(place, more).catch(() => null);
        if (chance.below(2)) await typing;
        await phones.kill();
        all += more;
        tab = await phones.start();
        await tab.goto(address);
        const kept = await typed(tab, place);
        expect(kept.startsWith(marked) && all.startsWith(kept), `after kill ${kill + 1}: kept “${kept}”, marked “${marked}”, typed “${all}”`).toBe(true);
        all = kept;
      }
      await phones.close();
    });

    test("after one visit, homework is done without a connection, also by a browser that has just been started", async ({ phone, host, site }) => {
      const phones = phone("phone");
      let tab = await phones.start();
      const { address, place } = await atFractions(tab, site);
      await type(tab, place, "on");
      await saved(tab);
      const kept = () => tab.run(() => navigator.serviceWorker.ready.then(async () => (await caches.keys()).map((name) => name.split(" ")[2])));
      await expect.poll(kept).toEqual(expect.arrayContaining(["program", "class"]));
      await phones.close();
      await host.off();

      tab = await phones.start();
      await tab.goto(address);
      expect(await typed(tab, place)).toBe("on");
      await type(tab, place, " and off");
      await saved(tab);
      await tab.reload();
      expect(await typed(tab, place)).toBe("on and off");
      await phones.close();
    });

    test("a copy is put back on another phone", async ({ phone, site }) => {
      const phones = phone("phone");
      const tab = await phones.start();
      const { address, place } = await atFractions(tab, site);
      await type(tab, place, "kōrero");
      await saved(tab);
      await tab.goto(`${site}kept/`);
      const file = await download(tab, phones.running, "Save a copy of everything");
      await phones.close();

      const others = phone("other");
      const other = await others.start();
      await other.goto(`${site}kept/`);
      await says(other, "Nobody has done homework here yet.");
      await choose(other, "Choose the file", file);
      await says(other, "Everything in the copy is here now.");
      await other.goto(address);
      expect(await typed(other, place)).toBe("kōrero");
      await others.close();
    });

    test("two tabs show each other's answers", async ({ phone, site }) => {
      const phones = phone("phone");
      const one = await phones.start();
      const { address, place } = await atFractions(one, site);
      const two = await phones.tab();
      await two.goto(address);
      expect(await typed(two, place)).toBe("");
      await type(one, place, "mea");
      await saved(one);
      await two.show();
      await expect.poll(() => typed(two, place)).toBe("mea");
      await type(two, place, " hou");
      await saved(two);
      await one.show();
      await expect.poll(() => typed(one, place)).toBe("mea hou");
      await phones.close();
    });

    test("a table and a drawing stay", async ({ phone, host, site }) => {
      host.show(given("TAUMAHI_OWN_SITE"));
      const [{ title }] = await assignments(site);
      const phones = phone("phone");
      const tab = await phones.start();
      await addChild(tab, site, "Manaia", "kite");
      await open(tab, title);
      const cell = '//*[normalize-space(text())="Tuesday"]/following::input[@type="text"][1]';
      await type(tab, cell, "wind");
      await tab.drag('//*[contains(@class, "canvas")]', [0.25, 0.25], [0.75, 0.75]);
      const lines = () => tab.run(() => document.querySelector("polyline")?.getAttribute("points")?.split(" ") ?? []);
      await expect.poll(async () => (await lines()).length).toBeGreaterThan(1);
      await saved(tab);
      const drawn = await lines();
      await tab.reload();
      expect(await typed(tab, cell)).toBe("wind");
      await expect.poll(lines).toEqual(drawn);
      await phones.close();
    });
  });
}
