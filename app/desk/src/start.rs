//! What has to be there before the first screen, and what may come after it.

use assignment::Index;
use leptos::prelude::*;
use store::{Store, StoreError};
use ui::browser;
use wasm_bindgen_futures::spawn_local;

use crate::desk::Desk;
use crate::keeping;
use crate::screen::Screen;

/// The list of the class's assignments, when the desk stands beside them.
const INDEX: &str = "../assignments/index.json";

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
    let store = Store::open_or_memory(&[store::DESK, &browser::folder()].concat()).await.map_err(fault)?;
    let kept = store.results().await.map_err(fault)?;
    let desk = Desk::new(store, kept, Screen::of_hash(&browser::at()));
    browser::on_address(move |address| desk.follow(Screen::of_hash(&address)));
    keeping::follow_other_tabs(desk);
    spawn_local(fetch_index(desk));
    Ok(desk)
}

/// Fetches the list of the class's assignments. Without it nothing is missing but the names of what nobody has sent, and what
/// can be printed.
pub async fn fetch_index(desk: Desk) {
    if let Ok(index) = browser::fetch_text(INDEX).await {
        desk.index.set(Index::from_json(&index).ok());
    }
}

fn fault(error: StoreError) -> Fault {
    if error == StoreError::Newer { Fault::Newer } else { Fault::Store }
}
