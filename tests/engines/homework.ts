import { readdirSync, statSync } from "node:fs";
import path from "node:path";

import { expect } from "@playwright/test";

import { type Ask } from "../e2e/homework";
import { type Device, type Tab } from "./engine";

// The words of the story, as tests/e2e/homework.ts has them for Chromium.

/** Waits until something is there. */
async function shows(tab: Tab, xpath: string) {
  await expect.poll(() => tab.run(count, xpath).catch(() => 0), xpath).toBeGreaterThan(0);
}

function count(xpath: string): number {
  return document.evaluate(`count(${xpath})`, document, null, XPathResult.NUMBER_TYPE, null).numberValue;
}

/** Waits for the words anywhere on the page. */
export async function says(tab: Tab, words: string) {
  await shows(tab, `//body//*[not(self::script)][contains(normalize-space(text()), "${words}")]`);
}

/** Waits for something, and presses it. */
export async function press(tab: Tab, xpath: string) {
  await shows(tab, xpath);
  await tab.press(xpath);
}

/** Waits for a field, and types into it. */
export async function type(tab: Tab, xpath: string, text: string) {
  await shows(tab, xpath);
  await tab.type(xpath, text);
}

/** Presses the button with these words. */
export function button(tab: Tab, words: string) {
  return press(tab, `//button[normalize-space()="${words}"]`);
}

/** What is in a field. */
export async function typed(tab: Tab, xpath: string): Promise<string> {
  await shows(tab, xpath);
  return tab.run(valueOf, xpath);
}

function valueOf(xpath: string): string {
  const place = document.evaluate(xpath, document, null, XPathResult.FIRST_ORDERED_NODE_TYPE, null).singleNodeValue;
  return (place as HTMLInputElement | null)?.value ?? "";
}

/** The field of the question, or of any other label. */
export function field(label: string): string {
  return `//*[@id=//label[normalize-space()="${label}"]/@for]`;
}

/** An option of a question with several. */
export function option(question: string, words: string): string {
  return `//*[@role="radiogroup"][p[normalize-space()="${question}"]]//label[normalize-space()="${words}"]`;
}

/** The words of a question. */
export function words({ question }: Ask): string {
  return question.replace(/<[^>]*>/g, "");
}

/** Adds a child, and gives back the address of their list. */
export async function addChild(tab: Tab, site: string, name: string, picture: string): Promise<string> {
  await tab.goto(site);
  await type(tab, field("Your first name"), name);
  await press(tab, `//label[input[@aria-label="${picture}"]]`);
  await button(tab, "Start");
  await expect.poll(() => tab.run(() => location.hash)).toMatch(/^#\/[0-9a-f]+$/);
  return tab.run(() => location.href);
}

/** Opens an assignment from the list, on which it stands also before and after its time. */
export async function open(tab: Tab, title: string) {
  await press(tab, `//a[strong[normalize-space()="${title}"]]`);
  await shows(tab, `//h1[normalize-space()="${title}"]`);
}

/** Everything typed is kept. */
export async function saved(tab: Tab) {
  await expect.poll(() => tab.run(() => document.querySelector("header .saving")?.textContent)).toBe("Saved");
}

/** Chooses a file in the first file input that is inside this. */
export async function choose(tab: Tab, label: string, file: string) {
  const input = `//label[normalize-space()="${label}"]/input`;
  await shows(tab, input);
  await tab.choose(input, file);
}

/** Presses a button that saves a file, and gives back where the browser has put it. */
export async function download(tab: Tab, device: Device, words: string): Promise<string> {
  const before = readdirSync(device.downloads);
  await button(tab, words);
  // Both write beside it, and give it its name when it is whole; until then there is nothing in it.
  const whole = () =>
    readdirSync(device.downloads)
      .filter((name) => name.endsWith(".txt") && !before.includes(name))
      .map((name) => path.join(device.downloads, name))
      .filter((file) => statSync(file).size > 0);
  await expect.poll(whole).toHaveLength(1);
  return whole()[0];
}

/** What went wrong in a tab since it was opened. */
export function troubles(tab: Tab): Promise<string> {
  return tab.run(() => sessionStorage.getItem("troubles") ?? "");
}
