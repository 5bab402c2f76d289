import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { cp, mkdir, readFile, readdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { createInterface } from "node:readline";

import { expect, test } from "@playwright/test";

import { addChild, answer, assignments, open, saved } from "./homework";

const root = path.resolve(import.meta.dirname, "../..");
const built = process.env.TAUMAHI_SITE ?? path.join(root, "dist");
const xtask = process.env.TAUMAHI_XTASK ? [process.env.TAUMAHI_XTASK] : ["cargo", "xtask"];

const CLASS = `---
class: Te Rito
teacher: Whaea Ana
languages:
- en
return: Put the phone beside mine.
---
Haere mai!

\`\`\`feedback
statements:
- led: My child was the leader
scale:
- Kāo
- Āe
words: Anything else?
\`\`\`
`;

const EVERY_KIND = `---
title: One of each: a test
subject: Testing
objectives:
- I can answer *anything*.
---
Dear testers, <b>this is text</b>.

## All kinds

\`\`\`ask text
id: words
question: Say something
\`\`\`
\`\`\`ask number
id: count
question: How many?
unit: eggs
correct: 1/2
\`\`\`
\`\`\`ask choice
id: one
question: Which one?
options:
- This: with a colon
- That
\`\`\`
\`\`\`ask choices
id: some
question: Which ones?
options:
- Red
- Blue, or so
\`\`\`
\`\`\`ask scale
id: much
question: How much?
low: Little
high: Lots
\`\`\`
\`\`\`ask table
id: grid
question: Write it down
columns:
- What
- How many (number, eggs)
rows:
- Monday
- Tuesday
\`\`\`
\`\`\`ask log
id: days
question: Each day
entries: 3
columns:
- Book
\`\`\`
\`\`\`teacher
SECRET plan
\`\`\`
\`\`\`ask done
id: sung
who: together
question: Sing it
\`\`\`
`;

test("a site is built from any folder of assignments, and the story works on it", async ({ page }, info) => {
  const folder = info.outputPath("assignments");
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, "class.md"), CLASS);
  await writeFile(path.join(folder, "one-of-each.md"), EVERY_KIND.replaceAll("\n", "\r\n"));
  const site = info.outputPath("site");
  await cp(built, site, { recursive: true });
  await rm(path.join(site, "assignments"), { recursive: true });
  // What `cargo xtask build --assignments` does, without compiling the programs once more.
  execFileSync("cargo", ["run", "-q", "-p", "cli", "--", "build", folder, "--out", path.join(site, "assignments")], { cwd: root });

  const [program, ...first] = xtask;
  const server = spawn(program, [...first, "serve", "--release", "--no-build", "--port", "0", "--dist", site], {
    cwd: root,
    stdio: ["ignore", "pipe", "inherit"],
  });
  try {
    let url = "";
    for await (const line of createInterface({ input: server.stdout! })) {
      url = line.match(/http:\S+/)?.[0] ?? "";
      if (url) break;
    }
    const [own, ...others] = await assignments(url);
    expect(others).toEqual([]);
    for (const file of await readdir(path.join(site, "assignments"))) {
      expect(await readFile(path.join(site, "assignments", file), "utf8"), file).not.toContain("SECRET");
    }

    await page.goto(url);
    await addChild(page, "Rangi", "kite");
    await expect(page.getByText("Haere mai!")).toBeVisible();
    await open(page, own.title);
    await expect(page.getByText("Dear testers, <b>this is text</b>.")).toBeVisible();
    await expect(page.getByText("SECRET")).toHaveCount(0);
    for (const ask of own.asks) await answer(page, ask);
    await expect(page.getByText("8 of 8 done")).toBeVisible();
    await saved(page);
    await page.getByRole("link", { name: "Hand over to your family" }).click();
    await page.getByRole("button", { name: "A helper" }).click();
    await page.getByRole("radiogroup", { name: "My child was the leader" }).getByRole("radio", { name: "Āe" }).check();
    await page.getByRole("button", { name: "Finished: send it" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Send to Whaea Ana" })).toBeVisible();
    await expect(page.getByText("Put the phone beside mine.")).toBeVisible();
    await page.getByText("See what will be sent").click();
    await expect(page.locator("pre")).toContainText("My child was the leader Āe");
  } finally {
    server.kill();
    await once(server, "exit");
  }
});
