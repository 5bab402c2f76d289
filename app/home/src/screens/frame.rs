//! What screens have around them.

use leptos::prelude::*;
use ui::element::{Node, el, live};
use ui::piece::child_picture;
use ui::say;
use wasm_bindgen_futures::spawn_local;
use work::Profile;

use super::app::waiting;
use crate::home::Home;
use crate::open_work::{Loaded, OpenError, OpenWork};
use crate::saving::Status;
use crate::screen::Screen;

/// The top of a child's screens: a way back, whether everything is kept, and whose screen it is.
pub fn top(home: Home, child: &Profile, back: &Screen, back_words: String) -> Node {
    let whose = el("span")
        .class("whose")
        .child(child_picture(&child.picture))
        .child(el("span").child(child.name.clone()));
    el("header")
        .class("top")
        .child(el("a").class("back").attr("href", back.href()).child(back_words))
        .child(saving_status(home))
        .child(whose)
        .into()
}

/// Says in words whether everything that was typed is kept. In a store that is gone with the page, nothing ever is.
fn saving_status(home: Home) -> Node {
    let lasting = home.store().is_lasting();
    let status = move || home.saving.status.get();
    let words = move || match status() {
        None => String::new(),
        Some(Status::Saving) => say::home_saving(),
        Some(Status::NotSaved) => say::home_not_saved(),
        Some(Status::Saved) if !lasting => say::home_not_lasting(),
        Some(Status::Saved) => say::home_saved(),
    };
    let trouble = move || status() == Some(Status::NotSaved) || status() == Some(Status::Saved) && !lasting;
    let class = move || Some(if trouble() { "saving trouble" } else { "saving" }.to_owned());
    el("span").attr("role", "status").live_attr("class", class).child(live(words)).into()
}

/// Something is missing; what to do about it.
pub fn trouble(words: String) -> Node {
    // An empty address loads the page again.
    let again = el("a").class("button").attr("href", "").child(say::home_fault_again());
    el("main")
        .class("trouble")
        .child(el("h1").attr("tabindex", "-1").child(say::home_fault_title()))
        .child(el("p").child(words))
        .child(el("p").child(again))
        .into()
}

/// Opens a child's work and shows it; until then, and when it cannot be opened, says so.
pub fn with_work(home: Home, child: String, assignment: String, show: fn(Home, OpenWork) -> Node) -> Node {
    let loaded = RwSignal::new(None::<Result<Loaded, OpenError>>);
    spawn_local(async move {
        let result = Loaded::load(home, &child, &assignment).await;
        // Does nothing when the family has gone on to another screen meanwhile.
        loaded.set(Some(result));
    });
    live(move || match loaded.get() {
        None => waiting(),
        Some(Ok(loaded)) => show(home, OpenWork::new(home, loaded)),
        Some(Err(OpenError::NoChild | OpenError::NoAssignment)) => trouble(say::home_fault_assignment()),
        Some(Err(OpenError::Store)) => trouble(say::home_fault_store()),
    })
}

/// The screen's heading, which takes the focus when the screen is new.
pub fn heading(words: String) -> Node {
    el("h1").attr("tabindex", "-1").child(words).into()
}

/// What stands over a heading.
pub fn kicker(words: String) -> Node {
    el("p").class("kicker").child(words).into()
}

/// A link that looks like a button.
pub fn button_link(class: &str, screen: &Screen, words: String) -> Node {
    el("a").class(class).attr("href", screen.href()).child(words).into()
}

/// Facts in one line: what there is, with dots between.
pub fn facts(facts: &[Option<String>]) -> String {
    let mut line = String::new();
    for fact in facts.iter().flatten() {
        if !line.is_empty() {
            line.push_str(" · ");
        }
        line.push_str(fact);
    }
    line
}
