//! Compressing with what the browser has: a compressor of our own would cost a phone 9 KB.

use js_sys::{Array, Function, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, ReadableWritablePair, Response};

/// Compresses to zlib's format. `None` in browsers that cannot (Safari before 16.4).
pub async fn deflate(content: &[u8]) -> Option<Vec<u8>> {
    // By its name, because web-sys does not know it yet.
    let compression = Reflect::get(&js_sys::global(), &JsValue::from_str("CompressionStream")).ok()?;
    let compression: Function = compression.dyn_into().ok()?;
    let compressor = Reflect::construct(&compression, &Array::of1(&JsValue::from_str("deflate"))).ok()?;
    let blob = Blob::new_with_u8_array_sequence(&Array::of1(&Uint8Array::from(content))).ok()?;
    let compressed = blob.stream().pipe_through(compressor.unchecked_ref::<ReadableWritablePair>());
    let response = Response::new_with_opt_readable_stream(Some(&compressed)).ok()?;
    let bytes = JsFuture::from(response.array_buffer().ok()?).await.ok()?;
    Some(Uint8Array::new(&bytes).to_vec())
}
