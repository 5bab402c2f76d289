//! What is to be kept, and what becomes of a record when it is.

use assignment::json::{self, InJson};
use work::{Answer, Profile, Step, Value, WorkRecord, merge};

use crate::StoreError;
use crate::backing::Outcome;
use crate::earlier;
use crate::shelf::{self, Shelf};

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
    /// A version of an answer that has given way to another, and goes among the earlier ones.
    Earlier(Answer),
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
    /// Its answer, if it is one.
    pub(crate) fn answer(&self) -> Option<&Answer> {
        match self {
            Self::Answer { answer, .. } => Some(answer),
            Self::Child(_) | Self::Earlier(_) | Self::Work { .. } => None,
        }
    }

    /// How hard it must be kept. What people do once and trust in goes to the disk at once.
    pub(crate) fn durability(&self) -> Durability {
        match self {
            Self::Child(_) | Self::Work { step: Step::Finished(_) | Step::Sent(_), .. } => Durability::Strict,
            // Nobody can fetch it again.
            Self::Work { step: Step::Received { .. }, .. } => Durability::Strict,
            Self::Answer { .. } | Self::Earlier(_) | Self::Work { step: Step::Opened { .. }, .. } => {
                Durability::Relaxed
            }
        }
    }

    /// Where its record stands.
    pub(crate) fn place(&self) -> (Shelf, String) {
        match self {
            Self::Child(child) => (Shelf::Profiles, shelf::key(&[&child.id])),
            Self::Answer { answer, .. } => (Shelf::Answers, answer_key(answer)),
            Self::Earlier(version) => (Shelf::Earlier, answer_key(version)),
            Self::Work { profile, assignment, .. } => (Shelf::Works, shelf::key(&[profile, assignment])),
        }
    }

    /// What becomes of its record. An answer in this change becomes what is kept: merged with what another tab has written since, and a
    /// revision later than that.
    pub(crate) fn apply(&mut self, held: Option<&str>) -> Result<Outcome, StoreError> {
        match self {
            Self::Child(child) => Ok(Outcome::Becomes(json::write(child))),
            Self::Answer { answer, base } => {
                let held = Held::<Answer>::read(held);
                if let Held::Record(held) = &held {
                    if answer.marks.are_in(&held.marks) {
                        answer.clone_from(held);
                        return Ok(Outcome::Stays);
                    }
                    let left_out = build_on(answer, base.as_ref(), held);
                    if let Some(version) = left_out.or_else(|| answer.earlier(held)) {
                        return Ok(Outcome::Follows(json::write(answer), version));
                    }
                }
                Ok(held.becoming()(json::write(answer)))
            }
            Self::Earlier(version) => Ok(Outcome::Becomes(earlier::with(held.unwrap_or_default(), version))),
            Self::Work { profile, step, .. } => {
                let held = Held::<WorkRecord>::read(held);
                let becoming = held.becoming();
                let held = if let Held::Record(record) = held { Some(record) } else { None };
                match WorkRecord::after(held, profile, step) {
                    Some(record) => Ok(becoming(json::write(&record))),
                    None => Ok(Outcome::Stays),
                }
            }
        }
    }
}

/// Puts an answer that was changed from `base` onto the one that is kept. Where both have changed the same, what was given later
/// stays. Gives back the side that is nowhere then.
pub(crate) fn build_on(answer: &mut Answer, base: Option<&Value>, held: &Answer) -> Option<Answer> {
    answer.revision = answer.revision.max(held.revision.saturating_add(1));
    answer.marks.follow(&held.marks);
    if base == Some(&held.value) {
        return None;
    }
    let given = answer.clone();
    if held.when > answer.when {
        answer.value = merge(base, &held.value, &answer.value);
        (answer.when, answer.by) = (held.when, held.by);
    } else {
        answer.value = merge(base, &answer.value, &held.value);
    }
    let left_out = |side: &Answer| side.left_out(base, &answer.value);
    left_out(&given).or_else(|| left_out(held))
}

/// What stands in a record's place.
enum Held<T> {
    Nothing,
    Record(T),
    Unreadable,
}

impl<T: InJson + Default> Held<T> {
    fn read(text: Option<&str>) -> Self {
        match text.map(json::read) {
            None => Self::Nothing,
            Some(Ok(record)) => Self::Record(record),
            Some(Err(_)) => Self::Unreadable,
        }
    }

    fn becoming(&self) -> fn(String) -> Outcome {
        if matches!(self, Self::Unreadable) { Outcome::Replaces } else { Outcome::Becomes }
    }
}

pub(crate) fn answer_key(answer: &Answer) -> String {
    shelf::key(&[&answer.profile, &answer.assignment, &answer.slot.to_string(), &answer.value.shape()])
}
