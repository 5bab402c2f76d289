import { type Page } from "@playwright/test";

/** Gives a page a function that fills the memory of its program with nonsense. */
export async function breakable(page: Page) {
  await page.addInitScript(() => {
    const start = WebAssembly.instantiateStreaming;
    WebAssembly.instantiateStreaming = async (...given) => {
      const started = await start(...given);
      const memory = Object.values(started.instance.exports).find((it) => it instanceof WebAssembly.Memory)!;
      (window as any).breakProgram = () => new Uint8Array(memory.buffer).fill(255);
      return started;
    };
  });
}
