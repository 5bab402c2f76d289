//! Packing and unpacking with what the browser has: code of our own for it would cost a phone 9 KB.

use js_sys::{Array, Function, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, ReadableStreamDefaultReader, ReadableWritablePair};

/// A packed text that is longer is no homework, and could become more than a phone has room for.
const LONGEST: usize = 100_000;

/// The bytes that it can become: more than any homework has, with all its translations.
const MOST_UNPACKED: u32 = 2 << 20;

/// Compresses to zlib's format. `None` in browsers that cannot (Safari before 16.4).
pub async fn deflate(content: &[u8]) -> Option<Vec<u8>> {
    through("CompressionStream", content, u32::MAX).await
}

/// Unpacks a text from zlib's format, written in the signs of base64 that can stand in an address. `None` for what is not whole, and
/// in browsers that cannot.
pub async fn unpack(packed: &str) -> Option<String> {
    if packed.len() > LONGEST {
        return None;
    }
    let base64 = packed.replace('-', "+").replace('_', "/");
    let bytes: Vec<u8> = web_sys::window()?.atob(&base64).ok()?.chars().map(|c| c as u8).collect();
    String::from_utf8(through("DecompressionStream", &bytes, MOST_UNPACKED).await?).ok()
}

/// All that comes out of a stream, but no more than so many bytes: what is small can become so large that nothing else has room.
async fn through(stream: &str, content: &[u8], most: u32) -> Option<Vec<u8>> {
    // By its name, because web-sys does not know it yet.
    let stream = Reflect::get(&js_sys::global(), &JsValue::from_str(stream)).ok()?;
    let stream: Function = stream.dyn_into().ok()?;
    let stream = Reflect::construct(&stream, &Array::of1(&JsValue::from_str("deflate"))).ok()?;
    let blob = Blob::new_with_u8_array_sequence(&Array::of1(&Uint8Array::from(content))).ok()?;
    let done = blob.stream().pipe_through(stream.unchecked_ref::<ReadableWritablePair>());
    let reader: ReadableStreamDefaultReader = done.get_reader().unchecked_into();
    let chunks = Array::new();
    let mut length = 0;
    loop {
        let chunk = JsFuture::from(reader.read()).await.ok()?;
        let bytes = Reflect::get(&chunk, &JsValue::from_str("value")).ok()?;
        if bytes.is_undefined() {
            break;
        }
        length += bytes.unchecked_ref::<Uint8Array>().length();
        if length > most {
            return None;
        }
        chunks.push(&bytes);
    }
    let whole = Blob::new_with_u8_array_sequence(&chunks).ok()?;
    let bytes = JsFuture::from(whole.array_buffer()).await.ok()?;
    Some(Uint8Array::new(&bytes).to_vec())
}
