import { type Ask } from "./homework";
import { type Capture, type Cells, type Value } from "./value";

/** A row of the table by its columns, which docs/result-file.md describes. */
export type CsvRow = Record<string, string>;

/** RFC 4180, as a spreadsheet reads it. */
export function parseCsv(text: string): CsvRow[] {
  const rows: string[][] = [[""]];
  const cells = /("(?:[^"]|"")*"|[^",\r\n]*)(,|\r\n|$)/gy;
  for (const [, cell, end] of text.replace(/^\ufeff/, "").matchAll(cells)) {
    const plain = cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell;
    rows.at(-1)![rows.at(-1)!.length - 1] = plain;
    if (end === ",") rows.at(-1)!.push("");
    else if (end === "\r\n") rows.push([""]);
    else break;
  }
  const [names, ...records] = rows;
  return records.filter((record) => record.length === names.length).map((record) => Object.fromEntries(names.map((name, at) => [name, record[at]])));
}

/** What stands in the table of an answer. */
interface Place {
  row: string;
  column: string;
  answer: string;
  unit: string;
}

/** The rows about a question, with what differs between them. */
export function placesOf(rows: CsvRow[], ask: Ask): Place[] {
  const own = rows.filter(({ question_id }) => question_id === ask.id);
  return own.map(({ row, column, answer, unit }) => ({ row, column, answer, unit }));
}

/** The rows that the answer to a question should be. */
export function expected(ask: Ask, value: Value): Place[] {
  const one = (answer: string, unit = "") => [{ row: "", column: "", answer, unit }];
  const cells = (row: string, typed: Cells) =>
    ask.columns!.map(({ id, heading, number }) => ({ row, column: heading, answer: typed[id], unit: number ?? "" }));
  if ("text" in value) return one(value.text);
  if ("number" in value) return one(value.number, ask.words ?? "");
  if ("choice" in value) return one(value.choice);
  if ("choices" in value) return value.choices.flatMap((option) => one(option));
  if ("scale" in value) return one(String(value.scale.step), `of ${value.scale.of}`);
  if ("done" in value) return one(value.done ? "yes" : "no");
  if ("drawing" in value) return one("yes");
  if ("agreement" in value) return value.agreement.flatMap((party) => one(party));
  const captures = (all: Capture[]) =>
    all.map(({ date, words }, at) => ({ row: dayRow(all, at, date!), column: "", answer: words ?? "yes", unit: "" }));
  if ("photo" in value) return captures(value.photo);
  if ("audio" in value) return captures(value.audio);
  if ("table" in value) return value.table.flatMap(({ name, cells: typed }, at) => cells(name ?? String(at + 1), typed));
  return value.log.flatMap(({ date, cells: typed, tick }, at) => {
    const row = dayRow(value.log, at, date!);
    return [...cells(row, typed), { row, column: "(tick)", answer: tick ? "yes" : "no", unit: "" }];
  });
}

/** The name of a row: its day, and from the second of a day on which of that day it is. */
function dayRow(all: { date?: string }[], at: number, date: string): string {
  const before = all.slice(0, at).filter((other) => other.date === date).length;
  return before === 0 ? date : `${date} (${before + 1})`;
}
