//! Other tabs of this site, and whether this one is to be seen.

use gloo::events::EventListener;
use wasm_bindgen::JsValue;
use web_sys::{BroadcastChannel, VisibilityState};

use super::place::folder;

/// The channel's name, before the folder of the site.
const CHANNEL: &str = "taumahi ";

thread_local! {
    /// Opened once: a channel hears every other but itself.
    static TABS: Option<BroadcastChannel> = BroadcastChannel::new(&[CHANNEL, &folder()].concat()).ok();
}

/// Tells other tabs that something was kept.
pub fn tell_other_tabs() {
    TABS.with(|tabs| {
        if let Some(tabs) = tabs {
            // A tab that is not told looks when it is next to be seen.
            let _ = tabs.post_message(&JsValue::NULL);
        }
    });
}

/// Calls `look` whenever another tab has kept something.
pub fn on_other_tabs(look: impl Fn() + 'static) {
    TABS.with(|tabs| {
        if let Some(tabs) = tabs {
            EventListener::new(tabs, "message", move |_| look()).forget();
        }
    });
}

/// Whether the page can be seen.
pub fn is_visible() -> bool {
    let document = web_sys::window().and_then(|window| window.document());
    document.is_some_and(|document| document.visibility_state() == VisibilityState::Visible)
}

/// Calls `see` with whether the page can be seen, whenever that changes.
pub fn on_visibility(see: impl Fn(bool) + 'static) {
    if let Some(document) = web_sys::window().and_then(|window| window.document()) {
        EventListener::new(&document, "visibilitychange", move |_| see(is_visible())).forget();
    }
}
