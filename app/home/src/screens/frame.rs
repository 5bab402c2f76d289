//! What screens have around them.

use std::cell::Cell;
use std::future::Future;
use std::sync::Arc;

use gloo::timers::callback::Timeout;
use leptos::prelude::*;
use ui::element::{Element, Node, afterwards, el, live};
use ui::piece::child_picture;
use ui::{Part, browser, say};
use work::Profile;

use crate::home::Home;
use crate::open_work::{Loaded, OpenError, OpenWork};
use crate::saving::Status;
use crate::screen::Screen;

thread_local! {
    /// What takes the focus on the next screen: nothing on the page's first.
    static ARRIVES_AT: Cell<&'static str> = const { Cell::new("") };
}

/// How long nothing has to be typed before it is read out that all of it is kept, in milliseconds.
const QUIET: u32 = 1_000;

/// Tells people that they are on a new screen, once it is drawn: names the page and, but for the page's first screen, moves to
/// its heading, or to what was chosen there.
pub fn arrive(home: Home, title: String) {
    afterwards(move || {
        browser::set_title(&format!("{title} – {}", say::taumahi()));
        // In the desk's window the teacher is typing elsewhere.
        let to = ARRIVES_AT.replace("h1");
        if !to.is_empty() && home.look.with_value(Option::is_none) {
            browser::arrive_at(to);
        }
    });
}

/// Lets the focus stay on what was chosen here, which this selector finds on the screen that is drawn next.
pub fn stay_at(chosen: &'static str) {
    ARRIVES_AT.set(chosen);
}

/// The top of a child's screens: a way back, whether everything is kept, and whose screen it is.
pub fn top(home: Home, child: &Profile, back: &Screen, back_words: String) -> Node {
    top_with(home, child, back, back_words, None)
}

/// The top with something below it that stays in sight with it.
pub fn top_with(home: Home, child: &Profile, back: &Screen, back_words: String, below: Option<Node>) -> Node {
    let whose = el("span")
        .class("whose")
        .attr("data-somebody", "yes")
        .child(child_picture(&child.picture))
        .child(el("span").child(child.name.clone()));
    let line = el("div")
        .class("top")
        .child(el("a").class("back").attr("href", back.href()).child(back_words))
        .child(saving_status(home))
        .child(whose);
    el("header").child(line).child(below).into()
}

/// Says in words whether everything that was typed is kept. In a store that is gone with the page, nothing ever is. The words change at
/// every key; to those who listen they are said when nothing has changed for a while.
fn saving_status(home: Home) -> Node {
    let trouble = move || home.saving.status.get().is_some_and(|status| !is_well(home, status));
    let class = move || Some(if trouble() { "saving trouble" } else { "saving" }.to_owned());
    let seen = el("span").attr("aria-hidden", "true").live_attr("class", class);
    let mut before = untrack(|| status_words(home));
    let said = RwSignal::new(before.clone());
    let saying = StoredValue::new_local(None::<Timeout>);
    afterwards(move || {
        let words = status_words(home);
        // What was said before is not said again, however often it is tried in vain.
        if words != before {
            before.clone_from(&words);
            // Takes the place of what was about to be said, and so gives it up.
            saying.set_value(Some(Timeout::new(QUIET, move || said.set(words))));
        }
    });
    let heard = el("span").attr("role", "status").class("heard").child(live(move || said.get()));
    Node::All(vec![seen.child(live(move || status_words(home))).into(), heard.into()])
}

fn is_well(home: Home, status: Status) -> bool {
    status == Status::Saving || status == Status::Saved && home.is_lasting()
}

fn status_words(home: Home) -> String {
    match home.saving.status.get() {
        None => String::new(),
        // What the desk looks at is nobody's work.
        Some(_) if home.look.with_value(Option::is_some) => String::new(),
        Some(Status::Saving) => say::home_saving(),
        Some(Status::NotSaved) => say::home_not_saved(),
        Some(Status::Overtaken) => say::home_fault_newer(),
        Some(Status::Saved) if home.is_lasting() => say::home_saved(),
        Some(Status::Saved) => say::home_not_lasting(),
    }
}

/// Says at once, before anything is typed, when nothing will be kept.
pub fn keeping_notice(home: Home) -> Option<Node> {
    let notice = || el("p").class("notice").child(say::home_not_lasting_why()).into();
    (!home.is_lasting()).then(notice)
}

/// Says that something kept here is damaged, when it is.
pub fn damaged_notice(damaged: usize) -> Option<Node> {
    let notice = || el("p").class("problem").child(say::home_damaged()).child(kept_link()).into();
    (damaged > 0).then(notice)
}

/// The way to the page about what is kept, another program: a copy of it can be saved there.
pub fn kept_link() -> Element {
    el("a").class("quiet").attr("href", "kept/").child(say::home_who_kept())
}

/// Something is missing; what to do about it. `more` is another way on.
pub fn trouble(words: String, more: Option<Node>) -> Node {
    afterwards(move || {
        browser::set_title(&say::home_fault_title());
        browser::focus_heading();
    });
    // An empty address loads the page again.
    let again = el("a").class("button").attr("href", "").child(say::home_fault_again());
    el("main")
        .class("trouble")
        .child(heading(say::home_fault_title()))
        .child(el("p").child(words))
        .child(el("p").class("actions").child(again).child(more))
        .into()
}

/// A part that waits for what it shows, and says so.
pub fn later(loading: impl Future<Output = Part> + 'static) -> Node {
    ui::later(loading, waiting)
}

/// Opens a child's work and shows it; until then, and when it cannot be opened, says so.
pub fn with_work(home: Home, child: String, assignment: String, show: fn(Home, OpenWork) -> Node) -> Node {
    later(async move {
        let loaded = Loaded::load(home, &child, &assignment).await;
        let part: Part = Arc::new(move || match &loaded {
            Ok(loaded) => show(home, OpenWork::new(home, loaded.clone())),
            Err(OpenError::NoChild | OpenError::NoAssignment) => trouble(say::home_fault_assignment(), None),
            Err(OpenError::Store) => trouble(say::home_fault_store(), None),
        });
        part
    })
}

/// Something is on its way.
pub fn waiting() -> Node {
    el("main").attr("aria-busy", "true").child(el("p").class("waiting").child(say::home_loading())).into()
}

/// The screen's heading, which takes the focus when the screen is new.
pub fn heading(words: String) -> Element {
    el("h1").attr("tabindex", "-1").child(words)
}

/// What stands over a heading.
pub fn kicker(words: String) -> Node {
    el("p").class("kicker").child(words).into()
}

/// A link that looks like a button.
pub fn button_link(class: &str, screen: &Screen, words: String) -> Node {
    el("a").class(class).attr("href", screen.href()).child(words).into()
}
