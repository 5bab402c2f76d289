//! What has to be there before the first screen.

use gloo::events::EventListener;
use leptos::prelude::*;
use store::{Store, StoreError};
use ui::browser::{self, fetch_text};

use crate::desk::Desk;
use crate::screen::Screen;

/// The name of the database. Part of the stored schema.
const DATABASE: &str = "taumahi-desk";

/// Why the desk could not start.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// A newer Taumahi has written to the store.
    #[cfg_attr(
        not(target_arch = "wasm32"),
        expect(dead_code, reason = "only a browser's store can be newer")
    )]
    Newer,
    /// What is kept could not be read.
    Store,
}

/// Loads the interface's words.
pub async fn load_language() {
    // Without words the page shows the messages' names: ugly, but a teacher can still go on.
    if let Ok(words) = fetch_text("locales/en.txt").await {
        ui::load("en", &words);
    }
}

/// Opens the store and reads what is kept.
pub async fn load_desk() -> Result<Desk, Fault> {
    let store = open_store().await?;
    let kept = store.results().await.map_err(|_| Fault::Store)?;
    let desk = Desk::new(store, kept.records, kept.damaged, Screen::of_hash(&browser::at()));
    follow_the_address(desk);
    Ok(desk)
}

/// The browser's store, or one in memory where the browser keeps nothing: a teacher can still read and download.
#[cfg(target_arch = "wasm32")]
async fn open_store() -> Result<Store, Fault> {
    match Store::open(DATABASE).await {
        Ok(store) => Ok(store),
        Err(StoreError::Newer) => Err(Fault::Newer),
        Err(_) => Ok(Store::in_memory()),
    }
}

#[cfg(not(target_arch = "wasm32"))]
async fn open_store() -> Result<Store, Fault> {
    let _: (&str, Option<StoreError>) = (DATABASE, None);
    Ok(Store::in_memory())
}

fn follow_the_address(desk: Desk) {
    let Some(window) = web_sys::window() else { return };
    EventListener::new(&window, "hashchange", move |_| {
        let next = Screen::of_hash(&browser::at());
        if desk.screen.with_untracked(|now| *now != next) {
            // Who is opening files is shown what came of it, at the top.
            let opening = desk.opening.progress.with_untracked(Option::is_some);
            desk.before.set_value((!opening).then(|| desk.screen.get_untracked()));
            // What was said was about the screen before, but for the class: there it is said what was removed elsewhere.
            if next != Screen::Class {
                desk.said.set(String::new());
            }
            desk.screen.set(next);
        }
    })
    .forget();
}
