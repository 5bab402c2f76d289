import { mkdirSync } from "node:fs";
import { once } from "node:events";
import path from "node:path";

import puppeteer, { type Browser, type Page } from "puppeteer-core";

import { given } from "../e2e/programs";
import { type Device, type Engine, type Point, type Tab, watch } from "./engine";

/** Firefox, over WebDriver BiDi, which it speaks itself. */
export const firefox: Engine = {
  name: "Firefox",
  async start(folder) {
    const downloads = path.join(folder, "downloads");
    mkdirSync(downloads, { recursive: true });
    const browser = await puppeteer.launch({
      browser: "firefox",
      executablePath: given("TAUMAHI_FIREFOX"),
      headless: true,
      userDataDir: path.join(folder, "profile"),
      defaultViewport: { width: 900, height: 1000 },
      // The driver's own limits are not what a test waits for.
      protocolTimeout: 0,
      timeout: 0,
      extraPrefsFirefox: { "browser.download.folderList": 2, "browser.download.dir": downloads },
    });
    return new FirefoxDevice(browser, downloads);
  },
};

class FirefoxDevice implements Device {
  constructor(
    private readonly browser: Browser,
    readonly downloads: string,
  ) {}

  async tab() {
    const page = await this.browser.newPage();
    page.setDefaultTimeout(0);
    await page.evaluateOnNewDocument(watch);
    return new FirefoxTab(page);
  }

  close() {
    return this.browser.close();
  }

  async kill() {
    const program = this.browser.process()!;
    const ended = once(program, "exit");
    process.kill(-program.pid!, "SIGKILL");
    await ended;
  }
}

class FirefoxTab implements Tab {
  constructor(private readonly page: Page) {}

  async goto(address: string) {
    await this.page.goto(address);
  }

  async reload() {
    await this.page.reload();
  }

  close() {
    return this.page.close({ runBeforeUnload: true });
  }

  show() {
    return this.page.bringToFront();
  }

  async press(xpath: string) {
    await (await this.find(xpath)).click();
  }

  async type(xpath: string, text: string) {
    const place = await this.find(xpath);
    await place.focus();
    await place.evaluate((field) => (field as HTMLInputElement).setSelectionRange(1e6, 1e6));
    await this.page.keyboard.type(text);
  }

  async drag(xpath: string, from: Point, to: Point) {
    const place = await this.find(xpath);
    await place.scrollIntoView();
    const box = (await place.boundingBox())!;
    const at = ([x, y]: Point) => [box.x + x * box.width, box.y + y * box.height] as const;
    await this.page.mouse.move(...at(from));
    await this.page.mouse.down();
    await this.page.mouse.move(...at(to), { steps: 8 });
    await this.page.mouse.up();
  }

  async choose(xpath: string, file: string) {
    const input = (await this.page.$(`xpath/${xpath}`))!;
    await (input as Awaited<ReturnType<typeof this.page.$<"input">>>)!.uploadFile(file);
  }

  run<T>(does: (...given: any[]) => T, ...given: unknown[]) {
    return this.page.evaluate(does, ...given);
  }

  private async find(xpath: string) {
    // Who types in a tab has it before them. One that is behind another gets no key.
    await this.show();
    return (await this.page.$(`xpath/${xpath}`))!;
  }
}
