//! What every screen can ask for.

use leptos::prelude::*;
use store::{Store, StoreError};
use ui::browser;

use crate::contents::OfChild;
use crate::screen::Screen;

/// Everything that outlives a screen. Copies are the same.
#[derive(Clone, Copy)]
pub struct Kept {
    store: StoredValue<Store, LocalStorage>,
    /// Where the page is.
    pub screen: RwSignal<Screen>,
    /// What is to be said above the next screen: what has just been done.
    pub said: RwSignal<String>,
}

/// Why what is kept could not be shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// The browser keeps nothing here.
    Nothing,
    /// A newer Taumahi has written there.
    Newer,
    /// It could not be read.
    Unread,
}

impl From<StoreError> for Fault {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Newer => Self::Newer,
            StoreError::Unavailable(_) => Self::Nothing,
            _ => Self::Unread,
        }
    }
}

/// The children with what is kept of them.
#[derive(Debug, Clone)]
pub struct Everything {
    /// What is kept of each.
    pub children: Vec<OfChild>,
    /// How many records could not be read.
    pub damaged: usize,
}

impl Kept {
    /// Opens the families' store, and takes in what tabs could not keep as they were left.
    pub async fn open() -> Result<Self, Fault> {
        let store = Store::open_or_memory(&[store::FAMILIES, &browser::folder()].concat()).await?;
        if !store.is_lasting() {
            return Err(Fault::Nothing);
        }
        // Where that cannot be done now, it stays for the next time.
        let _ = store.take_in().await;
        let kept = Self {
            store: StoredValue::new_local(store),
            screen: RwSignal::new(Screen::of_hash(&browser::at())),
            said: RwSignal::new(String::new()),
        };
        browser::on_address(move |address| kept.screen.set(Screen::of_hash(&address)));
        Ok(kept)
    }

    /// Where everything is kept.
    pub fn store(self) -> Store {
        self.store.get_value()
    }

    /// What is kept of all children.
    pub async fn everything(self) -> Result<Everything, Fault> {
        let store = self.store();
        let profiles = store.profiles().await?;
        let mut everything = Everything { children: Vec::new(), damaged: profiles.damaged };
        for child in profiles.records {
            let works = store.works(&child.id).await?;
            let answers = store.answers(&child.id).await?;
            everything.damaged += works.damaged + answers.damaged;
            everything.children.push(OfChild::new(child, works.records, &answers.records));
        }
        Ok(everything)
    }

    /// What is kept of one.
    pub async fn of_child(self, id: &str) -> Result<Option<OfChild>, Fault> {
        Ok(self.everything().await?.children.into_iter().find(|of_child| of_child.child.id == id))
    }

    /// Goes to a screen, and says there what was done.
    pub fn go_and_say(self, screen: &Screen, words: String) {
        self.said.set(words);
        browser::go(&screen.href());
        // It may be the one that is on the page.
        self.screen.notify();
    }
}
