//! Waiting for what the browser answers by calling back.

use js_sys::{Function, Promise};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

/// Waits for the answer of a function that takes two callbacks.
pub async fn answered(mut ask: impl FnMut(&Function, &Function)) -> Option<JsValue> {
    JsFuture::from(Promise::new(&mut |done, failed| ask(&done, &failed))).await.ok()
}

/// Without an answer the wait would have no end.
pub fn refuse(failed: &Function) {
    // The callback of a promise does not fail.
    let _ = failed.call0(&JsValue::UNDEFINED);
}

/// Lets the page show itself and hear the teacher.
pub async fn pause() {
    let Some(window) = web_sys::window() else { return };
    answered(|done, failed| {
        if window.set_timeout_with_callback(done).is_err() {
            refuse(failed);
        }
    })
    .await;
}
