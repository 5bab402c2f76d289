//! A photo to look at, a recording to listen to.

use std::future::Future;
use std::pin::Pin;

use crate::spawn_local;
use leptos::prelude::*;
use work::Medium;

use crate::element::{Node, el, live};
use crate::{browser, say};

/// A medium that is being looked for.
pub type Coming = Pin<Box<dyn Future<Output = Option<Medium>>>>;

/// What shows or plays it, once it has come; words when it does not. `words` say what it is of.
pub fn medium(is_photo: bool, coming: Coming, words: Box<dyn Fn() -> String + Send + Sync>) -> Node {
    // The same can be on the page twice: where it was taken, and where somebody looks back at it.
    let id = format!("medium{}", browser::chance());
    let address = StoredValue::new(String::new());
    let is_missing = RwSignal::new(false);
    let here = id.clone();
    spawn_local(async move {
        let Some(medium) = coming.await else { return is_missing.set(true) };
        let found = browser::address_of(&medium.kind, &medium.bytes);
        match address.try_set_value(found.clone()) {
            None => browser::set_source(&here, &found, medium.bytes.len()),
            // It is not on the page any more.
            Some(found) => browser::forget_address(&found),
        }
    });
    on_cleanup(move || browser::forget_address(&address.get_value()));
    let (tag, name) = if is_photo { ("img", "alt") } else { ("audio", "aria-label") };
    let shown = el(tag)
        .class("medium")
        .attr("id", id)
        .flag("controls", !is_photo)
        .live_attr(name, move || Some(words()));
    let missing = live(move || is_missing.get().then(say::capture_missing));
    Node::All(vec![shown.into(), el("span").class("problem").child(missing).into()])
}
