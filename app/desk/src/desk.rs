//! What every screen can ask for.

use assignment::Index;
use class::Roll;
use leptos::prelude::*;
use store::{Kept, Store};
use ui::browser;
use work::Medium;
use work::result::ResultDocument;

use crate::authoring::author::Author;
use crate::opening::Opening;
use crate::screen::Screen;
use crate::typing::Typing;

/// Everything that outlives a screen. Copies are the same desk.
#[derive(Clone, Copy)]
pub struct Desk {
    /// What is kept on this computer.
    pub store: StoredValue<Store, LocalStorage>,
    /// Everything received.
    pub roll: RwSignal<Roll>,
    /// Goes up with every change that this tab makes to what is kept.
    pub edition: StoredValue<u64>,
    /// Whether another tab has changed something while this one was too busy to look.
    pub missed: StoredValue<bool>,
    /// The class's assignments, when the site beside the desk has a list of them.
    pub index: RwSignal<Option<Index>>,
    /// Where the page is.
    pub screen: RwSignal<Screen>,
    /// The screen before, when a teacher has come back from it: there they will want to read on.
    pub before: StoredValue<Option<Screen>>,
    /// The homework that is being written.
    pub author: Author,
    /// The paper answer that is being typed in.
    pub typing: Typing,
    /// What is being opened.
    pub opening: Opening,
    /// Whether something is being removed.
    pub removing: RwSignal<bool>,
    /// Results that are here until the page is closed, because they could not be kept.
    pub not_kept: RwSignal<Vec<ResultDocument>>,
    /// How many kept results could not be read.
    pub damaged: RwSignal<usize>,
    /// Whether the browser has promised not to clear what is kept.
    pub for_good: RwSignal<bool>,
    /// What was done last, for the teacher to read.
    pub said: RwSignal<String>,
}

impl Desk {
    /// A desk that has been loaded.
    pub fn new(store: Store, kept: Kept<ResultDocument>, screen: Screen) -> Self {
        Self {
            store: StoredValue::new_local(store),
            roll: RwSignal::new(roll_of(kept.records)),
            edition: StoredValue::new(0),
            missed: StoredValue::new(false),
            index: RwSignal::new(None),
            screen: RwSignal::new(screen),
            before: StoredValue::new(None),
            author: Author::new(),
            typing: Typing::new(),
            opening: Opening::new(),
            removing: RwSignal::new(false),
            not_kept: RwSignal::new(Vec::new()),
            damaged: RwSignal::new(kept.damaged),
            for_good: RwSignal::new(false),
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

    /// A photo or a recording of a student's work; `None` when it did not come with the file.
    pub async fn medium(self, student: &str, assignment: &str, id: &str) -> Option<Medium> {
        if let Some(kept) = self.store.get_value().medium(student, assignment, id).await {
            return Some(kept);
        }
        self.not_kept.with_untracked(|results| {
            let own =
                |result: &&ResultDocument| result.student.id == student && result.assignment.id == assignment;
            results
                .iter()
                .filter(own)
                .flat_map(|result| &result.media)
                .find(|medium| medium.id == id)?
                .medium()
        })
    }

    /// Follows the address to a screen.
    pub fn follow(self, next: Screen) {
        if self.screen.with_untracked(|now| *now == next) {
            return;
        }
        // Who is opening files is shown what came of it, at the top.
        let opening = self.opening.progress.with_untracked(Option::is_some);
        self.before.set_value((!opening).then(|| self.screen.get_untracked()));
        // What was said was about the screen before, but for the class: there it is said what was removed elsewhere.
        if next != Screen::Class {
            self.said.set(String::new());
        }
        self.screen.set(next);
    }

    /// Goes to a screen at once; the address follows.
    pub fn go(self, screen: Screen) {
        if self.screen.with_untracked(|now| *now != screen) {
            browser::go(&screen.href());
            self.follow(screen);
        }
    }

    /// Says what was done, once the screen is drawn: words that a screen comes with are not read out.
    pub fn say_when_drawn(self, words: String) {
        request_animation_frame(move || self.said.set(words));
    }
}

/// The roll of these results, at this moment. Their photos and recordings are not in it: a class has many, and looks at few.
pub fn roll_of(results: impl IntoIterator<Item = ResultDocument>) -> Roll {
    let mut roll = Roll::as_of(browser::now());
    for result in results {
        roll.add(result.without_media());
    }
    roll
}
