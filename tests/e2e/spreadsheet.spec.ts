import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";

import { openFiles } from "./at-the-desk";
import { resultFile, resultOf } from "./made-by-hand";
import { given } from "./programs";
import { opened } from "./spreadsheet";
import { expect, test } from "./watched";

// The table that a teacher saves, as a spreadsheet opens it.

/** What the table has an apostrophe in front of. */
const GUARDED = [
  "=1+1", "+1+1", "@SUM(A1)", "-2+3", "-", "--5", "\t=1+1", "\r=1+1", "\n=1+1", " =1+1", '=HYPERLINK("https://hostile.invalid/","x")', '=DDE("soffice";"x";"y")',
  "=cmd|' /C calc'!A0", '=WEBSERVICE("https://hostile.invalid/")', "{=1+1}".slice(1), "＝1+1", "1/2", "3-4", "3/4/5", "1.2.2026", "3:30", "1:2", "4 pm", "3 March", "Mar 3", "SEPT2",
  "'=1+1", "00123", "0212345678", "1e5", "12E34567890", "1234567890123456789", "2026/11/23", "%5",
];

/** What stands in it as it was typed. */
const PLAIN = ["half", "āē ū “kōrero” \"so\"", 'two\nlines, and; "quotes"', "ü ß €", "1 1/2 cups", "it's = to", "½", "a@school.example", "https://hostile.invalid/", "'quoted'", "{=1+1}", "#REF!"];

/** What a spreadsheet counts with. */
const NUMBERS = { "-5": "-5", "+1": "1", "-0.5": "-0.5", "1000": "1000", "-1,000": "-1000", "3.25": "3.25" };

test("a spreadsheet takes every answer for what was typed: no formula runs, and -5 is a number", async ({ page }, info) => {
  const typed = [...GUARDED, ...PLAIN, ...Object.keys(NUMBERS)];
  const base = resultOf("x", "0190000000e12345", "halves");
  const when = base.made;
  const asks = typed.map((_, at) => ({ id: `t-${at}`, kind: "text", question: "Say it" }));
  const answers = typed.map((text, at) => ({ ask: `t-${at}`, value: { text }, when, by: "student" }));
  const counted = [...Object.keys(NUMBERS), "05"];
  asks.push(...counted.map((_, at) => ({ id: `n-${at}`, kind: "number", question: "How many?" })));
  const numbers = counted.map((number, at) => ({ ask: `n-${at}`, value: { number }, when, by: "student" }));
  const families = GUARDED.slice(0, 3).map((said) => ({ partner: "nana", name: said, statements: {}, words: said, when }));
  const sent = info.outputPath("sent.txt");
  const student = { ...base.student, name: "=1+1" };
  writeFileSync(sent, resultFile({ ...base, student, asks, removed: [], answers: [...answers, ...numbers], families, media: [] }));

  const [desk, cli] = [info.outputPath("desk.csv"), info.outputPath("cli.csv")];
  await page.goto("desk/");
  await openFiles(page, [sent], "One result opened.");
  const saved = page.waitForEvent("download");
  await page.getByRole("button", { name: /CSV/ }).click();
  await (await saved).saveAs(desk);
  execFileSync(given("TAUMAHI_CLI"), ["report", sent, "--csv", cli], { stdio: "ignore" });
  expect(readFileSync(desk, "utf8"), "the desk and the command write the same").toBe(readFileSync(cli, "utf8"));

  const sheets = await opened(page, [desk, cli], info.outputPath("office"));
  expect(sheets).toHaveLength(4);
  for (const [names, ...rows] of sheets) {
    const place = (name: string) => names.findIndex(({ text }) => text === name);
    const row = (id: string) => rows.find((cells) => cells[place("question_id")].text === id)!;
    const answer = (id: string) => row(id)[place("answer")];
    for (const [at, words] of typed.entries()) {
      const cell = answer(`t-${at}`);
      // A line end is one, however it was typed.
      const text = words.replace(/\r\n?/g, "\n");
      if (words in NUMBERS) expect(cell, words).toMatchObject({ type: "float", value: NUMBERS[words as keyof typeof NUMBERS] });
      else expect(cell, words).toMatchObject({ type: "string", text: GUARDED.includes(words) ? `'${text}` : text });
    }
    for (const [at, words] of counted.entries()) expect(answer(`n-${at}`), words).toMatchObject({ type: "float", value: String(Number(words.replace(",", ""))) });
    expect(row("t-0")[place("student_id")]).toMatchObject({ type: "string", text: "'0190000000e12345" });
    expect(row("t-0")[place("student")]).toMatchObject({ type: "string", text: "'=1+1" });
    expect(row("t-0")[place("unit")].text).toBe("");
  }
});
