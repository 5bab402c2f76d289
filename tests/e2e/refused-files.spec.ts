import path from "node:path";
import { deflateSync } from "node:zlib";

import { type CDPSession } from "@playwright/test";

import { hostileFiles, madeUpClass } from "./programs";
import { expect, test } from "./watched";

/** What the desk says of a refusal, by how Rust calls it: app/work/tests/hostile/mod.rs. */
const SAYS: [refusal: RegExp, words: string][] = [
  [/^TooMuch/, "it has much more in it than any homework"],
  [/^TooLarge/, "it is too large to be a real result"],
  [/^Unreadable/, "this page cannot make sense of it"],
  [/^Damaged/, "it was changed or damaged on its way"],
];

/** The memory of the page's programs and of what they hold, in MB. */
async function megabytes(devtools: CDPSession): Promise<number> {
  const { usedSize, backingStorageSize = 0 } = (await devtools.send("Runtime.getHeapUsage")) as any;
  return Math.round((usedSize + backingStorageSize) / 1e6);
}

test("files that nobody means well by are named with their reasons, and the class beside them is there", async ({ page, context }, info) => {
  const good = madeUpClass(info.outputPath("class"), "--students", "30", "--id", "fractions-in-our-kitchen");
  const hostile = hostileFiles(info.outputPath("hostile"));
  expect(hostile.size).toBeGreaterThan(20);
  // The good ones stand among the others.
  const files = [...good.slice(0, 15), ...hostile.keys(), ...good.slice(15)];
  const devtools = await context.newCDPSession(page);
  await page.goto("desk/");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  const before = await megabytes(devtools);
  const start = Date.now();
  await page.locator("input[type=file]").first().setInputFiles(files);
  await expect(page.getByText("30 results opened.")).toBeVisible();
  console.log(`opening 30 results and ${hostile.size} hostile files: ${Date.now() - start} ms, from ${before} to ${await megabytes(devtools)} MB`);
  await expect(page.getByText(`${hostile.size} were not opened:`)).toBeVisible();
  await page.locator(".report details").evaluate((more) => ((more as HTMLDetailsElement).open = true));
  const told = await page.locator(".refused li").allTextContents();
  expect(told).toHaveLength(hostile.size);
  for (const [file, refusal] of hostile) {
    const [, words] = SAYS.find(([pattern]) => pattern.test(refusal))!;
    const name = path.basename(file);
    expect(told.find((line) => line.startsWith(`${name}: `)), name).toContain(words);
  }
  await expect(page.getByRole("row", { name: "Received 30" })).toBeVisible();
});

test("a link that becomes more than any homework is refused", async ({ page }) => {
  const link = (letter: string) => {
    const document = { version: 1, head: { id: "kites", hash: "0", lang: "en", title: "Kites" }, letter, sections: [] };
    return `#/open/${deflateSync(JSON.stringify({ taumahi: 1, document }), { level: 9 }).toString("base64url")}`;
  };
  await page.goto("");
  for (const [megabytes, is] of [
    [1, "Homework for you"],
    [3, "This link is not whole"],
    [60, "This link is not whole"],
  ] as const) {
    const address = link("x".repeat(megabytes << 20));
    expect(address.length).toBeLessThan(100_000);
    await page.goto(address);
    await expect(page.getByText(is), `${megabytes} MB`).toBeVisible();
    await page.goto("#/new");
    await expect(page.getByLabel("Your first name")).toBeVisible();
  }
});
