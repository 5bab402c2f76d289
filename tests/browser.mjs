// How every test starts the browser: the one that `cargo xtask test` has found, and without a request of its own.

/** @type {import("@playwright/test").LaunchOptions} */
export const launch = {
  executablePath: process.env.CHROMIUM || undefined,
  args: [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    // A microphone that beeps, for whoever has been given leave to hear it.
    "--use-fake-device-for-media-stream",
  ],
};
