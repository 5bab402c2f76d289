//! What has to be there before the first screen.

use assignment::Index;
use gloo::events::EventListener;
use leptos::prelude::*;
use store::{Store, StoreError};
use ui::browser::{self, fetch_text};

use crate::home::Home;
use crate::screen::Screen;

/// The name of the database. Part of the stored schema.
const DATABASE: &str = "taumahi";

/// Why home could not start.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// The class's list did not come.
    List,
    /// A newer Taumahi has written to the store.
    Newer,
    /// What is kept could not be read.
    Store,
}

/// Loads the interface's words.
pub async fn load_language() {
    // Without words the page shows the messages' names: ugly, but a family can still go on.
    if let Ok(words) = fetch_text("locales/en.txt").await {
        ui::load("en", &words);
    }
}

/// Opens the store and loads the class's list.
pub async fn load_home() -> Result<Home, Fault> {
    let index = fetch_text("assignments/index.json").await.map_err(|_| Fault::List)?;
    let index = Index::from_json(&index).map_err(|error| match error {
        assignment::FormatError::TooNew(_) => Fault::Newer,
        assignment::FormatError::Unreadable => Fault::List,
    })?;
    let store = open_store().await?;
    let children = store.profiles().await.map_err(|_| Fault::Store)?.records;
    let home = Home::new(store, index, children, Screen::of_hash(&browser::at()));
    home.saving.keep_when_leaving();
    follow_the_address(home.screen);
    Ok(home)
}

/// The browser's store, or one in memory where the browser keeps nothing: a family can still do the work and send it.
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

fn follow_the_address(screen: RwSignal<Screen>) {
    let Some(window) = web_sys::window() else { return };
    EventListener::new(&window, "hashchange", move |_| {
        let next = Screen::of_hash(&browser::at());
        if screen.with_untracked(|now| *now != next) {
            screen.set(next);
        }
    })
    .forget();
}
