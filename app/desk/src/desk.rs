//! What every screen can ask for.

use class::{Roll, Student};
use leptos::prelude::*;
use store::Store;
use ui::browser;
use work::result::ResultDocument;

use crate::opening::Opening;
use crate::received;
use crate::screen::Screen;

/// So many results are kept in one go: all or none of them, so a full computer refuses few.
const KEPT_AT_ONCE: usize = 50;

/// Everything that outlives a screen. Copies are the same desk.
#[derive(Clone, Copy)]
pub struct Desk {
    store: StoredValue<Store, LocalStorage>,
    /// Everything received.
    pub roll: RwSignal<Roll>,
    /// Where the page is.
    pub screen: RwSignal<Screen>,
    /// The screen before, when a teacher has come back from it: there they will want to read on.
    pub before: StoredValue<Option<Screen>>,
    /// What is being opened.
    pub opening: Opening,
    /// Results that are here until the page is closed, because they could not be kept.
    pub not_kept: RwSignal<Vec<ResultDocument>>,
    /// Kept results that could not be read.
    pub damaged: usize,
    /// What was done last, for the teacher to read.
    pub said: RwSignal<String>,
}

/// What became of results that were read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Taken {
    /// New ones.
    pub new: usize,
    /// Ones that were here already.
    pub before: usize,
}

impl Desk {
    /// A desk that has been loaded.
    pub fn new(store: Store, kept: Vec<ResultDocument>, damaged: usize, screen: Screen) -> Self {
        Self {
            store: StoredValue::new_local(store),
            roll: RwSignal::new(Roll::new(kept)),
            screen: RwSignal::new(screen),
            before: StoredValue::new(None),
            opening: Opening::new(),
            not_kept: RwSignal::new(Vec::new()),
            damaged,
            said: RwSignal::new(String::new()),
        }
    }

    /// The desk around this component.
    pub fn here() -> Self {
        expect_context()
    }

    /// Whether what is opened is still here after the page is closed.
    pub fn is_lasting(self) -> bool {
        self.store.with_value(Store::is_lasting)
    }

    /// Whether nothing has been received.
    pub fn is_empty(self) -> bool {
        self.roll.with_untracked(|roll| roll.newest().next().is_none())
    }

    /// The student of this id.
    pub fn student(self, id: &str) -> Option<Student> {
        self.roll.with_untracked(|roll| roll.students().into_iter().find(|student| student.id == id))
    }

    /// Takes results: they are on the roll at once, and then kept.
    pub async fn take(self, results: Vec<ResultDocument>) -> Taken {
        let all = results.len();
        let new = self.roll.with_untracked(|roll| received::new_among(roll, results));
        let taken = Taken { new: new.len(), before: all - new.len() };
        if !new.is_empty() {
            self.roll.update(|roll| *roll = received::with(roll, &new));
        }
        self.keep(new).await;
        taken
    }

    /// Keeps new results, and tries again with those that could not be kept before.
    async fn keep(self, new: Vec<ResultDocument>) {
        let mut waiting = self.not_kept.get_untracked();
        waiting.extend(new);
        let store = self.store.get_value();
        let mut refused = Vec::new();
        for some in waiting.chunks(KEPT_AT_ONCE) {
            if store.put_results(some).await.is_err() {
                refused.extend_from_slice(some);
            }
        }
        self.not_kept.set(refused);
    }

    /// Removes a student's results. `false` when they are still there.
    pub async fn remove_student(self, student: String) -> bool {
        let removed = self.store.get_value().delete_student(&student).await.is_ok();
        if removed {
            self.not_kept.update(|results| results.retain(|result| result.student.id != student));
            self.roll.update(|roll| *roll = received::without(roll, &student));
        }
        removed
    }

    /// Removes all results. `false` when they are still there.
    pub async fn remove_all(self) -> bool {
        let removed = self.store.get_value().delete_results().await.is_ok();
        if removed {
            self.not_kept.set(Vec::new());
            self.opening.report.set(None);
            self.roll.set(Roll::default());
        }
        removed
    }
}

/// Goes to another screen.
pub fn go(screen: &Screen) {
    browser::go(&screen.href());
}
