import { crc32, deflateSync } from "node:zlib";

/** A result file as docs/result-file.md describes it, whatever the document in it says. */
export function resultFile(document: object): Buffer {
  const packed = deflateSync(JSON.stringify(document));
  const sum = crc32(new Uint8Array(packed)).toString(16).padStart(8, "0");
  const body = packed.toString("base64").replace(/=+$/, "").replace(/.{64}/g, "$&\n");
  return Buffer.from(`-----BEGIN TAUMAHI RESULT-----\nVersion: 1\nChecksum: ${sum}\n\n${body}\n-----END TAUMAHI RESULT-----\n`);
}

/** A file for a page's file field. */
export const file = (name: string, buffer: Buffer) => ({ name, mimeType: "text/plain", buffer });

/** A result with questions of all kinds, in which `said` stands wherever a program could write what it likes. */
export function resultOf(said: string, student: string, assignment: string) {
  const when = 1_795_000_000_000;
  const columns = [{ id: said, heading: said }, { id: "n", heading: said, number: said }];
  const cells = { [said]: said, n: said };
  const captures = ["p0", "p1", "p2", "p3"].map((id) => ({ id, date: "2026-11-23", words: said }));
  const table: [kind: string, asked: object, value: object][] = [
    ["text", { count: 3 }, { text: said }],
    ["number", { words: said }, { number: said }],
    ["choice", { options: [said, "x"], correct: [said] }, { choice: said }],
    ["choices", { options: [said, "x"], correct: [said] }, { choices: [said, said] }],
    ["scale", { options: [said, said], count: 5 }, { scale: { step: 2, of: 5 } }],
    ["table", { columns, options: [said] }, { table: [{ name: said, cells }] }],
    ["log", { columns, count: 2, words: said }, { log: [{ id: 1, date: "2026-11-23", cells, tick: true }] }],
    ["done", { words: said }, { done: true }],
    ["photo", { count: 4 }, { photo: captures }],
    ["audio", { count: 4 }, { audio: captures }],
    ["agreement", { options: [said], correct: [said], teacher: [said] }, { agreement: ["student", said] }],
  ];
  const page = Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" onload="canary()"><script>canary()</script></svg>`).toString("base64");
  const types = ["image/svg+xml", "text/html", "image/jpeg", said];
  return {
    taumahi: 1,
    made: when,
    class: { name: said, teacher: said, school: said },
    student: { id: student, name: said, picture: said },
    assignment: { id: assignment, hash: said, lang: said, title: said, subject: said, year: said },
    started: when,
    finished: when,
    asks: table.map(([kind, asked], at) => ({ id: at === 0 ? said : kind, kind, question: "Asked", ...asked })),
    removed: [{ id: "gone", kind: "text", question: "Gone" }],
    answers: [
      ...table.map(([kind, , value], at) => ({ ask: at === 0 ? said : kind, value, when, by: at % 2 ? { family: "nana" } : "home" })),
      { ask: "gone", value: { text: said }, when, by: "student" },
    ],
    feedback: { statements: [{ id: said, text: said }], scale: [said, said], words: said },
    families: [{ partner: "nana", name: said, statements: { [said]: { step: 1, of: 2 } }, words: said, when }],
    media: types.map((type, at) => ({ id: `p${at}`, type, data: page })),
  };
}
