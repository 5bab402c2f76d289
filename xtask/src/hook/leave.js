// Takes the place of the worker that an earlier `cargo xtask serve --release` may have left at this address, which would go on to show
// what it has kept: removes that, and goes.
addEventListener("install", (event) => {
  skipWaiting();
  event.waitUntil(remove());
});
addEventListener("activate", (event) => event.waitUntil(remove().then(() => registration.unregister())));

// A browser may wait half a minute before it activates the next worker after a busy one. Without what it has kept, that one asks the network.
async function remove() {
  const own = `taumahi ${new URL(registration.scope).pathname} `;
  for (const name of await caches.keys()) if (name.startsWith(own)) await caches.delete(name);
  for (const window of await clients.matchAll({ type: "window", includeUncontrolled: true })) {
    if (window.url.startsWith(registration.scope)) window.postMessage("again");
  }
}
