//! The page: one screen at a time.

use std::sync::Arc;

use leptos::prelude::*;
use ui::element::{Node, afterwards, live};
use ui::piece::SiteRoot;
use ui::spawn_local;
use ui::{Part, browser};

use super::all::all_screen;
use super::child::child_screen;
use super::earlier::earlier_screen;
use super::frame::{later, of_fault};
use super::remove::remove_screen;
use crate::kept::Kept;
use crate::screen::Screen;

/// All of it. Until its words have come there is nothing to say.
#[component]
pub fn App() -> AnyView {
    provide_context(SiteRoot("../"));
    // What is kept is home's, one folder up.
    browser::belong_to(browser::site_folder());
    let words = RwSignal::new(false);
    afterwards(move || {
        spawn_local(async move {
            ui::fetch_words().await;
            words.set(true);
        });
    });
    live(move || words.get().then(|| later(load()))).view()
}

async fn load() -> Part {
    match Kept::open().await {
        Ok(kept) => Arc::new(move || live(move || screen(kept))),
        Err(fault) => of_fault(fault),
    }
}

fn screen(kept: Kept) -> Node {
    match kept.screen.get() {
        Screen::All => all_screen(kept),
        Screen::Child { child } => child_screen(kept, child),
        Screen::Remove { child } => remove_screen(kept, child),
        Screen::Earlier { child, assignment } => earlier_screen(kept, child, assignment),
    }
}
