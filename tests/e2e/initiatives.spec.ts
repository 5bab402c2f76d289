import { readFile } from "node:fs/promises";

import { openFiles, showsAnswer } from "./at-the-desk";
import { MONDAY, addChild, answer, assignment, idsOfAll, saved } from "./homework";
import { readResult } from "./result-file";
import { type Value, withoutIds } from "./value";
import { expect, test } from "./watched";

// Every shipped assignment from its first question to the teacher's desk.

for (const id of idsOfAll()) {
  test(`${id} is done by a child with their family, and the teacher finds each answer`, async ({ page }, info) => {
    const { title, asks } = await assignment(id);
    await page.clock.setFixedTime(MONDAY);
    await page.goto("");
    await addChild(page, "Mere", "shell");
    await page.goto(`${new URL(page.url()).hash}/${id}`);
    await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
    const given: Record<string, Value> = {};
    for (const ask of asks.filter(({ who }) => who !== "family")) given[ask.id] = await answer(page, ask);
    await saved(page);

    await page.getByRole("link", { name: "Hand over to your family" }).click();
    await page.getByRole("button", { name: "Nana" }).click();
    for (const ask of asks.filter(({ who }) => who === "family")) given[ask.id] = await answer(page, ask);
    const groups = await page.getByRole("radiogroup").all();
    // What the questions have not taken is about how it went.
    for (const group of groups) if (!(await group.getByRole("radio", { checked: true }).count())) await group.getByRole("radio").last().check();
    await saved(page);
    await page.getByRole("button", { name: "Finished: send it" }).click();
    const download = page.waitForEvent("download");
    await page.getByRole("button", { name: "Save the file" }).click();
    const file = info.outputPath("mere.txt");
    await (await download).saveAs(file);
    const sent = readResult(await readFile(file, "utf8"));
    expect(sent.answers.map(({ ask, value }: any) => [ask, withoutIds(value)])).toEqual(asks.map((ask) => [ask.id, given[ask.id]]));

    await page.goto("desk/");
    await openFiles(page, [file], "One result opened.");
    await page.getByRole("link", { name: /^Mere: / }).click();
    for (const ask of asks) await showsAnswer(page, ask, given[ask.id]);
  });
}
