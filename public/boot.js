// Starts the program that the page names. A file of its own, because the content security policy allows no inline script.

const { js, wasm } = document.querySelector("script[data-wasm]").dataset;

// The page's address, not this file's: home and the desk share this file and lie in different folders.
const inPage = (path) => new URL(path, document.baseURI);

async function start() {
  const program = await import(inPage(js));
  await program.default({ module_or_path: inPage(wasm) });
}

start().catch((error) => {
  console.error(error);
  document.getElementById("start-failed").hidden = false;
});
