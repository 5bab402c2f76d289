// Keeps the site on the phone, so that it works without a connection. `cargo xtask hook` puts the list of all files with their hashes around
// this, as SITE: a build with other files is another worker, and the browser installs that beside the one in use. See docs/architecture.md.

const SCOPE = registration.scope;
const ROOT = new URL(SCOPE).pathname;

// Several classes can share a host, and its caches: a path has no space in it, so no class's names begin like another's.
const OWN = `taumahi ${ROOT} `;
const PROGRAM = `${OWN}program ${SITE.version}`;
const DESK = `${OWN}desk ${SITE.version}`;
const CLASS = `${OWN}class `;

// Stands in a cache once all else does: without it, nothing in the cache is used.
const WHOLE = `${SCOPE}?whole`;
const INDEX = "index.html";
// As `taumahi build` names the list of the class's files.
const LIST = "assignments/files.json";
// So many files are fetched at once.
const LANES = 4;
// A window that can be seen and says nothing for so many milliseconds may have something to lose.
const PATIENCE = 4_000;

const isFamilies = (path) => Object.hasOwn(SITE.families, path);
const isDesk = (path) => Object.hasOwn(SITE.desk, path);
const isProgram = (path) => isFamilies(path) || isDesk(path);

const address = (path) => new URL(path.split("/").map(encodeURIComponent).join("/"), SCOPE).href;

// Where in the site an address is: the file that a host would send for it. Nothing for what is elsewhere.
function pathOf(url) {
  const { origin, pathname } = new URL(url);
  if (origin !== location.origin || !pathname.startsWith(ROOT)) return undefined;
  const path = decodeURIComponent(pathname.slice(ROOT.length));
  return path === "" || path.endsWith("/") ? path + INDEX : path;
}

// A worker that is replaced may still be at work beside the one that replaces it.
const alone = (work) => (navigator.locks ? navigator.locks.request(OWN, work) : work());

async function hashOf(bytes) {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return [...digest].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

// The answer if it is the file of this hash, each byte of it: no part of one, no other version, no page of somebody in between.
async function checked(answer, hash) {
  if (!answer?.ok) return undefined;
  const bytes = await answer.arrayBuffer();
  return (await hashOf(bytes)) === hash ? new Response(bytes, { headers: answer.headers }) : undefined;
}

const names = async (...beginnings) => (await caches.keys()).filter((name) => beginnings.some((it) => name.startsWith(it)));
const isWhole = async (name) => Boolean(await caches.match(WHOLE, { cacheName: name }));

async function removeAll(all) {
  for (const name of all) await caches.delete(name);
}

// Puts a file into a cache: from any of our own caches that has it, else from what the browser has kept of it, else past that.
async function take(cache, path, hash) {
  const key = address(path);
  if (await checked(await cache.match(key), hash)) return;
  for (const cacheName of await names(OWN)) {
    const held = await checked(await caches.match(key, { cacheName }), hash);
    if (held) return cache.put(key, held);
  }
  // As a page asks for it, and as every host knows it.
  const asked = path.endsWith(INDEX) ? address(path.slice(0, -INDEX.length)) : key;
  for (const how of ["default", "reload"]) {
    const fetched = await checked(await fetch(asked, { cache: how }), hash);
    if (fetched) return cache.put(key, fetched);
  }
  throw new Error(`${path} has not come as it was built`);
}

// Fills a cache with all of these files, and says so in it last. What an attempt before has brought is not fetched again.
async function fill(name, files) {
  if (await isWhole(name)) return;
  const cache = await caches.open(name);
  const waiting = Object.entries(files);
  const lane = async () => {
    for (let next; (next = waiting.shift()); ) await take(cache, ...next);
  };
  try {
    await Promise.all(Array.from({ length: LANES }, lane));
    await cache.put(WHOLE, new Response());
  } catch (error) {
    waiting.length = 0;
    // What a child writes needs the room more than half a site.
    if (error.name === "QuotaExceededError") await caches.delete(name);
    throw error;
  }
}

// The program: what each build brings. A failed attempt leaves the version in use as it is.

async function install() {
  const ours = await names(`${OWN}program `, `${OWN}desk `);
  let hasDesk = false;
  for (const name of ours) {
    if (!(await isWhole(name))) {
      if (name !== PROGRAM && name !== DESK) await caches.delete(name);
    } else if (name.startsWith(`${OWN}desk `)) hasDesk = true;
  }
  await fill(PROGRAM, SITE.families);
  if (hasDesk) await fill(DESK, SITE.desk);
}

async function activate() {
  const ours = await names(`${OWN}program `, `${OWN}desk `);
  await removeAll(ours.filter((name) => name !== PROGRAM && name !== DESK));
}

// The class: what a teacher puts on the host, with a list of its own. The newest whole one counts.

async function classes() {
  const whole = [];
  for (const name of (await names(CLASS)).reverse()) if (await isWhole(name)) whole.push(name);
  return whole;
}

async function followClass(isNew) {
  const [now, ...older] = await classes();
  const windows = () => clients.matchAll({ type: "window" });
  // A page that has read an older list may still ask for what that names: only one that has just come, and is alone, has not.
  if (isNew && (await windows()).length < 2) await removeAll(older);
  const answer = await fetch(address(LIST), { cache: "no-cache" });
  if (!answer.ok) return;
  const text = await answer.text();
  const { version, files } = JSON.parse(text);
  const name = CLASS + (await hashOf(new TextEncoder().encode(text)));
  // A list that only a later program can read must not take the place of one that this can.
  if (name === now || version > SITE.reads) return;
  // What is not whole goes, and one that was in use before too: caches stand in the order in which they were made.
  const goes = (other) => (other === name ? older.includes(name) : other !== now && !older.includes(other));
  await removeAll((await names(CLASS)).filter(goes));
  await fill(name, Object.fromEntries(Object.entries(files).map(([path, hash]) => [`assignments/${path}`, hash])));
  if (now) for (const window of await windows()) window.postMessage("class");
}

const isServed = async (id) => (await clients.matchAll({ type: "window" })).some((window) => window.id === id);

// A page is on the screen, for the first time or again. `program` is the address of what it runs.
async function visited({ program, isNew }, { id, url }) {
  const path = pathOf(program);
  // A page of another build that came from the network goes on without us: one file of it would not fit the next.
  if (isProgram(path)) await clients.claim();
  // One that came from the worker before, in the moment in which that was replaced, comes again.
  else if ((await isServed(id)) && (await isWhole(isDesk(pathOf(url)) ? DESK : PROGRAM))) (await clients.get(id))?.postMessage("again");
  for (const step of [
    () => fill(PROGRAM, SITE.families),
    () => isDesk(path) && fill(DESK, SITE.desk),
    () => followClass(isNew),
  ]) {
    // What does not come now comes with the next visit.
    await Promise.resolve(alone(step)).catch(console.debug);
  }
}

// Asks every window whether all is saved that was typed. One that cannot be seen has noted its work when it was hidden.
async function areAllSaved() {
  const all = await clients.matchAll({ type: "window" });
  const windows = all.filter(({ url, frameType }) => frameType !== "nested" && isProgram(pathOf(url)));
  const ask = (window) =>
    new Promise((answered) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = ({ data }) => answered(data);
      window.postMessage("is all saved?", [port2]);
      setTimeout(() => answered(window.visibilityState === "hidden"), PATIENCE);
    });
  return (await Promise.all(windows.map(ask))).every(Boolean);
}

// Whether who asks is the desk, or home in one of its frames.
async function isOfDesk({ request, clientId }, path) {
  if (isDesk(path) || request.destination === "iframe") return true;
  const client = clientId && (await clients.get(clientId));
  return Boolean(client) && (client.frameType === "nested" || isDesk(pathOf(client.url)));
}

// A file of the program. A desk that is not kept comes from the network, and then all that it asks for does: the two may be of two builds.
async function fileOfProgram(event, path) {
  if (!(await isWhole(PROGRAM))) return undefined;
  if (!(await isWhole(DESK)) && (await isOfDesk(event, path))) return undefined;
  const cacheName = isDesk(path) ? DESK : PROGRAM;
  const file = await caches.match(address(path), { cacheName });
  // The browser has taken it away. What is left of the version would be half of one.
  if (!file) await caches.delete(cacheName);
  return file;
}

async function fileOfClass(path) {
  for (const cacheName of await classes()) {
    const file = await caches.match(address(path), { cacheName });
    if (file) return file;
  }
  return undefined;
}

// A player of sound asks for a part, and Safari's takes nothing else.
async function part(request, file) {
  const [, from, to] = /^bytes=(\d+)-(\d*)$/.exec(request.headers.get("range") ?? "") ?? [];
  if (from === undefined) return file;
  const all = await file.blob();
  const end = Math.min(to ? Number(to) + 1 : all.size, all.size);
  const headers = { "Content-Type": file.headers.get("content-type") ?? "", "Content-Range": `bytes ${from}-${end - 1}/${all.size}` };
  return new Response(all.slice(Number(from), end), { status: 206, headers });
}

const isNavigation = ({ mode }) => mode === "navigate";

async function answer(event, path) {
  const { request } = event;
  const file = isProgram(path) ? await fileOfProgram(event, path) : await fileOfClass(path);
  if (file) return part(request, file);
  if (isProgram(`${path}/${INDEX}`)) return Response.redirect(address(`${path}/`));
  try {
    return await fetch(request);
  } catch (error) {
    // There is no telling what is missing and what is only out of reach: home is always within it.
    if (isNavigation(request) && path !== INDEX) return Response.redirect(SCOPE);
    throw error;
  }
}

addEventListener("install", (event) => event.waitUntil(alone(install)));
addEventListener("activate", (event) => event.waitUntil(activate()));

addEventListener("fetch", (event) => {
  const { request } = event;
  const path = request.method === "GET" ? pathOf(request.url) : undefined;
  if (path === undefined) return;
  if (!isProgram(path) && !path.startsWith("assignments/") && !isNavigation(request)) return;
  // Whatever is wrong with what is kept, a page is never worse off than without a worker.
  event.respondWith(answer(event, path).catch(() => fetch(request)));
});

addEventListener("message", (event) => {
  const { data, ports, source } = event;
  if (data === "use") skipWaiting();
  else if (ports.length) event.waitUntil(areAllSaved().then((saved) => ports[0].postMessage(saved)));
  else event.waitUntil(visited(data, source));
});
