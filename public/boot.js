// Starts the program that the page names. A file of its own, because the content security policy allows no inline script.

const { js, wasm } = document.querySelector("script[data-wasm]").dataset;

// The page's address, not this file's: home and the desk share this file and lie in different folders.
const inPage = (path) => new URL(path, document.baseURI);

// What a page needs only now and then is loaded then. The program cannot say `import` itself.
window.loadModule = (path) => import(inPage(path));

// A copy of what is kept can be saved without the program: by a button with `data-copy`, and where the program has failed by one that is added.
const copies = () => import("./copy.js");
addEventListener("click", async ({ target }) => {
  const button = target.closest("[data-copy]");
  if (button) (await copies()).save(button);
});
const offerCopy = async (place) => (await copies()).offer(place);

// Whether somebody's homework is kept here, as the page has it, noted apart from where it is kept: an empty store that was not empty is
// told from a new one. A style shows what is said then, and what is said while the browser has not promised to keep it.
function lookAtKeeping() {
  const page = document.documentElement.classList;
  const note = `taumahi ${new URL("./", import.meta.url).pathname}`;
  navigator.storage?.persisted?.().then((isSafe) => page.toggle("fleeting", !isSafe));
  try {
    page.toggle("was-kept", localStorage.getItem(note) === "yes");
    addEventListener("pagehide", () => {
      const shown = document.querySelector("[data-somebody]");
      if (shown) localStorage.setItem(note, shown.dataset.somebody);
    });
  } catch {
    // Where nothing may be kept, nothing was.
  }
}
lookAtKeeping();

async function start() {
  const program = await import(inPage(js));
  await program.default({ module_or_path: inPage(wasm) });
}

// A program that has trapped is dead, and its page looks alive: whoever goes on types for nothing.
function stopped(error) {
  // As in app/ui/src/language.rs: it has nothing to say it with.
  if (error?.message === "no words") return failed(error);
  const message = document.getElementById("stopped");
  if (!(error instanceof WebAssembly.RuntimeError) || !message.hidden) return;
  message.hidden = false;
  message.querySelector("button").onclick = () => location.reload();
  offerCopy(message);
  // The Escape key takes a dialog away.
  message.onclose = () => message.showModal();
  if (message.showModal) message.showModal();
}

function failed(error) {
  console.error(error);
  document.body.append(document.getElementById("start-failed").content);
  offerCopy(document.querySelector("main"));
}

addEventListener("error", ({ error }) => stopped(error));
addEventListener("unhandledrejection", ({ reason }) => stopped(reason));
start().catch(failed).then(() => import("./offline.js")).catch(console.debug);
