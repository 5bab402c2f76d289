//! Where the page is, and what belongs to the page as a whole.

use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlElement;

/// The part of the address after `#`, without it.
pub fn at() -> String {
    let hash = web_sys::window().and_then(|window| window.location().hash().ok()).unwrap_or_default();
    hash.strip_prefix('#').unwrap_or(&hash).to_owned()
}

/// Goes to another part of the page; the browser's back button returns.
pub fn go(hash: &str) {
    if let Some(window) = web_sys::window() {
        // Fails only when the page is going away.
        let _ = window.location().set_hash(hash);
    }
}

/// Moves the focus to the page's heading and the view to the top, as a new page would.
pub fn focus_heading() {
    let Some(window) = web_sys::window() else { return };
    window.scroll_to_with_x_and_y(0.0, 0.0);
    let heading = window.document().and_then(|document| document.query_selector("h1").ok().flatten());
    if let Some(heading) = heading.and_then(|heading| heading.dyn_into::<HtmlElement>().ok()) {
        let _ = heading.focus();
    }
}

/// Asks the browser not to clear what is kept here. It may say no; nothing changes then.
pub fn ask_to_keep() {
    let Some(window) = web_sys::window() else { return };
    let Ok(asked) = window.navigator().storage().persist() else { return };
    spawn_local(async move {
        let _ = wasm_bindgen_futures::JsFuture::from(asked).await;
    });
}

/// 16 hexadecimal digits that nobody else has. `None` in a browser without a source of chance.
pub fn random_id() -> Option<String> {
    let mut bytes = [0_u8; 8];
    web_sys::window()?.crypto().ok()?.get_random_values_with_u8_array(&mut bytes).ok()?;
    Some(bytes.iter().map(|byte| format!("{byte:02x}")).collect())
}

/// Names the page in the browser's tab and history.
pub fn set_title(title: &str) {
    if let Some(document) = web_sys::window().and_then(|window| window.document()) {
        document.set_title(title);
    }
}

/// Moves the focus to the element of this id.
pub fn focus(id: &str) {
    let element = web_sys::window().and_then(|window| window.document()?.get_element_by_id(id));
    if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let _ = element.focus();
    }
}
