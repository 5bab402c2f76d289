//! A file that somebody chooses.

use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Event, HtmlInputElement};

/// The text of the file that was chosen in the field that an event is about. `None` when there is none, or it cannot be read.
pub async fn chosen_text(event: &Event) -> Option<String> {
    let field: HtmlInputElement = event.target()?.dyn_into().ok()?;
    let file = field.files()?.get(0)?;
    // Else the browser would not tell when the same file is chosen again.
    field.set_value("");
    JsFuture::from(file.text()).await.ok()?.as_string()
}
