import { readFile } from "node:fs/promises";

import { type Page } from "@playwright/test";

import { openFiles } from "./at-the-desk";
import { parseCsv } from "./csv";
import { MONDAY, addChild, answer, assignment, field, open, saved } from "./homework";
import { readResult } from "./result-file";
import { expect, test } from "./watched";

const WORDS = "Anything you would like to tell the teacher?";
const NAME = "Your name, if you like";
const BEFORE = "Somebody who chose “Aunty” has answered already. Was that you?";

/** The heading of the family's turn, which has the focus whenever something new is asked. */
async function asks(page: Page, heading: string) {
  await expect(page.getByRole("heading", { level: 1, name: heading, exact: true })).toBeFocused();
}

async function press(page: Page, name: string) {
  await page.getByRole("button", { name, exact: true }).click();
}

async function chooseAll(page: Page, label: string) {
  for (const statement of await page.getByRole("radiogroup", { name: /^(My child|We|It helps)/ }).all()) {
    await statement.getByRole("radio", { name: label }).check();
  }
}

/** The result as the page sends it now. */
async function sent(page: Page, file: string) {
  const download = page.waitForEvent("download");
  await press(page, "Save the file");
  await (await download).saveAs(file);
  return readResult(await readFile(file, "utf8"));
}

test("two aunties each say how it went, and the teacher hears both", async ({ page }, info) => {
  const fractions = await assignment("fractions-in-our-kitchen");
  await page.clock.setFixedTime(MONDAY);
  await page.goto("");
  await addChild(page, "Aroha", "star");
  await open(page, fractions.title);
  await page.getByRole("link", { name: "Hand over to your family" }).click();

  // The first is asked nothing but how it went.
  await press(page, "Aunty");
  await asks(page, "Kia ora, Aunty!");
  await chooseAll(page, "Yes");
  await page.getByLabel(WORDS).fill("Ka pai, e Aroha.");
  await saved(page);

  // The second, with the phone in her hand a moment later.
  await page.clock.setFixedTime(new Date(MONDAY.getTime() + 60_000));
  await press(page, "I am someone else");
  await asks(page, "Kia ora! Who are you?");
  await press(page, "Aunty");
  await asks(page, "Kia ora, Aunty!");
  await expect(page.getByText(BEFORE)).toBeVisible();
  await expect(page.getByRole("main").getByRole("button")).toHaveText(["Yes, that was me", "No, I have not answered yet", "Choose again"]);
  await press(page, "Choose again");
  await asks(page, "Kia ora! Who are you?");
  await press(page, "Aunty");
  await press(page, "No, I have not answered yet");
  await asks(page, "Kia ora, Aunty!");
  await expect(page.getByLabel(WORDS)).toHaveValue("");
  await expect(page.getByRole("main").getByRole("radio", { checked: true })).toHaveCount(0);
  await chooseAll(page, "A little");
  await page.getByLabel(WORDS).fill("Tino pai!");
  await page.getByLabel(NAME).fill("Mere");
  await saved(page);

  // The next day each finds her own.
  await page.clock.setFixedTime(new Date(MONDAY.getTime() + 86_400_000));
  await page.reload();
  for (const [who, words, label] of [
    ["Yes, I am Mere", "Tino pai!", "A little"],
    ["Yes, I was number 1", "Ka pai, e Aroha.", "Yes"],
  ]) {
    await press(page, "Aunty");
    await expect(page.getByRole("main").getByRole("button")).toHaveText([
      "Yes, I was number 1",
      "Yes, I am Mere",
      "No, I have not answered yet",
      "Choose again",
    ]);
    await press(page, who);
    await expect(page.getByLabel(WORDS)).toHaveValue(words);
    await expect(page.getByRole("radio", { name: label, checked: true })).toHaveCount(3);
    await expect(page.getByRole("main").getByRole("radio", { checked: true })).toHaveCount(3);
    await press(page, "I am someone else");
  }
  // A helper is not called “A helper”, and nothing of the aunties' is shown to them.
  await press(page, "A helper");
  await asks(page, "Kia ora!");
  await expect(page.getByLabel(WORDS)).toHaveValue("");
  await press(page, "Finished: send it");

  const file = info.outputPath("aroha.txt");
  expect((await sent(page, file)).families).toMatchObject([
    { partner: "aunty", words: "Ka pai, e Aroha.", statements: { enjoyed: { step: 3, of: 3 } } },
    { partner: "aunty", name: "Mere", words: "Tino pai!", statements: { enjoyed: { step: 2, of: 3 } } },
  ]);

  await page.goto("desk/");
  await openFiles(page, [file], "One result opened.");
  await page.getByRole("link", { name: /^Aroha: Fractions/ }).click();
  const families = page.getByRole("region", { name: "From the family" }).getByRole("article");
  await expect(families).toHaveCount(2);
  await expect(families.nth(0)).toContainText("Ka pai, e Aroha.");
  await expect(families.nth(1)).toContainText("Aunty (Mere)");
  await expect(families.nth(1)).toContainText("Tino pai!");
  await page.goBack();
  const table = page.waitForEvent("download");
  await press(page, "Download as a table (CSV)");
  await (await table).saveAs(info.outputPath("class.csv"));
  const rows = parseCsv(await readFile(info.outputPath("class.csv"), "utf8"));
  const words = rows.filter((row) => row.question_id === "feedback.words");
  expect(words.map(({ answered_by, answer }) => [answered_by, answer])).toEqual([
    ["aunty", "Ka pai, e Aroha."],
    ["aunty (Mere)", "Tino pai!"],
  ]);
  await page.getByRole("link", { name: fractions.title, exact: true }).click();
  await expect(page.getByText("2 people at home")).toHaveCount(3);
});

test("a question for the family is signed by whoever says so, and by nobody else", async ({ page }, info) => {
  const fractions = await assignment("fractions-in-our-kitchen");
  const ask = fractions.asks.find((ask) => ask.who === "family")!;
  const by = async (name: string) => {
    await saved(page);
    await page.getByRole("link", { name: "Send to your teacher" }).click();
    const { answers } = await sent(page, info.outputPath(name));
    await page.goBack();
    return answers.find((answer: any) => answer.ask === ask.id).by;
  };
  await page.clock.setFixedTime(MONDAY);
  await page.goto("");
  await addChild(page, "Aroha", "star");
  await open(page, fractions.title);
  const who = page.getByLabel("Who is answering?").first();
  await expect(who.getByRole("option", { selected: true })).toHaveText("Choose …");
  await answer(page, ask);
  expect(await by("home.txt")).toBe("home");

  // Answered first, and signed afterwards.
  await page.clock.setFixedTime(new Date(MONDAY.getTime() + 60_000));
  await answer(page, ask);
  await field(page, ask).fill("Āe, e pai ana.");
  await who.selectOption("Nana");
  expect(await by("nana.txt")).toEqual({ family: "nana" });

  // Another day nobody has said who they are yet, and what is there is Nana's. One more word does not take her name away.
  await page.clock.setFixedTime(new Date(MONDAY.getTime() + 86_400_000));
  await page.reload();
  await expect(who.getByRole("option", { selected: true })).toHaveText("Nana");
  await field(page, ask).fill("Āe, e pai ana!");
  expect(await by("more.txt")).toEqual({ family: "nana" });

  // Who says who they are and changes nothing takes nothing from Nana.
  await page.clock.setFixedTime(new Date(MONDAY.getTime() + 2 * 86_400_000));
  await page.reload();
  await who.selectOption("Koro");
  await expect(who.getByRole("option", { selected: true })).toHaveText("Koro");
  await page.getByRole("link", { name: "Send to your teacher" }).click();
  const { answers } = await sent(page, info.outputPath("another-day.txt"));
  expect(answers.find((answer: any) => answer.ask === ask.id).by).toEqual({ family: "nana" });
  await page.goBack();
  await expect(who.getByRole("option", { selected: true })).toHaveText("Nana");
  // Who goes on with her answer and then says so has signed it.
  await field(page, ask).fill("Āe, e tino pai ana!");
  await who.selectOption("Koro");
  expect(await by("koro.txt")).toEqual({ family: "koro" });
  await page.getByRole("link", { name: "Send to your teacher" }).click();

  // On the family's turn they have just said who they are, and are not asked again.
  await page.goBack();
  await page.getByRole("link", { name: "Hand over to your family" }).click();
  await press(page, "Dad");
  await expect(page.getByLabel("Who is answering?")).toHaveCount(0);
  await field(page, ask).fill("Ka pai.");
  await saved(page);
  await press(page, "Finished: send it");
  const last = await sent(page, info.outputPath("dad.txt"));
  expect(last.answers.find((answer: any) => answer.ask === ask.id).by).toEqual({ family: "dad" });
});

test("who says who they are once signs every question of the page, and can correct it", async ({ page }, info) => {
  const story = await assignment("a-story-from-home");
  const asked = story.asks.filter((ask) => ask.who === "family");
  expect(asked.length).toBeGreaterThan(1);
  await page.clock.setFixedTime(MONDAY);
  await page.goto("");
  await addChild(page, "Sefa", "shell");
  await open(page, story.title);
  for (const ask of asked) await answer(page, ask);
  const who = page.getByLabel("Who is answering?");
  await expect(who).toHaveCount(asked.length);
  // The wrong one first.
  for (const [at, name] of [[asked.length - 1, "Nana"], [0, "Koro"]] as const) {
    await who.nth(at).selectOption(name);
    for (const one of await who.all()) await expect(one.getByRole("option", { selected: true })).toHaveText(name);
  }
  await saved(page);
  await page.getByRole("link", { name: "Send to your teacher" }).click();
  const { answers } = await sent(page, info.outputPath("koro.txt"));
  expect(answers.map((answer: any) => [answer.ask, answer.by])).toEqual(asked.map(({ id }) => [id, { family: "koro" }]));
});

test("two nanas who both sign with “Nana” are asked by their numbers", async ({ page }) => {
  const { title } = await assignment("fractions-in-our-kitchen");
  await page.goto("");
  await addChild(page, "Aroha", "star");
  await open(page, title);
  await page.getByRole("link", { name: "Hand over to your family" }).click();
  for (const [again, words] of [[false, "The first"], [true, "The second"]] as const) {
    await press(page, "Nana");
    if (again) await press(page, "No, I have not answered yet");
    await page.getByLabel(WORDS).fill(words);
    await page.getByLabel(NAME).fill(again ? " Nana" : "Nana");
    await press(page, "I am someone else");
  }
  await press(page, "Nana");
  await expect(page.getByRole("button", { name: /^Yes, I/ })).toHaveText(["Yes, I was number 1", "Yes, I was number 2"]);
  await press(page, "Yes, I was number 2");
  await expect(page.getByLabel(WORDS)).toHaveValue("The second");
});
