//! What has to be there before the first screen.

use assignment::{Index, json};
use leptos::prelude::*;
use store::{Store, StoreError};
use ui::browser::{self, fetch_text};
use work::{Answer, Capture};

use crate::home::Home;
use crate::screen::Screen;

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

/// Opens the store and loads the class's list. When nothing is to be kept, because the family goes on although what is kept could not be read
/// or because the desk looks, the store is gone with the page.
pub async fn load_home(is_kept: bool) -> Result<Home, Fault> {
    let index = fetch_text("assignments/index.json").await.map_err(|_| Fault::List)?;
    let index = Index::from_json(&index).map_err(|error| match error {
        assignment::FormatError::TooNew(_) => Fault::Newer,
        assignment::FormatError::Unreadable => Fault::List,
    })?;
    let store = match is_kept {
        true => {
            Store::open_or_memory(&[store::FAMILIES, &browser::folder()].concat()).await.map_err(fault)?
        }
        false => Store::in_memory(),
    };
    // What tabs could not keep as they were left; where that cannot be taken in now, it stays.
    let any_taken_in = store.take_in().await;
    let children = store.profiles().await.map_err(fault)?;
    let home = Home::new(store, index, children, Screen::of_hash(&browser::at()));
    home.saving.note_when_leaving();
    home.follow_other_tabs();
    if any_taken_in == Ok(true) {
        // The tab that was left had no time to say so.
        browser::tell_other_tabs();
    }
    browser::on_taken(move |place, kind, bytes| {
        if let Ok(answer) = json::read(&place) {
            let when = browser::now();
            let capture = Capture { id: browser::new_id(when), date: browser::today(), words: String::new() };
            home.saving.take(Answer { when, ..answer }, capture, kind, bytes);
        }
    });
    browser::on_address(move |address| {
        let next = Screen::of_hash(&address);
        if home.screen.with_untracked(|now| *now != next) {
            home.screen.set(next);
        }
    });
    Ok(home)
}

fn fault(error: StoreError) -> Fault {
    if error == StoreError::Newer { Fault::Newer } else { Fault::Store }
}
