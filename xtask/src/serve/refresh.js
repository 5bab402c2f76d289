// Shows in an open page what has just been saved in the folder of assignments. Pages have this only while `cargo xtask serve` serves them.
(() => {
  const here = document.currentScript.src;
  const list = new URL("index.json", here).href;
  const keep = { place: "taumahi-place", loaded: "taumahi-loaded" };

  // The newest edition of the assignments, and the one that the page has loaded.
  let newest, loaded;

  function compare() {
    if (!newest || !loaded || newest === loaded) return;
    // A list that comes from elsewhere would never be of this edition: once is enough.
    if (sessionStorage.getItem(keep.loaded) === newest) return;
    sessionStorage.setItem(keep.loaded, newest);
    sessionStorage.setItem(keep.place, JSON.stringify([location.href, scrollX, scrollY]));
    location.reload();
  }

  new PerformanceObserver((entries) => {
    for (const { serverTiming } of entries.getEntriesByName(list)) {
      loaded = serverTiming?.find(({ name }) => name === "edition")?.description ?? loaded;
    }
    compare();
  }).observe({ type: "resource", buffered: true });

  // Browsers have few connections for all pages together, so only those listen that somebody sees.
  let changes;
  function listen() {
    changes?.close();
    if (document.hidden) return;
    changes = new EventSource(new URL("changes", here));
    changes.onmessage = ({ data }) => {
      newest = data;
      compare();
    };
  }
  document.addEventListener("visibilitychange", listen);
  listen();

  // The page is drawn in steps, long after the browser has looked for the place to scroll to.
  const [address, x, y] = JSON.parse(sessionStorage.getItem(keep.place) ?? "[]");
  sessionStorage.removeItem(keep.place);
  if (address !== location.href) return;
  const growing = new ResizeObserver(() => {
    scrollTo(x, y);
    if (Math.abs(scrollY - y) < 1) growing.disconnect();
  });
  growing.observe(document.body);
  // Who scrolls goes where they want.
  for (const moved of ["wheel", "touchmove", "pointerdown", "keydown"]) {
    addEventListener(moved, () => growing.disconnect(), { once: true, passive: true });
  }
})();
