//! What is to be kept, and what becomes of a record when it is.

use assignment::json;
use work::{Answer, Profile, Step, Value, WorkRecord, merge};

use crate::shelf::{self, Shelf};
use crate::{StoreError, to_text};

/// One thing to keep.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// A child on this device.
    Child(Profile),
    /// An answer.
    Answer {
        /// The answer as it is on the screen.
        answer: Answer,
        /// What it was changed from; `None` when nothing was there. Another tab may have changed it from the same.
        base: Option<Value>,
    },
    /// A step of a piece of work.
    Work {
        /// The child's id.
        profile: String,
        /// The assignment's id.
        assignment: String,
        /// What happened.
        step: Step,
    },
}

/// When a change counts as kept.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Durability {
    /// When the browser has handed it to the system: it survives the end of the browser. For every key that is typed.
    #[default]
    Relaxed,
    /// When it is on the disk, with all that was kept before: it survives the end of the battery.
    Strict,
}

impl Change {
    /// How hard it must be kept. What people do once and trust in goes to the disk at once.
    pub(crate) fn durability(&self) -> Durability {
        match self {
            Self::Child(_) | Self::Work { step: Step::Finished(_) | Step::Sent(_), .. } => Durability::Strict,
            Self::Answer { .. } | Self::Work { step: Step::Opened { .. }, .. } => Durability::Relaxed,
        }
    }

    /// Where its record stands.
    pub(crate) fn place(&self) -> (Shelf, String) {
        match self {
            Self::Child(child) => (Shelf::Profiles, shelf::key(&[&child.id])),
            Self::Answer { answer, .. } => (Shelf::Answers, answer_key(answer)),
            Self::Work { profile, assignment, .. } => (Shelf::Works, shelf::key(&[profile, assignment])),
        }
    }

    /// The record's new text from the one it has. `None` leaves it as it is. An answer becomes what is kept: merged with what
    /// another tab has written since, and a revision later than that.
    pub(crate) fn apply(&mut self, held: Option<&str>) -> Result<Option<String>, StoreError> {
        match self {
            Self::Child(child) => to_text(child).map(Some),
            Self::Answer { answer, base } => {
                if let Some(held) = held.and_then(|held| json::read::<Answer>(held).ok()) {
                    answer.revision = answer.revision.max(held.revision + 1);
                    if base.as_ref() != Some(&held.value) {
                        answer.value = merge(base.as_ref(), &answer.value, &held.value);
                    }
                }
                to_text(answer).map(Some)
            }
            Self::Work { profile, step, .. } => {
                let held = held.and_then(|held| json::read::<WorkRecord>(held).ok());
                WorkRecord::after(held, profile, step).map(|record| to_text(&record)).transpose()
            }
        }
    }

    /// Its record's new text without looking at the one it has, for a page that may be gone in a moment. `None` for a step, which
    /// means nothing without the record.
    pub(crate) fn blind(&self) -> Option<String> {
        match self {
            Self::Child(child) => to_text(child).ok(),
            Self::Answer { answer, .. } => to_text(answer).ok(),
            Self::Work { .. } => None,
        }
    }
}

fn answer_key(answer: &Answer) -> String {
    shelf::key(&[&answer.profile, &answer.assignment, &answer.slot.to_string(), &answer.value.shape()])
}
