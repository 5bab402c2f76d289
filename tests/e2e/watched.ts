import { type BrowserContext, test as base } from "@playwright/test";

export { expect } from "@playwright/test";

/** What must not happen on any page: a request to another origin, an error, an answer of 400 or more. */
export class Troubles {
  readonly #found: string[] = [];
  readonly #expected: RegExp[] = [];
  readonly #allowed: RegExp[] = [];

  /** Listens to all pages of a browser context. `site` is the only origin that they may ask. */
  watch(context: BrowserContext, site: string) {
    const { origin } = new URL(site);
    context.on("request", (request) => {
      if (new URL(request.url()).origin !== origin) this.#found.push(`request to another origin: ${request.url()}`);
    });
    context.on("response", (response) => {
      if (response.status() >= 400) this.#found.push(`${response.status()}: ${response.url()}`);
    });
    // A violation of the content security policy is an error in the console.
    context.on("console", (message) => {
      if (message.type() === "error") this.#found.push(`console: ${message.text()}`);
    });
    context.on("weberror", (error) => this.#found.push(`error: ${error.error().stack ?? error.error().message}`));
  }

  /** Something that this test causes. It has to happen, at least once. */
  expect(...patterns: RegExp[]) {
    this.#expected.push(...patterns);
  }

  /** Something that this test may cause or not: when exactly a host is out of reach is left to chance. */
  allow(...patterns: RegExp[]) {
    this.#allowed.push(...patterns);
  }

  /** What happened and was not expected, and what was expected and did not happen. */
  left(): string[] {
    const surprises = this.#found.filter((found) => ![...this.#expected, ...this.#allowed].some((pattern) => pattern.test(found)));
    const missing = this.#expected.filter((pattern) => !this.#found.some((found) => pattern.test(found)));
    return [...surprises, ...missing.map((pattern) => `did not happen: ${pattern}`)];
  }
}

/** Playwright's `test`, whose pages are all watched. Other contexts than the test's own have to be given to `troubles.watch`. */
export const test = base.extend<{ troubles: Troubles }>({
  troubles: [
    async ({ context, baseURL }, use) => {
      const troubles = new Troubles();
      troubles.watch(context, baseURL!);
      await use(troubles);
      base.expect(troubles.left()).toEqual([]);
    },
    { auto: true },
  ],
});
