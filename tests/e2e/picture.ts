import { crc32, deflateSync } from "node:zlib";

function chunk(kind: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(kind, "latin1"), content]);
  const ends = [Buffer.alloc(4), Buffer.alloc(4)];
  ends[0].writeUInt32BE(content.length);
  ends[1].writeUInt32BE(crc32(new Uint8Array(body)));
  return Buffer.concat([ends[0], body, ends[1]]);
}

/** A PNG of this size in one colour. */
export function png(width: number, height: number, [red, green, blue]: number[]): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  // Eight bits for each of three colours.
  head.set([8, 2], 8);
  const row = Buffer.concat([Buffer.from([0]), ...Array.from({ length: width }, () => Buffer.from([red, green, blue]))]);
  const rows = deflateSync(new Uint8Array(Buffer.concat(Array.from({ length: height }, () => row))));
  return Buffer.concat([Buffer.from("\x89PNG\r\n\x1a\n", "latin1"), chunk("IHDR", head), chunk("IDAT", rows), chunk("IEND", Buffer.alloc(0))]);
}

/** A file of it, as a person chooses one. */
export function pictureFile(width = 40, height = 30, colour = [196, 40, 27]) {
  return { name: "kite.png", mimeType: "image/png", buffer: png(width, height, colour) };
}
