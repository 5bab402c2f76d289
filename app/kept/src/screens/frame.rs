//! What screens have around them.

use std::cell::Cell;
use std::future::Future;
use std::sync::Arc;

use leptos::prelude::*;
use ui::element::{Element, Node, afterwards, el};
use ui::piece::child_picture;
use ui::{Part, browser, say};
use work::Profile;

use crate::contents::OfChild;
use crate::kept::{Fault, Kept};

thread_local! {
    /// The page's first screen keeps the browser's own focus.
    static IS_FIRST: Cell<bool> = const { Cell::new(true) };
}

/// Tells people that they are on a new screen, once it is drawn.
pub fn arrive(title: String) {
    afterwards(move || {
        browser::set_title(&format!("{title} – {}", say::taumahi()));
        if !IS_FIRST.replace(false) {
            browser::focus_heading();
        }
    });
}

/// A way back.
pub fn top(href: &str, words: String) -> Node {
    let back = el("a").class("back").attr("href", href).child(words);
    el("header").child(el("div").class("top").child(back)).into()
}

/// The screen's heading, which takes the focus when the screen is new.
pub fn heading(words: String) -> Element {
    el("h1").attr("tabindex", "-1").child(words)
}

/// What has just been done, said once.
pub fn just_done(kept: Kept) -> Node {
    let words = kept.said.try_update_untracked(std::mem::take).unwrap_or_default();
    el("p").class("done").attr("role", "status").child(words).into()
}

/// A child's picture and name.
pub fn whose(child: &Profile) -> Element {
    el("span").class("whose").child(child_picture(&child.picture)).child(el("span").child(child.name.clone()))
}

/// The button that saves a copy of what is a child's, or of everything; `public/copy.js` does it and says beside it what came of it.
pub fn copy_button(class: &str, child: &str, words: String) -> Node {
    let button = el("button").attr("type", "button").class(class).attr("data-copy", child).child(words);
    el("div").class("copy").child(button).child(el("p").attr("role", "status")).into()
}

/// A button.
pub fn button(class: &str, words: String, press: impl Fn() + Send + Sync + 'static) -> Node {
    el("button").attr("type", "button").class(class).child(words).on("click", move |_| press()).into()
}

/// A part that waits for what it shows, and says so.
pub fn later(loading: impl Future<Output = Part> + 'static) -> Node {
    ui::later(loading, || {
        el("main").attr("aria-busy", "true").child(el("p").child(say::kept_loading())).into()
    })
}

/// A part about a child, or that it is not here.
pub fn of_child(kept: Kept, child: String, show: fn(Kept, &OfChild) -> Node) -> Node {
    later(async move {
        match kept.of_child(&child).await {
            Ok(Some(of_child)) => Arc::new(move || show(kept, &of_child)) as Part,
            Ok(None) => Arc::new(|| trouble(say::kept_fault_child())),
            Err(fault) => of_fault(fault),
        }
    })
}

/// Why nothing can be shown.
pub fn of_fault(fault: Fault) -> Part {
    Arc::new(move || {
        trouble(match fault {
            Fault::Nothing => say::kept_fault_nothing(),
            Fault::Newer => say::kept_fault_newer(),
            Fault::Unread => say::kept_fault_unread(),
        })
    })
}

/// Something is missing; a copy can be saved all the same.
pub fn trouble(words: String) -> Node {
    arrive(say::kept_fault_title());
    // An empty address loads the page again.
    let again = el("a").class("button").attr("href", "").child(say::kept_fault_again());
    Node::All(vec![
        top("../", say::kept_home()),
        el("main")
            .child(heading(say::kept_fault_title()))
            .child(el("p").child(words))
            .child(el("p").class("actions").child(again))
            .child(copy_button("button quiet", "", say::copy_all()))
            .into(),
    ])
}
