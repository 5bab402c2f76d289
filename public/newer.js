// What an open page does when there is something newer than it has: it offers a newer program, and shows a newer list.

// The other programs lie in folders beside it.
const isHome = new URL(".", location).href === new URL(".", import.meta.url).href;

// What is not kept, as the program says; a day that is half typed; a recording or a photo that is being made.
const UNSAVED = "[data-saved=false], input:invalid, [data-record] > :last-child:not([hidden]), label.busy";
// Fields whose words are kept only when something is done with them.
const FIELDS = isHome ? "#child-name" : "main textarea, main input[type=text]";
// A write takes less than this, in tenths of a second, or something is wrong with it.
const PATIENCE = 25;

const pause = (ms) => new Promise((done) => setTimeout(done, ms));

function isSavedNow() {
  const fields = [...document.querySelectorAll(FIELDS)];
  return !document.querySelector(UNSAVED) && !fields.some(({ value }) => value.trim());
}

async function isSaved() {
  for (let tenth = 0; tenth < PATIENCE && !isSavedNow(); tenth++) await pause(100);
  return isSavedNow();
}

// The worker tells of something, or asks.
export async function hear({ data, ports: [port] }) {
  if (port) port.postMessage(await isSaved());
  else if (data === "again") (await isSaved()) && location.reload();
  else {
    hasNewList = true;
    showList();
  }
}

// The bar with which the family agrees. Its words are in a page of their own.

let isOffered = false;

export async function offer(registration) {
  if (isOffered) return;
  isOffered = true;
  const words = await (await fetch(new URL("newer.html", import.meta.url))).text();
  const bar = document.adoptNode(new DOMParser().parseFromString(words, "text/html").querySelector("aside"));
  const [use, later] = bar.querySelectorAll("button");
  const unsaved = bar.querySelector("[role=alert]");
  use.onclick = async () => {
    use.disabled = unsaved.hidden = true;
    const agreed = (await isSaved()) && (await everyWindow(registration.active));
    use.disabled = false;
    unsaved.hidden = agreed;
    if (agreed) switchOver(registration.waiting);
  };
  later.onclick = () => bar.remove();
  // At the end, where it moves nothing that somebody is about to press.
  document.body.append(bar);
}

// Whether every window can be loaded again, as the worker in use finds out.
function everyWindow(worker) {
  const { port1, port2 } = new MessageChannel();
  worker.postMessage("are all saved?", [port2]);
  return Promise.race([new Promise((done) => (port1.onmessage = ({ data }) => done(data))), pause(10_000).then(() => false)]);
}

function switchOver(worker) {
  // Another window was faster.
  if (!worker) return location.reload();
  // A page that no worker serves does not hear that there is another.
  worker.onstatechange = () => worker.state === "activated" && location.reload();
  worker.postMessage("use");
}

// The list of assignments. Work that is open stays as it is: the list is shown when the family comes back to it.

let hasNewList = false;
addEventListener("hashchange", () => showList("h1"));

const isList = () => isHome && /^(#\/?(?!new$)[^/]*)?$/.test(location.hash);

async function showList(focused = place(document.activeElement)) {
  if (!hasNewList || !isList() || !(await isSaved()) || !isList()) return;
  sessionStorage.taumahiPlace = JSON.stringify([location.hash, scrollY, focused]);
  location.reload();
}

function place(element) {
  const href = element?.getAttribute("href");
  return href ? `[href="${CSS.escape(href)}"]` : "";
}

// The page was loaded again for a newer list: who looks at it is where they were.
export async function comeBack() {
  const [hash, y, focused] = JSON.parse(sessionStorage.taumahiPlace);
  delete sessionStorage.taumahiPlace;
  while (!document.querySelector("main:not([aria-busy]) h1")) await pause(50);
  if (location.hash !== hash) return;
  scrollTo(0, y);
  if (focused) document.querySelector(focused)?.focus({ preventScroll: true });
}
