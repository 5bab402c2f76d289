//! A piece of work: the document a child started on, and the answers so far.

use assignment::{Ask, Assignment};
use serde::{Deserialize, Serialize};

use crate::{Answer, By, Moment, Named, Partner, Profile, Progress, Slot, Value};

/// What is kept of a piece of work beside its answers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WorkRecord {
    /// The child's id.
    pub profile: String,
    /// The document, so that the questions stay with the answers whatever happens to the teacher's file.
    pub document: Assignment,
    /// Asks that have answers and are no longer in the document.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub removed: Vec<Ask>,
    /// When the child started.
    pub started: Moment,
    /// When the family said that it is done; `None` when it is still going on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub finished: Option<Moment>,
    /// When it was sent, each time.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sent: Vec<Moment>,
}

/// One student's work on one assignment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Work {
    /// Whose it is.
    pub profile: Profile,
    /// The document and its state.
    pub record: WorkRecord,
    /// The answers, at most one to each slot.
    answers: Vec<Answer>,
}

/// What one person at home said at the end.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FamilyFeedback {
    /// Who they are to the child.
    pub partner: Partner,
    /// Their name, when they gave it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub name: String,
    /// The step of the scale (from 1) by the statement's id.
    pub statements: Named<u32>,
    /// Their own words.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub words: String,
    /// When they last changed something.
    pub when: Moment,
}

impl WorkRecord {
    /// Work that starts now.
    pub fn start(profile: &Profile, document: Assignment, now: Moment) -> Self {
        Self {
            profile: profile.id.clone(),
            document,
            removed: Vec::new(),
            started: now,
            finished: None,
            sent: Vec::new(),
        }
    }
}

impl Work {
    /// Puts together what was kept. Answers that belong to other work are left out.
    pub fn new(profile: Profile, record: WorkRecord, answers: impl IntoIterator<Item = Answer>) -> Self {
        let mut work = Self { profile, record, answers: Vec::new() };
        for answer in answers {
            if answer.profile == work.profile.id && answer.assignment == work.record.document.id {
                work.put(answer);
            }
        }
        work
    }

    /// Every answer, in the order in which they were first given.
    pub fn answers(&self) -> &[Answer] {
        &self.answers
    }

    /// The answer to a slot.
    pub fn answer_to(&self, slot: &Slot) -> Option<&Answer> {
        self.answers.iter().find(|answer| answer.slot == *slot)
    }

    /// Takes an answer in the place of the one before.
    pub fn put(&mut self, answer: Answer) {
        match self.answers.iter_mut().find(|held| held.slot == answer.slot) {
            Some(held) => *held = answer,
            None => self.answers.push(answer),
        }
    }

    /// The value of an answer.
    pub fn value(&self, slot: &Slot) -> Option<&Value> {
        self.answer_to(slot).map(|answer| &answer.value)
    }

    /// Whether something has been answered there.
    pub fn is_answered(&self, slot: &Slot) -> bool {
        self.value(slot).is_some_and(|value| !value.is_empty())
    }

    /// How many asks have an answer.
    pub fn progress(&self) -> Progress {
        let asks = self.record.document.asks().count();
        Progress { answered: asks - self.unanswered().count(), asks }
    }

    /// The asks without an answer, in the order of the page.
    pub fn unanswered(&self) -> impl Iterator<Item = &Ask> {
        self.record.document.asks().filter(|ask| !self.is_answered(&Slot::Ask(ask.id.clone())))
    }

    /// The answer that is to be kept when `value` has just been given: one revision on from what was there.
    pub fn answer(&self, slot: Slot, value: Value, by: By, now: Moment) -> Answer {
        let revision = self.answer_to(&slot).map_or(0, |answer| answer.revision) + 1;
        Answer {
            profile: self.profile.id.clone(),
            assignment: self.record.document.id.clone(),
            slot,
            value,
            when: now,
            by,
            revision,
        }
    }

    /// Everyone at home who answered the feedback, the first to do so first.
    pub fn families(&self) -> Vec<FamilyFeedback> {
        let mut families: Vec<FamilyFeedback> = Vec::new();
        for answer in self.answers.iter().filter(|answer| !answer.value.is_empty()) {
            let (Slot::Statement(partner, _) | Slot::Words(partner) | Slot::Name(partner)) = &answer.slot
            else {
                continue;
            };
            let at = families.iter().position(|family| family.partner == *partner).unwrap_or_else(|| {
                families.push(FamilyFeedback {
                    partner: *partner,
                    name: String::new(),
                    statements: Named::new(),
                    words: String::new(),
                    when: 0,
                });
                families.len() - 1
            });
            let family = &mut families[at];
            family.when = family.when.max(answer.when);
            match (&answer.slot, &answer.value) {
                (Slot::Statement(_, id), Value::Scale(step)) => {
                    family.statements.put(id.clone(), *step);
                }
                (Slot::Words(_), Value::Text(words)) => family.words.clone_from(words),
                (Slot::Name(_), Value::Text(name)) => family.name.clone_from(name),
                _ => {}
            }
        }
        // A name alone is not feedback.
        families.retain(|family| !family.statements.is_empty() || !family.words.is_empty());
        first_to_last(&mut families);
        families
    }

    /// Goes on with a new version of the document. Answers follow their ids; asks that are gone and have an answer are kept,
    /// as are those whose kind has changed so that their answer would not fit.
    pub fn take_over(&mut self, document: Assignment) {
        let old: Vec<Ask> = self.record.document.asks().cloned().collect();
        for ask in old {
            let stays = document.asks().any(|new| new.id == ask.id && new.kind.name() == ask.kind.name());
            let known = self.record.removed.iter().any(|removed| removed.id == ask.id);
            if !stays && !known && self.is_answered(&Slot::Ask(ask.id.clone())) {
                self.record.removed.push(ask);
            }
        }
        self.record.removed.retain(|removed| {
            !document.asks().any(|new| new.id == removed.id && new.kind.name() == removed.kind.name())
        });
        self.record.document = document;
    }
}

/// Sorts the few people at home by when they answered. The library's sort is made for millions and costs a phone 3 KB.
fn first_to_last(families: &mut [FamilyFeedback]) {
    for end in 1..families.len() {
        for at in (1..=end).rev() {
            if families[at - 1].when <= families[at].when {
                break;
            }
            families.swap(at - 1, at);
        }
    }
}
