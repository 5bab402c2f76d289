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
  const root = path.resolve(import.meta.dirname, "../..");
  execFileSync(given("TAUMAHI_MADE_UP_CLASS"), [folder, ...options], { cwd: root });
  return readdirSync(folder).map((name) => path.join(folder, name));
}
