/** A browser engine that is not Chromium, as a story needs it: what a person does, and what they see. */
export interface Engine {
  readonly name: string;
  /** Starts a browser. It keeps in the folder what its pages keep; started with the same one, it goes on from there. */
  start(folder: string): Promise<Device>;
}

/** A running browser. */
export interface Device {
  /** Opens another tab. */
  tab(): Promise<Tab>;
  /** Ends the browser as a person does. */
  close(): Promise<void>;
  /** Ends every process of it at once, as a battery that is empty. */
  kill(): Promise<void>;
  /** The folder with what was downloaded. */
  readonly downloads: string;
}

/** A tab. Elements are named by XPath: it is what both drivers understand alike. */
export interface Tab {
  goto(address: string): Promise<void>;
  reload(): Promise<void>;
  /** Closes it; the page is told, as it is when a person does it. */
  close(): Promise<void>;
  /** Brings it before the others. Firefox draws nothing in one that is behind another. */
  show(): Promise<void>;
  /** Clicks on it with the mouse. */
  press(xpath: string): Promise<void>;
  /** Types with the keyboard, after what is there. */
  type(xpath: string, text: string): Promise<void>;
  /** Moves the pressed mouse over it. The points are shares of its width and height. */
  drag(xpath: string, from: Point, to: Point): Promise<void>;
  /** Chooses a file in a file input. */
  choose(xpath: string, file: string): Promise<void>;
  /** Runs a function in the page, which sees nothing of what is around it here. */
  run<T>(does: (...given: any[]) => T, ...given: unknown[]): Promise<Awaited<T>>;
}

export type Point = [number, number];

/**
 * Writes down what must not happen on a page, from its first moment on. It stays with the tab when the page goes. It is run as a text, in
 * every page.
 */
export function watch() {
  const found = (trouble: string) => {
    // An empty tab has no storage.
    if (location.protocol === "http:") sessionStorage.setItem("troubles", `${sessionStorage.getItem("troubles") ?? ""}${trouble}\n`);
  };
  addEventListener("securitypolicyviolation", (event) => found(`policy: ${event.violatedDirective} ${event.blockedURI}`));
  addEventListener("error", (event) => found(`error: ${event.message}`));
  addEventListener("unhandledrejection", (event) => found(`rejected: ${event.reason}`));
  const error = console.error;
  console.error = (...words) => {
    found(`console: ${words.join(" ")}`);
    error(...words);
  };
}
