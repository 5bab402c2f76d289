//! What every screen can ask for.

use assignment::{Class, Date, Head, Index, Look, Shared};
use leptos::prelude::*;
use store::{Change, Kept, Store};
use ui::browser;
use ui::spawn_local;
use work::{Medium, Profile, Step};

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
    /// Homework that came by a link, until it is said whose it is.
    pub received: StoredValue<Option<Box<Shared>>>,
    /// The desk looks at homework by way of this page.
    pub look: StoredValue<Option<Look>>,
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
            received: StoredValue::new(None),
            look: StoredValue::new(None),
        }
    }

    /// Where everything is kept.
    pub fn store(self) -> Store {
        self.store.get_value()
    }

    /// Whether what is kept is still here after the page is closed.
    #[inline(never)]
    pub fn is_lasting(self) -> bool {
        self.store.with_value(Store::is_lasting)
    }

    /// The class and its assignments.
    pub fn with_index<T>(self, look: impl FnOnce(&Index) -> T) -> T {
        self.index.with_value(look)
    }

    /// What the class says of itself; empty when it says nothing.
    pub fn class_words(self, of: fn(&Class) -> &String) -> String {
        self.with_index(|index| index.class.as_ref().map(of).cloned().unwrap_or_default())
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

    /// A photo or a recording of a child's work, be it kept or on its way. `None` when it is not found.
    pub async fn medium(self, child: &str, assignment: &str, id: &str) -> Option<Medium> {
        match self.saving.taken_medium(id) {
            None => self.store().medium(child, assignment, id).await,
            taken => taken,
        }
    }

    /// Keeps homework that came by a link with a child, and goes there. What the class's list has itself is done as it stands there. Gives
    /// back whether there was any.
    pub fn receive(self, child: &str) -> bool {
        let Some(shared) = self.received.try_update_value(Option::take).flatten() else { return false };
        let assignment = shared.document.head.id.clone();
        if self.listed(&assignment).is_none() {
            self.keep_received(child, shared);
        }
        go(&Screen::Work { child: child.to_owned(), assignment });
        true
    }

    /// What the class's list says of an assignment.
    #[inline(never)]
    pub fn listed(self, id: &str) -> Option<Head> {
        self.with_index(|index| index.assignments.iter().find(|head| head.id == id).cloned())
    }

    /// The title of homework that came by a link, as it is opened: the class's own, when it is on its list.
    pub fn title_of(self, head: &Head) -> String {
        self.listed(&head.id).map_or_else(|| head.title.clone(), |listed| listed.title)
    }

    /// Whether the teacher types in what came back on paper.
    pub fn is_typing(self) -> bool {
        self.look.with_value(|look| look.as_ref().is_some_and(|look| look.is_typing))
    }

    fn keep_received(self, child: &str, shared: Box<Shared>) {
        self.saving.push_quietly(Change::Work {
            profile: child.to_owned(),
            assignment: shared.document.head.id.clone(),
            step: Step::Received { shared, now: browser::now() },
        });
    }

    /// Shows homework as the desk asks for it. The class's list does not count then: the desk may have a newer text of what is in it.
    pub fn look_at(self, look: Look, shared: Box<Shared>) {
        let Look { child: id, name, reads, .. } = look.clone();
        let child = Profile { id: id.clone(), name, reads, ..Profile::default() };
        let screen = Screen::Work { child: id.clone(), assignment: shared.document.head.id.clone() };
        self.look.set_value(Some(look));
        self.index.update_value(|index| index.assignments.clear());
        self.children.set(vec![child]);
        self.keep_received(&id, shared);
        self.screen.set(screen);
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
        if !self.store().is_lasting() {
            // No other tab keeps anything there, and a child that is only looked at is not kept at all.
            return;
        }
        browser::on_other_tabs(move || {
            spawn_local(async move {
                let Ok(kept) = self.store().profiles().await else { return };
                let is_kept = |child: &Profile| kept.records.iter().any(|held| held.id == child.id);
                // One that is on its way is here and not yet kept.
                if kept.damaged == 0
                    && self.saving.is_quiet()
                    && !self.children.with_untracked(|all| all.iter().all(is_kept))
                {
                    self.children.update(|children| children.retain(is_kept));
                    // It may be the screen of one that was removed.
                    self.screen.notify();
                }
                let new = |child: &&Profile| self.child(&child.id).is_none();
                let new: Vec<Profile> = kept.records.iter().filter(new).cloned().collect();
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
