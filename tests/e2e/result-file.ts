import { readFileSync } from "node:fs";
import path from "node:path";
import { crc32, inflateSync } from "node:zlib";

import { Ajv2020 } from "ajv/dist/2020.js";

const schema = JSON.parse(readFileSync(path.resolve(import.meta.dirname, "../../docs/result.schema.json"), "utf8"));
const valid = new Ajv2020({ allErrors: true }).compile(schema);

/** Reads a result file by what docs/result-file.md says and nothing else. What does not fit the schema is an error. */
export function readResult(text: string): any {
  const [, block] = text.match(/-----BEGIN TAUMAHI RESULT-----\n([^]*?)-----END TAUMAHI RESULT-----/)!;
  const [head, body] = block.split("\n\n");
  const packed = Buffer.from(body.replace(/\s/g, ""), "base64");
  const sum = crc32(new Uint8Array(packed)).toString(16).padStart(8, "0");
  if (head !== `Version: 1\nChecksum: ${sum}`) throw new Error(`The head of the block is\n${head}\nand the checksum ${sum}`);
  const result = JSON.parse(inflateSync(new Uint8Array(packed)).toString("utf8"));
  if (!valid(result)) throw new Error(JSON.stringify(valid.errors, null, 1));
  return result;
}
