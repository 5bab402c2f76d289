/** What tests by chance are told by `cargo xtask test`: `--seed`, and with `--soak` that all that is promised is to be done. */
export const seed = Number(process.env.TAUMAHI_SEED ?? 1);
const isSoak = process.env.TAUMAHI_SOAK !== undefined;

/** How often to do something that is promised to hold so many times: a tenth of it in an ordinary run. */
export const times = (promised: number) => (isSoak ? promised : Math.ceil(promised / 10));

/** Those of several runs of a kind that the one of this number does, so that each is done by one of them; with `--soak` all of them do all. */
export const share = <T>(all: T[], number: number, of: number) => all.filter((_, at) => isSoak || at % of === number);

/** Chance that is the same for the same seed and the same name, on every computer (mulberry32). */
export class Chance {
  private state: number;

  constructor(name: string) {
    this.state = [...name].reduce((hash, letter) => Math.imul(hash ^ letter.codePointAt(0)!, 0x01000193), seed ^ 0x811c9dc5);
  }

  /** From 0 on and below 1. */
  part(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), this.state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** A whole number from 0 on and below another. */
  below(n: number): number {
    return Math.floor(this.part() * n);
  }

  /** One of these. */
  of<T>(all: readonly T[]): T {
    return all[this.below(all.length)];
  }
}
