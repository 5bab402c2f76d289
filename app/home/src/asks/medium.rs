//! A photo to look at, a recording to listen to.

use leptos::prelude::*;
use ui::element::{Node, el, live};
use ui::{browser, say};
use wasm_bindgen_futures::spawn_local;

use crate::open_work::OpenWork;

/// The photo or recording of this id, from what is kept or on its way. `words` says what it is of.
pub fn medium(
    open: OpenWork,
    id: String,
    is_photo: bool,
    words: impl Fn() -> String + Send + Sync + 'static,
) -> Node {
    let address = StoredValue::new(String::new());
    let is_missing = RwSignal::new(false);
    let (child, assignment) = open.ids();
    let place = ["medium-", &id].concat();
    let here = place.clone();
    spawn_local(async move {
        let Some(medium) = open.home.medium(&child, &assignment, &id).await else {
            return is_missing.set(true);
        };
        let found = browser::address_of(&medium.kind, &medium.bytes);
        match address.try_set_value(found.clone()) {
            None => browser::set_source(&here, &found),
            // The field is gone.
            Some(found) => browser::forget_address(&found),
        }
    });
    on_cleanup(move || browser::forget_address(&address.get_value()));
    let (tag, name) = if is_photo { ("img", "alt") } else { ("audio", "aria-label") };
    let shown = el(tag)
        .class("medium")
        .attr("id", place)
        .flag("controls", !is_photo)
        .live_attr(name, move || Some(words()));
    let missing = live(move || is_missing.get().then(say::home_capture_missing));
    Node::All(vec![shown.into(), el("p").class("problem").child(missing).into()])
}
