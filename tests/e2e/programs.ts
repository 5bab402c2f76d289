import { execFileSync } from "node:child_process";
import { readdirSync } from "node:fs";
import path from "node:path";

/** What `cargo xtask test --only end-to-end` has built or found, and names in a variable. */
export function given(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set. Run the tests with: cargo xtask test --only end-to-end`);
  return value;
}

/** Writes the result files of a class of made-up children, and gives their paths. */
export function madeUpClass(folder: string, ...options: string[]): string[] {
  madeUp(folder, ...options);
  return readdirSync(folder).map((name) => path.join(folder, name));
}

/** Writes files that nobody means well by. Gives back how Rust calls the refusal of each, by its path. */
export function hostileFiles(folder: string): Map<string, string> {
  const written = madeUp(folder, "--students", "0", "--hostile");
  return new Map(Array.from(written.matchAll(/^(.+\.txt): (.+)$/gm), ([, file, refusal]) => [file, refusal]));
}

function madeUp(...options: string[]): string {
  const root = path.resolve(import.meta.dirname, "../..");
  return execFileSync(given("TAUMAHI_MADE_UP_CLASS"), options, { cwd: root, encoding: "utf8" });
}
