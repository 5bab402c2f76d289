//! What every screen can ask for.

use assignment::{Date, Index};
use leptos::prelude::*;
use store::{Change, Kept, Store};
use ui::browser;
use wasm_bindgen_futures::spawn_local;
use work::Profile;

use crate::saving::Saving;
use crate::screen::Screen;

/// Everything that outlives a screen. Copies are the same home.
#[derive(Clone, Copy)]
pub struct Home {
    store: StoredValue<Store, LocalStorage>,
    index: StoredValue<Index>,
    /// The children on this device.
    pub children: RwSignal<Vec<Profile>>,
    /// How many more children could not be read.
    pub damaged: usize,
    /// Where the page is.
    pub screen: RwSignal<Screen>,
    /// Answers on their way.
    pub saving: Saving,
    /// A screen has been shown: the next one takes the focus.
    pub moved: StoredValue<bool>,
}

impl Home {
    /// A home that has been loaded.
    pub fn new(store: Store, index: Index, children: Kept<Profile>, screen: Screen) -> Self {
        let store = StoredValue::new_local(store);
        Self {
            store,
            index: StoredValue::new(index),
            children: RwSignal::new(children.records),
            damaged: children.damaged,
            screen: RwSignal::new(screen),
            saving: Saving::new(store),
            moved: StoredValue::new(false),
        }
    }

    /// Where everything is kept.
    pub fn store(self) -> Store {
        self.store.get_value()
    }

    /// The class and its assignments.
    pub fn with_index<T>(self, look: impl FnOnce(&Index) -> T) -> T {
        self.index.with_value(look)
    }

    /// The class's name; empty when the site names none.
    pub fn class_name(self) -> String {
        self.with_index(|index| index.class.as_ref().map(|class| class.name.clone()).unwrap_or_default())
    }

    /// The child of this id.
    pub fn child(self, id: &str) -> Option<Profile> {
        self.children.with_untracked(|children| children.iter().find(|child| child.id == id).cloned())
    }

    /// Today, where the device is.
    pub fn today(self) -> Option<Date> {
        browser::today()
    }

    /// Adds a child. The child is here even when it cannot be kept; then that is said as for answers, and tried again.
    pub fn add_child(self, child: Profile) {
        self.children.update(|children| children.push(child.clone()));
        self.saving.push_quietly(Change::Child(child));
    }

    /// Keeps in which language a child's family reads, and draws the screen in it.
    pub fn read_in(self, child: &str, reads: String) {
        let Some(child) = self.child(child) else { return };
        let child = Profile { reads, ..child };
        self.children.update(|children| {
            if let Some(held) = children.iter_mut().find(|held| held.id == child.id) {
                held.clone_from(&child);
            }
        });
        self.saving.push_quietly(Change::Child(child));
        self.screen.notify();
    }

    /// Follows what other tabs keep.
    pub fn follow_other_tabs(self) {
        self.saving.follow_other_tabs();
        browser::on_other_tabs(move || {
            spawn_local(async move {
                let Ok(kept) = self.store().profiles().await else { return };
                // One that is on its way is here and not yet kept, so the list only grows.
                let new = |child: &Profile| self.child(&child.id).is_none();
                let new: Vec<Profile> = kept.records.into_iter().filter(new).collect();
                if !new.is_empty() {
                    self.children.update(|children| children.extend(new));
                }
            });
        });
    }
}

/// Goes to another screen.
pub fn go(screen: &Screen) {
    browser::go(&screen.href());
}
