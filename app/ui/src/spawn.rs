//! What goes on while the page waits for something.

use std::future::Future;
use std::pin::Pin;

/// Starts something that waits, and does not wait for it. In a box, so that a phone gets the code around it once and not with each.
pub fn spawn_local(doing: impl Future<Output = ()> + 'static) {
    start(Box::pin(doing));
}

#[inline(never)]
fn start(doing: Pin<Box<dyn Future<Output = ()>>>) {
    wasm_bindgen_futures::spawn_local(doing);
}
