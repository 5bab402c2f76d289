import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";

import { given } from "./programs";
import { onOneLine } from "./hostile-words";

/** A part of a teacher's text: `words` may be taken back where the format does not take them. */
interface Piece {
  field: string;
  text: string;
  without: string;
}

/** A text that has these words in every place that there is. */
export function homework(said: string): Piece[] {
  const line = onOneLine(said);
  const field = (key: string, words = line): Piece => ({ field: key, text: `${key}: ${words}`, without: `${key}: x` });
  const item = (of: string, words = line): Piece => ({ field: of, text: `- ${words}`, without: "- x" });
  const block = (of: string, text: string): Piece => ({ field: of, text, without: "" });
  const only = (text: string): Piece => ({ field: "", text, without: text });
  const ask = (kind: string, ...pieces: Piece[]) => [
    only(`\n\`\`\`ask ${kind}\nid: a-${kind}\nwho: together`),
    { ...field("question"), field: `${kind} question` },
    { ...field("hint"), field: `${kind} hint` },
    ...pieces,
    only("```\n"),
  ];
  return [
    only("---"),
    field("title"),
    field("subject"),
    only("objectives:"),
    item("objectives"),
    only("materials:"),
    item("materials"),
    only("---"),
    block("letter", `\n${said}\n`),
    block("heading", `\n## ${line}\n`),
    block("small heading", `\n### ${line}\n`),
    block("table heading", `\n| ${line} | x |\n|---|---|\n| x | y |\n`),
    block("table", `\n| x | y |\n|---|---|\n| ${line} | [x](${line}) |\n`),
    block("list", `\n- ${line}\n`),
    block("quotation", `\n> ${line}\n`),
    block("alternative text", `\n![${line}](media/x.png)\n`),
    block("picture", `\n![x](${line})\n`),
    block("link target", `\n[x](${line})\n`),
    block("link in brackets", `\n[x](<${line}>)\n`),
    block("link words", `\n[${line}](https://school.example/)\n`),
    block("formula", `\n$\\text{${line}}$\n`),
    block("tip", `\n\`\`\`tip\n${said}\n\`\`\`\n`),
    block("cards", `\n\`\`\`cards\n- ${line}\n\`\`\`\n`),
    ...ask("text"),
    ...ask("number", field("unit"), only("correct: 1"), field("help")),
    ...ask("choice", only("options:\n- other"), item("option")),
    ...ask("choices", only("options:\n- other"), item("options")),
    ...ask("scale", field("low"), field("high")),
    ...ask("table", only("columns:"), item("column"), only("rows:"), item("row")),
    ...ask("log", field("tick"), only("columns:"), item("log column")),
    ...ask("done", field("label")),
    ...ask("agreement", only("student:"), item("student"), only("family:"), item("family"), only("teacher:"), item("teacher")),
    only("\n```feedback\nstatements:"),
    item("statement", `led: ${line}`),
    only("scale:"),
    item("scale label"),
    only("- other"),
    field("words"),
    only("```\n"),
  ];
}

/** Whether the words are still there. */
const hostile = ({ text, without }: Piece) => text !== without;

/** Where the letter ends. */
const LINE_OF_LETTER = 12;

export const textOf = (pieces: Piece[]) => `${pieces.map(({ text }) => text).join("\n")}\n`;

interface Diagnostic {
  file: string;
  line: number;
  severity: "error" | "warning";
  message: string;
}

/** Writes a text for each of the words, and takes back what the format refuses. Gives back in which fields they are. */
export function publish(folder: string, words: string[], out: string): { id: string; said: string; fields: string[] }[] {
  const texts = words.map((said, at) => ({ id: `v-${at}`, said, pieces: homework(said) }));
  mkdirSync(path.join(folder, "media"), { recursive: true });
  writeFileSync(path.join(folder, "media/x.png"), Buffer.from(PIXEL, "base64"));
  let wrong = texts;
  for (let round = 0; wrong.length > 0; round++) {
    if (round > 40) throw new Error(`nothing helps ${wrong.map(({ id }) => id).join(", ")}`);
    for (const { id, pieces } of wrong) writeFileSync(path.join(folder, `${id}.md`), textOf(pieces));
    const errors = check(wrong.map(({ id }) => path.join(folder, `${id}.md`)));
    wrong = texts.filter(({ id, pieces }) => {
      const own = errors.filter(({ file }) => path.basename(file) === `${id}.md`);
      if (own.length > 0) takeBack(pieces, own.map(({ line }) => line));
      return own.length > 0;
    });
  }
  // A translation: what is the same as in the original would not be shown beside it.
  for (const { id, said, pieces } of texts) {
    const translated = homework(`${said} sm`).map((piece, at) => (hostile(pieces[at]) ? piece : pieces[at]));
    writeFileSync(path.join(folder, `${id}.sm.md`), textOf(translated).replace("---\n", "---\nstatus: draft\n"));
  }
  const letters = texts.filter(({ pieces }) => pieces.some(({ field, text }) => field === "letter" && text)).map(({ said }) => onOneLine(said));
  const header = ["class", "teacher", "school", "return"].map((key) => `${key}: ${words.map(onOneLine).join(" | ")}`);
  writeFileSync(path.join(folder, "class.md"), `---\n${header.join("\n")}\n---\n${letters.join("\n\n")}\n`);
  const inClass = check([path.join(folder, "class.md")]);
  if (inClass.length > 0) throw new Error(JSON.stringify(inClass));
  spawnSync(given("TAUMAHI_CLI"), ["build", folder, "--out", out, "--keep-going"], { stdio: "ignore" });
  return texts.map(({ id, said, pieces }) => ({ id, said, fields: pieces.filter(hostile).map(({ field }) => field) }));
}

/** What cannot stand at these lines is taken back; or else what stands before the first of them, and may reach that far. */
function takeBack(pieces: Piece[], lines: number[]) {
  let end = 0;
  const ends = pieces.map(({ text }) => (end += text.split("\n").length));
  const at = (line: number) => pieces[ends.findIndex((end) => line <= end)];
  const there = lines.map(at).filter((piece) => piece && hostile(piece));
  // That a text asks nothing has no line: some words above all questions have swallowed them.
  const first = lines.find((line) => line > 1) ?? LINE_OF_LETTER;
  const before = pieces.filter((piece, number) => ends[number] <= first && hostile(piece)).at(-1);
  for (const piece of there.length > 0 ? there : [before]) {
    if (!piece) throw new Error(`nothing stands before line ${first}`);
    piece.text = piece.without;
  }
}

function check(paths: string[]): Diagnostic[] {
  const { stdout } = spawnSync(given("TAUMAHI_CLI"), ["check", ...paths, "--format", "json"], { encoding: "utf8", maxBuffer: 1 << 28 });
  return JSON.parse(stdout).diagnostics.filter(({ severity }: Diagnostic) => severity === "error");
}

/** A pixel. */
const PIXEL = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
