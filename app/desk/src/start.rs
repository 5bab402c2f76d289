//! What has to be there before the first screen.

use leptos::prelude::*;
use store::{Store, StoreError};
use ui::browser;

use crate::desk::Desk;
use crate::screen::Screen;

/// The name of the database. Part of the stored schema.
const DATABASE: &str = "taumahi-desk";

/// Why the desk could not start.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// A newer Taumahi has written to the store.
    Newer,
    /// What is kept could not be read.
    Store,
}

/// Opens the store and reads what is kept.
pub async fn load_desk() -> Result<Desk, Fault> {
    let store = Store::open_or_memory(DATABASE).await.map_err(fault)?;
    let kept = store.results().await.map_err(fault)?;
    let desk = Desk::new(store, kept.records, kept.damaged, Screen::of_hash(&browser::at()));
    browser::on_address(move |address| follow(desk, Screen::of_hash(&address)));
    Ok(desk)
}

fn fault(error: StoreError) -> Fault {
    if error == StoreError::Newer { Fault::Newer } else { Fault::Store }
}

fn follow(desk: Desk, next: Screen) {
    if desk.screen.with_untracked(|now| *now == next) {
        return;
    }
    // Who is opening files is shown what came of it, at the top.
    let opening = desk.opening.progress.with_untracked(Option::is_some);
    desk.before.set_value((!opening).then(|| desk.screen.get_untracked()));
    // What was said was about the screen before, but for the class: there it is said what was removed elsewhere.
    if next != Screen::Class {
        desk.said.set(String::new());
    }
    desk.screen.set(next);
}
