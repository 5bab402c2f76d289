//! The page: one screen at a time.

use std::sync::Arc;

use leptos::prelude::*;
use ui::element::{Node, afterwards, live, teach_in};
use ui::spawn_local;
use ui::{Part, browser, say};

use super::family::family_screen;
use super::frame::{kept_link, later, trouble};
use super::list::list_screen;
use super::new_child::new_child_screen;
use super::received::received_screen;
use super::send::send_screen;
use super::who::who_screen;
use super::work::work_screen;
use crate::asks::button;
use crate::home::Home;
use crate::saving::Status;
use crate::screen::Screen;
use crate::start::{Fault, load_home};

/// All of home. Until its words have come there is nothing to say.
#[component]
pub fn App() -> AnyView {
    let words = RwSignal::new(false);
    // What the desk looks at must not come among a family's work.
    let is_look = browser::is_inside() && matches!(Screen::of_hash(&browser::at()), Screen::Look { .. });
    let is_kept = RwSignal::new(!is_look);
    afterwards(move || {
        spawn_local(async move {
            ui::fetch_words().await;
            words.set(true);
        });
    });
    live(move || words.get().then(|| later(load(is_kept, is_kept.get())))).view()
}

async fn load(is_kept: RwSignal<bool>, now: bool) -> Part {
    match load_home(now).await {
        Ok(home) => Arc::new(move || screens(home)),
        Err(fault) => Arc::new(move || match fault {
            Fault::List => trouble(say::home_fault_list(), None),
            Fault::Newer => trouble(say::home_fault_newer(), None),
            Fault::Store => {
                let go_on = button(say::home_fault_go_on(), move || is_kept.set(false));
                trouble(say::home_fault_store(), Some(Node::All(vec![go_on.into(), kept_link().into()])))
            }
        }),
    }
}

fn screens(home: Home) -> Node {
    afterwards(move || {
        let is_quiet = matches!(home.saving.status.get(), None | Some(Status::Saved));
        browser::mark_saved(is_quiet && home.is_lasting());
    });
    live(move || {
        // In which language a teacher's words are is known once work is opened.
        teach_in("");
        screen(home)
    })
}

fn screen(home: Home) -> Node {
    match known(home, home.screen.get()) {
        Screen::Who => who_screen(home),
        Screen::NewChild => new_child_screen(home),
        Screen::Open { packed } => received_screen(home, packed, false),
        Screen::Look { packed } => received_screen(home, packed, true),
        Screen::List { child } => list_screen(home, child),
        Screen::Work { child, assignment } => work_screen(home, child, assignment),
        Screen::Family { child, assignment } => family_screen(home, child, assignment),
        Screen::Send { child, assignment } => send_screen(home, child, assignment),
    }
}

/// The screen itself, or the question whose turn it is when the child of its address is not on this device.
fn known(home: Home, screen: Screen) -> Screen {
    match screen.child() {
        Some(child) if home.child(child).is_none() => Screen::Who,
        _ => screen,
    }
}
