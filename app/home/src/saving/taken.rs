//! Photos and recordings on their way. The screen shows one at once; the store gets it first, and then the answer that names it, so that
//! what is kept never names what is not there.

use leptos::prelude::*;
use store::Change;
use wasm_bindgen_futures::spawn_local;
use work::{Answer, Capture, Medium, Value, merge};

use super::Saving;

/// A photo or a recording that is not kept yet.
pub struct Taken {
    /// The answer that will name it, and nothing else.
    answer: Answer,
    medium: Medium,
    /// It was taken out, and can be put back as long as the page is there.
    pub(super) is_out: bool,
}

/// After how many milliseconds to try again.
const AGAIN: u32 = 4_000;

/// Takes the one of this id out of these.
fn out_of(all: &mut Vec<Taken>, id: &str) -> Option<Taken> {
    let at = all.iter().position(|taken| taken.medium.id == id)?;
    Some(all.remove(at))
}

impl Saving {
    /// Takes a photo or a recording that was made just now. `answer` is an empty one to the question that it is for.
    pub fn take(self, mut answer: Answer, capture: Capture, kind: String, bytes: Vec<u8>) {
        let medium = Medium { id: capture.id.clone(), kind, bytes };
        answer.value.change_captures(|captures| captures.push(capture));
        // Not newer than any that is kept.
        answer.revision = 0;
        self.taken.update_value(|all| all.push(Taken { answer, medium, is_out: false }));
        if let Some(work) = self.shown() {
            let mut now = work.with_untracked(|work| self.with_taken(work.answers().to_vec()));
            work.update(|work| {
                now.retain(|answer| work.owns(answer));
                now.into_iter().for_each(|answer| work.put(answer));
            });
        }
        self.begin();
        self.keep_taken();
    }

    /// Keeps the first that is wanted, unless one is being kept.
    pub(super) fn keep_taken(self) {
        let first = self.taken.with_value(|all| {
            let first = all.iter().find(|taken| !taken.is_out)?;
            Some((first.answer.clone(), first.medium.clone()))
        });
        let Some((answer, medium)) = first.filter(|_| !self.is_keeping.get_value()) else { return };
        self.is_keeping.set_value(true);
        let store = self.store.get_value();
        spawn_local(async move {
            let id = medium.id.clone();
            let kept = store.keep_medium(&answer.profile, &answer.assignment, medium).await;
            self.is_keeping.set_value(false);
            match kept {
                Ok(()) => {
                    self.name(&id);
                    self.keep_taken();
                }
                Err(error) => {
                    // All others go first: a large one may never fit, and must not keep small ones waiting.
                    self.taken.update_value(|all| {
                        if let Some(last) = out_of(all, &id) {
                            all.push(last);
                        }
                    });
                    self.failed(&error, AGAIN);
                }
            }
        });
    }

    /// One is kept: now the answer that names it can be, unless it was taken out meanwhile.
    fn name(self, id: &str) {
        match self.taken.try_update_value(|all| out_of(all, id)).flatten() {
            Some(Taken { answer, is_out: false, .. }) => self.push(Change::Answer { answer, base: None }),
            _ => self.settle(),
        }
    }

    /// Follows an answer that was given: which of these it has, with which words.
    pub(super) fn follow_taken(self, given: &Answer) {
        self.taken.update_value(|all| {
            for taken in all.iter_mut().filter(|taken| taken.answer.is_in_place_of(given)) {
                let now = given.value.captures().iter().find(|capture| capture.id == taken.medium.id);
                taken.is_out = now.is_none();
                if let Some(now) = now {
                    taken.answer.value.change_captures(|captures| *captures = vec![now.clone()]);
                }
            }
        });
        self.keep_taken();
    }

    /// A value as it can be kept now.
    pub(super) fn without_taken(self, mut value: Value) -> Value {
        value.change_captures(|captures| captures.retain(|capture| !self.is_taken(&capture.id)));
        value
    }

    /// Answers with what is not kept yet, as they are seen and sent.
    pub(super) fn with_taken(self, mut answers: Vec<Answer>) -> Vec<Answer> {
        self.taken.with_value(|all| {
            for Taken { answer, .. } in all.iter().filter(|taken| !taken.is_out) {
                match answers.iter_mut().find(|held| held.is_in_place_of(answer)) {
                    Some(held) => held.value = merge(None, &answer.value, &held.value),
                    None => answers.push(answer.clone()),
                }
            }
        });
        answers
    }

    /// Whether it is not kept yet.
    pub fn is_taken(self, id: &str) -> bool {
        self.taken.with_value(|all| all.iter().any(|taken| taken.medium.id == id))
    }

    /// One that is not kept yet.
    pub fn taken_medium(self, id: &str) -> Option<Medium> {
        self.taken.with_value(|all| {
            all.iter().find(|taken| taken.medium.id == id).map(|taken| taken.medium.clone())
        })
    }
}
