import { readFileSync } from "node:fs";
import path from "node:path";
import { crc32, inflateSync } from "node:zlib";

import { expect } from "@playwright/test";
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

/** The photos and recordings that come with a result, by their ids. */
export function mediaOf(result: any): Map<string, { type: string; bytes: Buffer }> {
  const media = (result.media ?? []).map(({ id, type, data }: any) => [id, { type, bytes: Buffer.from(data, "base64") }]);
  return new Map(media);
}

/** Every photo and recording that an answer names came with it, is what it says that it is, and nothing else came. */
export function expectMedia(result: any) {
  const named = (kind: string): string[] => result.answers.flatMap(({ value }: any) => value[kind] ?? []).map(({ id }: any) => id);
  const media = mediaOf(result);
  expect([...media.keys()].sort()).toEqual([...named("photo"), ...named("audio")].sort());
  for (const id of named("photo")) {
    expect(media.get(id)!.type).toBe("image/jpeg");
    expect(media.get(id)!.bytes.subarray(0, 3).toString("hex"), "a JPEG").toBe("ffd8ff");
  }
  for (const id of named("audio")) {
    expect(media.get(id)!.type).toBe("audio/webm");
    expect(media.get(id)!.bytes.subarray(0, 4).toString("hex"), "a WebM").toBe("1a45dfa3");
  }
}
