import { type BrowserContext } from "@playwright/test";

import { type Ask, MONDAY, addChild, answer, assignment, field, open, saved } from "./homework";
import { openFiles, showsAnswer } from "./at-the-desk";
import { sent } from "./one-of-each";
import { shown } from "./value";
import { expect, test } from "./watched";

// The teacher changes the homework while children are at it: answers follow their questions' ids.

// What the phone has kept of the class would be shown first: see class-updates.spec.ts.
test.use({ serviceWorkers: "block" });

/** Lets the site have another version of an assignment from now on, as `taumahi build` would name it. */
async function publish(context: BrowserContext, id: string, change: (document: any) => void) {
  const site = process.env.SITE_URL!;
  const index = await (await fetch(new URL("assignments/index.json", site))).json();
  const head = index.assignments.find((each: any) => each.id === id);
  const document = await (await fetch(new URL(`assignments/${id}.${head.hash}.json`, site))).json();
  change(document);
  document.head.hash = head.hash = "00112233445566ff";
  await context.route("**/assignments/index.json", (route) => route.fulfill({ json: index }));
  await context.route(`**/assignments/${id}.${head.hash}.json`, (route) => route.fulfill({ json: document }));
}

/** The questions of a document with the list that each stands in. */
function places(document: any): { part: any; of: any[] }[] {
  return document.sections.flatMap(({ parts }: any) => parts.filter((part: any) => part.ask).map((part: any) => ({ part, of: parts })));
}

for (const when of ["when the page is loaded again", "while another tab has the old one open"] as const) {
  test(`questions are reordered, reworded, taken out and made into others, ${when}`, async ({ page, context }, info) => {
    const { id, title, asks } = await assignment("what-keeps-water-cold");
    await page.clock.setFixedTime(MONDAY);
    await page.goto("");
    await addChild(page, "Sina", "leaf");
    await open(page, title);
    const work = page.url();
    const given = new Map<string, any>();
    for (const ask of asks) given.set(ask.id, await answer(page, ask));
    await saved(page);

    const texts = asks.filter(({ kind }) => kind === "text");
    const [kept, removed] = texts;
    const remade = asks.find(({ kind, id }) => kind === "choice" || (kind === "number" && id !== kept.id))!;
    await publish(context, id, (document) => {
      for (const { part, of } of places(document)) {
        if (part.ask.id === removed.id) of.splice(of.indexOf(part), 1);
        if (part.ask.id === kept.id) part.ask.question = "The same question in other words";
        // The id stays, and the question is of another kind.
        if (part.ask.id === remade.id) part.ask = { id: remade.id, kind: "text", count: 3, question: "Now in words" };
      }
      document.sections.reverse();
      for (const section of document.sections) section.parts.reverse();
    });
    const now = when === "when the page is loaded again" ? page : await context.newPage();
    await now.clock.setFixedTime(MONDAY);
    await now.goto(work);
    if (now === page) await now.reload();
    const reworded: Ask = { ...kept, question: "The same question in other words" };
    const words: Ask = { id: remade.id, kind: "text", question: "Now in words" };
    await expect(field(now, reworded)).toBeVisible();
    expect(await shown(now, reworded)).toEqual(given.get(kept.id));
    await expect(field(now, words)).toHaveValue("");
    await expect(field(now, removed)).toHaveCount(0);
    for (const ask of asks.filter((ask) => ![kept, removed, remade].includes(ask))) {
      expect(await shown(now, ask), ask.id).toEqual(given.get(ask.id));
    }
    await field(now, words).fill("in words");
    await saved(now);
    if (now !== page) {
      // The old tab goes on with what the teacher has taken out; it is not lost.
      await field(page, removed).fill("written in the old tab");
      await saved(page);
      given.set(removed.id, { text: "written in the old tab" });
      await now.reload();
    }
    const result = await sent(now);
    const value = (ask: string, kind: string) =>
      result.answers.find((each: any) => each.ask === ask && kind in each.value)?.value;
    expect(value(removed.id, "text")).toEqual(given.get(removed.id));
    expect(value(remade.id, "text")).toEqual({ text: "in words" });
    expect(value(remade.id, remade.kind)).toEqual(given.get(remade.id));
    expect(result.removed.map((ask: any) => ask.id).sort()).toEqual([removed.id, remade.id].sort());

    // The teacher reads them all.
    const file = info.outputPath("result.txt");
    const download = now.waitForEvent("download");
    await now.getByRole("button", { name: "Save the file" }).click();
    await (await download).saveAs(file);
    await now.goto("desk/");
    await openFiles(now, [file], "One result opened.");
    await now.getByRole("link", { name: /Sina/ }).first().click();
    await showsAnswer(now, removed, given.get(removed.id));
    await showsAnswer(now, words, { text: "in words" });
  });
}
