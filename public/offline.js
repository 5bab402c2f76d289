// Starts the worker that keeps the site on the phone, once what the page is for is on the screen. The rest of it is in newer.js, which a
// first visit does not need.

const { serviceWorker } = navigator;
const { wasm } = document.querySelector("script[data-wasm]").dataset;
const worker = new URL("worker.js", import.meta.url).href;
const newer = () => import("./newer.js");
const isServed = () => serviceWorker.controller?.scriptURL === worker;

async function start() {
  while (!document.querySelector("h1")) await new Promise((done) => setTimeout(done, 200));
  if (self.requestIdleCallback) await new Promise(requestIdleCallback);
  // A newer worker serves this window, so all were asked: also one that slept meanwhile, and has noted its work before. What is
  // typed at this moment is noted as the page goes.
  let was = isServed();
  serviceWorker.oncontrollerchange = () => (was ? location.reload() : (was = isServed()));
  const registration = await serviceWorker.register(worker);
  await serviceWorker.ready;

  const offer = async () => registration.waiting && (await newer()).offer(registration);
  const follow = () => registration.installing?.addEventListener("statechange", offer);
  registration.onupdatefound = follow;
  follow();
  offer();

  // What the class and the site have that is new. Without a connection there is nothing to find.
  const program = new URL(wasm, document.baseURI).href;
  const look = (event) => {
    if (document.hidden || !navigator.onLine) return;
    registration.active?.postMessage({ program, isNew: !event });
    registration.update().catch(console.debug);
  };
  addEventListener("online", look);
  document.addEventListener("visibilitychange", look);
  serviceWorker.onmessage = async (event) => (await newer()).hear(event);
  look();
  if (sessionStorage.taumahiPlace) (await newer()).comeBack();
}

// Some browsers and private windows have none, or refuse: the page works without.
if (serviceWorker && top === self) start().catch(console.debug);
