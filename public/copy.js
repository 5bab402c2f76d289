// Saves a copy of what is kept, as a file of text: on families' pages of their work, at the desk of what a teacher has opened and written. It needs nothing of the program, which may be the very thing that does not work.
// app/store/src/backup/ reads the file; the names of databases and shelves are those of app/store/src/.

// The version of the file.
const VERSION = 1;
// What stands before the folder in a database's name, and its shelves in the order in which they are written.
const FAMILIES = ["taumahi ", "", ["profiles", "works", "answers", "earlier", "journal"]];
const DESK = ["taumahi-desk ", "desk/", ["results", "drafts"]];
// The folder of the site, in which this file stands.
const SITE = new URL("./", import.meta.url).pathname;
// Sorts after every character of a key: what nobody could read was put aside behind it.
const LAST = "\uffff";
// Written only so that all before it is on the disk.
const HARD = `${LAST}hard`;

const done = (request) =>
  new Promise((yes, no) => {
    request.onsuccess = () => yes(request.result);
    request.onerror = () => no(request.error);
  });

// Opens the database, whichever version it has. Where there is none, none is made.
async function open(name) {
  const request = indexedDB.open(name);
  let isNew = false;
  request.onupgradeneeded = () => {
    isNew = true;
    request.transaction.abort();
  };
  return done(request).catch((error) => {
    if (isNew) return null;
    throw error;
  });
}

// The keys of a shelf with their records. One that the database does not have is empty.
async function all(database, shelf) {
  if (!database.objectStoreNames.contains(shelf)) return [];
  const store = database.transaction(shelf).objectStore(shelf);
  const [keys, records] = await Promise.all([done(store.getAllKeys()), done(store.getAll())]);
  return keys.map((key, at) => [String(key), records[at]]);
}

// The bytes of a photo or a recording; nothing when the browser has lost them.
const base64 = (blob) =>
  new Promise((done) => {
    const reader = new FileReader();
    reader.onload = () => done(reader.result.slice(reader.result.indexOf(",") + 1));
    reader.onerror = () => done("");
    reader.readAsDataURL(blob);
  });

const key = (text) => (/^[^\s"]+$/.test(text) ? text : JSON.stringify(text));
const words = (text) => (text.startsWith("{") && !/[\r\n]/.test(text) ? text : JSON.stringify(text));

// A record as it stands on its shelf. What is no text there is damaged, and written as well as can be.
const asText = (record) => words(typeof record === "string" ? record : (JSON.stringify(record) ?? ""));
const asMedium = async (record) =>
  record instanceof Blob ? `${record.type.split(";")[0]};base64,${await base64(record)}` : asText(record);

const read = (text) => {
  try {
    return JSON.parse(text) ?? {};
  } catch {
    return {};
  }
};

// For each child the titles of its homework, for people to read.
function contents(records) {
  const children = new Map();
  const of = (id) => children.get(id) ?? children.set(id, { name: "", titles: [] }).get(id);
  for (const [shelf, , record] of records) {
    const { id, name, profile, document } = read(record);
    if (shelf === "profiles" && id) of(id).name = String(name);
    if (shelf === "works" && profile) of(profile).titles.push(String(document?.head?.title));
  }
  return [...children.values()];
}

// Whether a record belongs to a child, or to anybody when no child is named.
function belongs(key, child) {
  const own = key.startsWith(LAST) ? key.slice(1) : key;
  return !child || own === child || own.startsWith(`${child}/`);
}

// The whole file: its name, and its text piece by piece. Nothing when nothing is kept.
async function file(child) {
  const [name, folder, shelves] = location.pathname.startsWith(`${SITE}desk/`) ? DESK : FAMILIES;
  const database = await open(name + SITE + folder);
  if (!database) return null;
  try {
    const records = [];
    for (const shelf of shelves) {
      for (const [key, record] of await all(database, shelf)) if (key !== HARD && belongs(key, child)) records.push([shelf, key, record]);
    }
    const lines = records.map(([shelf, at, record]) => `${shelf} ${key(at)} ${asText(record)}\n`);
    for (const at of await mediaKeys(database)) {
      if (!belongs(at, child)) continue;
      // One after the other: all of them together may be more than the memory holds.
      const record = await done(database.transaction("media").objectStore("media").get(at));
      lines.push(new Blob([`media ${key(at)} ${await asMedium(record)}\n`]));
    }
    if (!lines.length) return null;
    const children = contents(records);
    const day = new Date().toISOString().slice(0, 10);
    const list = children.flatMap(({ name, titles }) => [`${name}:\n`, ...titles.map((title) => `- ${title}\n`), "\n"]);
    const head = [`{{ copy-about }}\n\n${day}\n\n`, ...list, `-----BEGIN TAUMAHI COPY ${VERSION}-----\n`];
    const whose = children.map(({ name }) => name.replace(/[\\/:*?"<>|\s]+/g, "-")).join("-").slice(0, 60);
    const parts = ["taumahi", whose, day].filter((part) => part);
    return { name: `${parts.join("-")}.txt`, text: [...head, ...lines, `-----END TAUMAHI COPY ${lines.length}-----\n`] };
  } finally {
    database.close();
  }
}

async function mediaKeys(database) {
  if (!database.objectStoreNames.contains("media")) return [];
  return (await done(database.transaction("media").objectStore("media").getAllKeys())).map(String);
}

// Saves a copy as a button asks for it: `data-copy` names a child, or is empty for everything. What came of it is said beside the button.
export async function save(button) {
  const child = button.dataset.copy;
  const said = button.closest("div").querySelector("[role=status]");
  try {
    const made = await file(child);
    if (!made) return void (said.textContent = "{{ copy-none }}");
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob(made.text, { type: "text/plain" }));
    link.download = made.name;
    link.click();
    said.textContent = "{{ copy-saved }}".replace("#", made.name);
  } catch (error) {
    console.error(error);
    said.textContent = "{{ copy-failed }}";
  }
}

// Adds a button that saves a copy of everything.
export function offer(place) {
  const [group, button, said] = ["div", "button", "p"].map((tag) => document.createElement(tag));
  Object.assign(button, { type: "button", className: "button quiet", textContent: "{{ copy-all }}" }).dataset.copy = "";
  said.setAttribute("role", "status");
  group.append(button, said);
  place.append(group);
}
