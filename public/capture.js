// What a drawing, a photo and a recording need of the browser. The page draws their fields, with all words in them; this shows and hides
// what is there, and tells the page by events what was made. Only a page with such a field loads this file.

// As work::PAPER.
const PAPER = { width: 800, height: 600 };
// Points of a line that are nearer than this look like one.
const NEAR = 3;
// Pixels on the long side of a photo, and how well it is kept.
const LONGEST = 1280;
const QUALITY = 0.8;
// Bits a second: a voice is clear at this rate, and six minutes of it fit into a mail.
const RATE = 32_000;

// Why something is refused: it would be too much for what is sent.
const FULL = "full";

const tell = (target, name, detail) => target.dispatchEvent(new CustomEvent(name, { detail }));

// A photo, smaller and the right way up. Drawn anew, it has lost what else the phone wrote into it, such as where it was taken.
async function smaller(file) {
  const picture = new Image();
  picture.src = URL.createObjectURL(file);
  try {
    await picture.decode();
    const { naturalWidth: width, naturalHeight: height } = picture;
    const scale = Math.min(1, LONGEST / Math.max(width, height));
    const canvas = document.createElement("canvas");
    canvas.width = Math.max(1, Math.round(width * scale));
    canvas.height = Math.max(1, Math.round(height * scale));
    const pen = canvas.getContext("2d");
    // What can be seen through would be black.
    pen.fillStyle = "#fff";
    pen.fillRect(0, 0, canvas.width, canvas.height);
    pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
    return await new Promise((done) => canvas.toBlob(done, "image/jpeg", QUALITY));
  } finally {
    URL.revokeObjectURL(picture.src);
  }
}

// Whether so many bytes more would be too much to be sent with what is on the page.
function isFull(field, bytes) {
  for (const { dataset } of document.querySelectorAll("[data-bytes]")) bytes += Number(dataset.bytes);
  return bytes > field.dataset.together;
}

// Shows why something is refused, in the words that the page has for it.
function refuse(refused, why) {
  refused.dataset.else ??= refused.textContent;
  refused.textContent = refused.dataset[why === FULL ? FULL : "else"];
  refused.hidden = false;
}

// A field that hides itself, because there can be no more or nothing is left to do, hands the focus on: whoever uses a keyboard would
// be at the top of the page again. The page has drawn what comes of it by the next frame.
function handOn(field, next) {
  if (document.activeElement !== field) return;
  requestAnimationFrame(() => field.getClientRects().length || next()?.focus());
}

// Hands on what was made; an error is one in what was given. It goes to the window: the field may be gone by now, with its screen.
async function take(field, made) {
  const kind = made.type.split(";")[0];
  const rows = field.closest("[role=group]");
  if (!made.size || made.size > field.dataset.most || !/^(image|audio)\//.test(kind)) throw made;
  const bytes = new Uint8Array(await made.arrayBuffer());
  handOn(field, () => [...rows.querySelectorAll("fieldset")].at(-1));
  tell(window, "taken", [field.dataset.place, kind, bytes]);
}

// Takes the file that was chosen.
async function choose(field) {
  const [file] = field.files;
  // Else the browser would not tell when the same file is chosen again.
  field.value = "";
  if (!file) return;
  const label = field.closest("label");
  const refused = label.nextElementSibling;
  refused.hidden = label.classList.toggle("busy", true);
  try {
    const made = field.accept.startsWith("image") ? await smaller(file) : file;
    if (isFull(field, made.size)) throw FULL;
    await take(field, made);
  } catch (why) {
    refuse(refused, why);
  }
  label.classList.remove("busy");
}

// The recording that is being made, and the button that makes it.
let recording = null;

async function record(button) {
  const [start, stop] = button.children;
  const [timer, refused, instead] = [...button.parentElement.children].slice(1);
  const show = (isOn) => {
    start.hidden = isOn;
    stop.hidden = !isOn;
    timer.textContent = "";
  };
  // Before anybody speaks: what was said is never thrown away.
  if (isFull(button, (button.dataset.record * RATE) / 8)) return refuse(refused, FULL);
  recording = { button };
  refused.hidden = true;
  let clock, sound;
  const end = () => {
    clearInterval(clock);
    sound?.getTracks().forEach((track) => track.stop());
    recording = null;
    show(false);
  };
  const fail = () => {
    end();
    refuse(refused);
    instead.hidden = false;
  };
  try {
    sound = await navigator.mediaDevices.getUserMedia({ audio: true });
    const recorder = new MediaRecorder(sound, { audioBitsPerSecond: RATE });
    const parts = [];
    recorder.ondataavailable = ({ data }) => parts.push(data);
    recorder.onstop = () => {
      end();
      take(button, new Blob(parts, { type: recorder.mimeType })).catch(fail);
    };
    recording.stop = () => recorder.stop();
    recorder.start();
    show(true);
    const from = performance.now();
    clock = setInterval(() => {
      const seconds = Math.floor((performance.now() - from) / 1000);
      timer.textContent = timer.dataset.words.replace("#", seconds);
      // When its screen is left, what there is counts.
      if (seconds >= button.dataset.record || !button.isConnected) recorder.stop();
    }, 200);
  } catch {
    fail();
  }
}

// Follows a pointer over the paper, and tells of its line at the end.
function draw(paper, down) {
  const pen = paper.closest("[role=group]").querySelector("input:checked").value;
  const line = document.createElementNS("http://www.w3.org/2000/svg", "polyline");
  line.setAttribute("class", `pen-${pen}`);
  paper.querySelector("svg").append(line);
  const points = [];
  let last;
  const add = ({ clientX, clientY }) => {
    const box = paper.getBoundingClientRect();
    const within = (part, most) => Math.round(Math.min(1, Math.max(0, part)) * most);
    const x = within((clientX - box.left) / box.width, PAPER.width);
    const y = within((clientY - box.top) / box.height, PAPER.height);
    if (last && Math.hypot(x - last[0], y - last[1]) < NEAR) return;
    last = [x, y];
    points.push(`${x},${y}`);
    // A line of one point would not be seen.
    line.setAttribute("points", [points[0], ...points].join(" "));
  };
  const lifted = new AbortController();
  const end = () => {
    lifted.abort();
    tell(paper, "stroke", pen + points.join(" "));
  };
  paper.setPointerCapture(down.pointerId);
  for (const [name, follow] of Object.entries({ pointermove: add, pointerup: end, pointercancel: end })) {
    paper.addEventListener(name, (event) => event.pointerId === down.pointerId && follow(event), lifted);
  }
  add(down);
}

addEventListener("change", ({ target }) => target.matches("input[data-place]") && choose(target));
addEventListener("click", ({ target }) => {
  const button = target.closest("button");
  const paper = button?.closest("[role=group]")?.querySelector(".canvas");
  if (paper) {
    const group = paper.closest("[role=group]");
    handOn(button, () => group.querySelector(".actions button:not([hidden])") ?? group.querySelector("input:checked"));
    tell(paper, "stroke", button.value);
  }
  else if (button?.dataset.record && !recording) record(button);
  else if (button && button === recording?.button) recording.stop?.();
});
addEventListener("pointerdown", (event) => {
  const paper = event.target.closest(".canvas");
  if (paper && event.isPrimary && event.button === 0) draw(paper, event);
});

// What was chosen while this file was on its way.
document.querySelectorAll("input[data-place]").forEach(choose);
