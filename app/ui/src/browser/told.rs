//! What `public/capture.js` tells a page of: lines that were drawn, photos, recordings.

use gloo::events::EventListener;
use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, CustomEvent, Event, Url};

use super::element;

fn detail(event: &Event) -> JsValue {
    event.unchecked_ref::<CustomEvent>().detail()
}

/// The words that an event brings.
pub fn told_words(event: &Event) -> Option<String> {
    detail(event).as_string()
}

/// Calls `take` with every photo and recording that is made: the words for its place, its media type, and its bytes. It comes to the
/// window, because the field that it was made in may be gone by then with its screen.
pub fn on_taken(take: impl Fn(String, String, Vec<u8>) + 'static) {
    let Some(window) = web_sys::window() else { return };
    let told = move |event: &Event| {
        let detail: Array = detail(event).unchecked_into();
        if let (Some(place), Some(kind)) = (detail.get(0).as_string(), detail.get(1).as_string()) {
            take(place, kind, Uint8Array::new(&detail.get(2)).to_vec());
        }
    };
    EventListener::new(&window, "taken", told).forget();
}

/// An address at which this page finds a photo or a recording, until it is [forgotten](forget_address).
pub fn address_of(kind: &str, bytes: &[u8]) -> String {
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    let parts = Array::of1(&Uint8Array::from(bytes));
    let blob = Blob::new_with_u8_array_sequence_and_options(&parts, &options);
    blob.and_then(|blob| Url::create_object_url_with_blob(&blob)).unwrap_or_default()
}

/// Shows or plays what is at such an address in the element of this id. How many bytes it has is for `public/capture.js`.
pub fn set_source(id: &str, address: &str, bytes: usize) {
    if let Some(element) = element(id) {
        // Refused only for names that are none.
        let _ = element.set_attribute("src", address);
        let _ = element.set_attribute("data-bytes", &bytes.to_string());
    }
}

/// Lets the browser forget what is at such an address.
pub fn forget_address(address: &str) {
    // One that is not known is no harm.
    let _ = Url::revoke_object_url(address);
}
