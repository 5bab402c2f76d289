//! The paper answer that is being typed in.

use leptos::prelude::*;

/// It outlives its screen, so that a teacher who looks at something else in between finds it again. Copies are the same.
#[derive(Clone, Copy)]
pub struct Typing {
    /// Home's address for the homework and the child, and a number that no other beginning has; `None` while nothing is typed in.
    pub begun: RwSignal<Option<(usize, String)>>,
    /// Whether something has been typed that is not with the class yet.
    pub has_words: RwSignal<bool>,
    beginnings: StoredValue<usize>,
}

impl Typing {
    /// Nothing begun yet.
    pub fn new() -> Self {
        Self { begun: RwSignal::new(None), beginnings: StoredValue::new(0), has_words: RwSignal::new(false) }
    }

    /// Begins with another paper answer. What was typed of the one before is gone.
    pub fn begin(self, address: String) {
        self.has_words.set(false);
        self.beginnings.update_value(|beginnings| *beginnings += 1);
        self.begun.set(Some((self.beginnings.get_value(), address)));
    }

    /// It is with the class.
    pub fn end(self) {
        self.has_words.set(false);
        self.begun.set(None);
    }
}
