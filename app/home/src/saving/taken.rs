//! Photos and recordings on their way. The screen shows one at once; the store gets it together with a note of the answer that names it, which
//! is then taken in. So what is kept never names what is not there, and a page that is closed right after one was chosen has kept it.

use leptos::prelude::*;
use store::Change;
use ui::browser;
use ui::spawn_local;
use work::{Answer, Capture, Medium, Value, merge};

use super::Saving;

/// A photo or a recording that is not kept yet.
pub struct Taken {
    /// The answer that will name it, and nothing else.
    answer: Answer,
    medium: Medium,
    /// It was taken out, and can be put back as long as the page is there.
    pub(super) is_out: bool,
    /// It is on its way with a note of its answer, so that the answer may name it already.
    is_noted: bool,
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
        self.taken.update_value(|all| all.push(Taken { answer, medium, is_out: false, is_noted: false }));
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
        if self.keeping.with_value(Option::is_some) {
            return;
        }
        let first = self.taken.try_update_value(|all| {
            let first = all.iter_mut().find(|taken| !taken.is_out)?;
            first.is_noted = true;
            Some((first.answer.clone(), first.medium.clone()))
        });
        let Some((answer, medium)) = first.flatten() else { return };
        let id = medium.id.clone();
        self.keeping.set_value(Some(id.clone()));
        self.watch();
        let store = self.store.get_value();
        let attempt = self.attempt.get_value();
        spawn_local(async move {
            let kept = store.keep_medium(medium, answer.clone()).await;
            if kept.is_ok() {
                // The note is on the disk. Where it cannot be taken in now, it is when somebody looks next.
                let _ = store.take_in().await;
            }
            let was_given_up = self.attempt.get_value() != attempt;
            if !was_given_up {
                self.keeping.set_value(None);
                self.stop_watching();
            }
            match kept {
                Ok(()) => {
                    self.is_named(&id, &answer);
                    self.keep_taken();
                }
                Err(_) if was_given_up => {}
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

    /// One is kept, and the answer names it as it was then. It may have been described or taken out since.
    fn is_named(self, id: &str, named: &Answer) {
        let Some(mut taken) = self.taken.try_update_value(|all| out_of(all, id)).flatten() else { return };
        if taken.is_out {
            taken.answer.value.change_captures(Vec::clear);
        }
        if taken.answer.value != named.value {
            self.push(Change::Answer { answer: taken.answer, base: Some(named.value.clone()) });
        }
        browser::tell_other_tabs();
        self.stale.set_value(true);
        self.settle();
    }

    /// The page is left: those that are not on their way yet go now.
    pub(super) fn leave_taken(self) {
        let store = self.store.get_value();
        let keeping = self.keeping.get_value();
        self.taken.update_value(|all| {
            for taken in all.iter_mut().filter(|taken| !taken.is_out) {
                if keeping.as_ref() != Some(&taken.medium.id) {
                    taken.is_noted = true;
                    store.leave_medium(taken.medium.clone(), taken.answer.clone());
                }
            }
        });
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

    /// A value as it can be kept now, or what it was changed from. One that was taken out after it was noted is still in that: else the answer
    /// would go on naming it.
    pub(super) fn without_taken(self, mut value: Value) -> Value {
        let stays = |taken: &Taken| taken.is_out && taken.is_noted;
        self.taken.with_value(|all| {
            value.change_captures(|captures| {
                captures
                    .retain(|capture| all.iter().all(|taken| taken.medium.id != capture.id || stays(taken)));
            });
        });
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
