import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, writeFileSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import path from "node:path";

import { expect } from "@playwright/test";
import { Builder, By, Capabilities, Key, Origin, type WebDriver } from "selenium-webdriver";

import { type Device, type Engine, type Point, type Tab, watch } from "./engine";

/** WebKit as Debian has it, over WebDriver. */
export const webkit: Engine = {
  name: "WebKit",
  async start(folder) {
    mkdirSync(path.join(folder, "downloads"), { recursive: true });
    const watching = path.join(folder, "watch.js");
    writeFileSync(watching, `(${watch})()`);
    const port = await freePort();
    // A group of processes of its own: the driver, the browser and all that it starts.
    const program = spawn("WebKitWebDriver", [`--port=${port}`], { detached: true, stdio: "ignore" });
    const server = `http://127.0.0.1:${port}`;
    await expect.poll(() => fetch(`${server}/status`).then(({ ok }) => ok, () => false)).toBe(true);
    const options = { binary: path.join(import.meta.dirname, "webkit-window.js"), args: [folder, watching] };
    const capabilities = new Capabilities({ browserName: "taumahi-window", "webkitgtk:browserOptions": options });
    const driver = await new Builder().usingServer(server).withCapabilities(capabilities).build();
    await driver.manage().setTimeouts({ script: 300_000, pageLoad: 300_000 });
    return new WebKitDevice(program, driver, await driver.getWindowHandle(), path.join(folder, "downloads"));
  },
};

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}

class WebKitDevice implements Device {
  constructor(
    private readonly program: ChildProcess,
    private readonly driver: WebDriver,
    private readonly first: string,
    readonly downloads: string,
  ) {}

  async tab() {
    // The first one stays empty: with its last tab, a browser ends. From one that is closed, no other can be opened.
    await this.driver.switchTo().window(this.first);
    await this.driver.switchTo().newWindow("tab");
    return new WebKitTab(this.driver, await this.driver.getWindowHandle());
  }

  async close() {
    await this.driver.quit();
    await this.kill();
  }

  async kill() {
    const ended = once(this.program, "exit");
    process.kill(-this.program.pid!, "SIGKILL");
    await ended;
  }
}

class WebKitTab implements Tab {
  constructor(
    private readonly driver: WebDriver,
    private readonly handle: string,
  ) {}

  async goto(address: string) {
    await this.here();
    await this.driver.get(address);
  }

  async reload() {
    // The driver's own waits for an end of loading that it was seen to miss.
    await this.run(() => {
      Object.assign(window, { isOld: true });
      location.reload();
    });
    const isNew = () => this.run(() => !("isOld" in window) && document.readyState === "complete").catch(() => false);
    await expect.poll(isNew).toBe(true);
  }

  async close() {
    await this.here();
    await this.driver.close();
  }

  /** Each is in a window of its own. */
  show() {
    return this.here();
  }

  async press(xpath: string) {
    // The driver's own click refuses a label that is broken over lines.
    const [middle] = await this.points(xpath, [0.5, 0.5]);
    await this.driver.actions().move(middle).press().release().perform();
  }

  async type(xpath: string, text: string) {
    await (await this.find(xpath)).sendKeys(Key.END, text);
  }

  async drag(xpath: string, from: Point, to: Point) {
    const half: Point = [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2];
    const [start, middle, end] = await this.points(xpath, from, half, to);
    await this.driver.actions().move(start).press().move(middle).move(end).release().perform();
  }

  async choose(xpath: string, file: string) {
    await (await this.find(xpath)).sendKeys(file);
  }

  async run<T>(does: (...given: any[]) => T, ...given: unknown[]) {
    await this.here();
    const script = `const done = arguments[arguments.length - 1];
      Promise.resolve((${does})(...Array.from(arguments).slice(0, -1))).then((value) => done({ value }), (error) => done({ error: String(error) }));`;
    const { value, error } = await this.driver.executeAsyncScript<{ value: Awaited<T>; error?: string }>(script, ...given);
    if (error) throw new Error(error);
    return value;
  }

  private async find(xpath: string) {
    await this.here();
    return this.driver.findElement(By.xpath(xpath));
  }

  /** Points of an element, which is brought into view. */
  private async points(xpath: string, ...shares: Point[]) {
    const place = await this.find(xpath);
    await this.driver.executeScript("arguments[0].scrollIntoView({ block: 'center' })", place);
    const box = await this.driver.executeScript<DOMRect>("return arguments[0].getBoundingClientRect().toJSON()", place);
    return shares.map(([x, y]) => ({ x: Math.round(box.x + x * box.width), y: Math.round(box.y + y * box.height), origin: Origin.VIEWPORT, duration: 50 }));
  }

  /** The driver does what it is told in one tab, and has to be told in which. */
  private async here() {
    await this.driver.switchTo().window(this.handle);
  }
}
