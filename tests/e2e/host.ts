import { createHash } from "node:crypto";
import { existsSync, readFileSync, statSync } from "node:fs";
import { type IncomingMessage, type Server, type ServerResponse, createServer } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import path from "node:path";

const KINDS: Record<string, string> = {
  css: "text/css; charset=utf-8",
  html: "text/html; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  json: "application/json",
  png: "image/png",
  svg: "image/svg+xml",
  txt: "text/plain; charset=utf-8",
  wasm: "application/wasm",
  webmanifest: "application/manifest+json",
};

/** How an answer says how long it is: so that a browser notices each cut, so that it notices it otherwise, or so that it cannot. */
export const LENGTHS = ["said", "in chunks", "unsaid"] as const;
export type Length = (typeof LENGTHS)[number];

/** A host that shows one site today and another tomorrow, that fails in all ways, and that can be out of reach. */
export class Host {
  /** The paths that were asked for. */
  asked: string[] = [];
  /** How many bytes of files it has sent. */
  sent = 0;
  readonly #server: Server;
  readonly #sites = new Map<string, string>();
  readonly #faults = new Map<string, number>();
  #port = 0;
  #left = Infinity;
  #length: Length = "said";
  #isCut: () => void = () => {};
  #mark = Infinity;
  #isReached: () => void = () => {};

  private constructor() {
    this.#server = createServer((request, response) => this.#answer(request, response));
  }

  /** A host with a site in the root of its address, or in this folder. */
  static async of(site: string, under = "/"): Promise<Host> {
    const host = new Host();
    host.show(site, under);
    await host.on();
    return host;
  }

  /** The address of a folder. */
  url(under = "/"): string {
    return `http://127.0.0.1:${this.#port}${under}`;
  }

  /** Shows another site from now on. */
  show(site: string, under = "/") {
    this.#sites.set(under, site);
  }

  /** Answers this path with an error, or, without one, as it should. */
  fail(file: string, status?: number) {
    if (status) this.#faults.set(file, status);
    else this.#faults.delete(file);
  }

  /** Answers everything with an error, or, without one, as it should. */
  failAll(status?: number) {
    this.fail("*", status);
  }

  /** Is out of reach as soon as it has sent so many more bytes; the promise is kept then. */
  cutAfter(bytes: number, length: Length): Promise<void> {
    this.#left = bytes;
    this.#length = length;
    return new Promise((cut) => (this.#isCut = cut));
  }

  /** Waits until it has sent so many more bytes. */
  reaches(bytes: number): Promise<void> {
    this.#mark = this.sent + bytes;
    return new Promise((reached) => (this.#isReached = reached));
  }

  /** Is out of reach: nobody listens at its address. */
  async off() {
    if (!this.#server.listening) return;
    const closed = new Promise((done) => this.#server.close(done));
    this.#server.closeAllConnections();
    await closed;
  }

  /** Is there again, and whole. */
  async on() {
    this.#left = Infinity;
    this.#length = "said";
    if (this.#server.listening) return;
    await new Promise<void>((done) => this.#server.listen(this.#port, "127.0.0.1", done));
    this.#port = (this.#server.address() as AddressInfo).port;
  }

  #answer(request: IncomingMessage, response: ServerResponse) {
    const asked = decodeURIComponent(new URL(request.url!, "http://host").pathname);
    this.asked.push(asked);
    if (this.#left <= 0) return response.socket?.destroy();
    const [under, site] = this.#siteOf(asked);
    const inSite = asked.slice(under.length);
    const status = this.#faults.get(inSite.replace(/(^|\/)$/, "$1index.html")) ?? this.#faults.get("*");
    if (site === undefined || status) return this.#send(response, status ?? 404, "html", Buffer.from("<h1>The host is sorry</h1>"));
    const file = path.join(site, inSite);
    if (existsSync(file) && statSync(file).isDirectory()) {
      if (inSite && !inSite.endsWith("/")) return response.writeHead(301, { Location: `${asked}/` }).end();
      return this.#file(request, response, path.join(file, "index.html"));
    }
    return this.#file(request, response, file, path.join(site, "404.html"));
  }

  #siteOf(asked: string): [string, string | undefined] {
    const folders = [...this.#sites.keys()].filter((folder) => asked.startsWith(folder));
    const under = folders.sort((one, other) => other.length - one.length)[0] ?? "/";
    return [under, this.#sites.get(under)];
  }

  #file(request: IncomingMessage, response: ServerResponse, file: string, missing = file) {
    const isThere = existsSync(file);
    const content = isThere || existsSync(missing) ? readFileSync(isThere ? file : missing) : Buffer.from("<h1>Not here</h1>");
    const tag = `"${createHash("sha256").update(content).digest("hex")}"`;
    const isLasting = /\/app\/[^/]*$/.test(file);
    response.setHeader("Cache-Control", isLasting && isThere ? "public, max-age=31536000, immutable" : "no-cache");
    response.setHeader("ETag", tag);
    if (isThere && request.headers["if-none-match"] === tag) return response.writeHead(304).end();
    return this.#send(response, isThere ? 200 : 404, isThere ? file.split(".").at(-1)! : "html", content);
  }

  #send(response: ServerResponse, status: number, kind: string, content: Buffer) {
    response.statusCode = status;
    response.setHeader("Content-Type", KINDS[kind] ?? "application/octet-stream");
    if (this.#length === "said") response.setHeader("Content-Length", content.length);
    if (this.#length === "unsaid") {
      response.useChunkedEncodingByDefault = false;
      response.shouldKeepAlive = false;
    }
    const part = content.subarray(0, this.#left);
    this.#left -= part.length;
    this.sent += part.length;
    if (this.sent >= this.#mark) this.#isReached();
    if (part.length === content.length) return response.end(content);
    const { socket } = response;
    return response.write(part, () => this.#cut(socket));
  }

  /** The connection is lost. One whose length nobody knows ends as if all had come. */
  #cut(socket: Socket | null) {
    if (this.#length === "unsaid") socket?.end();
    else socket?.destroy();
    const isCut = this.#isCut;
    setImmediate(() => void this.off().then(isCut));
  }
}
