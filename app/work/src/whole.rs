//! A piece of work: the document a child started on, and the answers so far.

use assignment::{Ask, Assignment, Feedback, Who};

use crate::earlier::fullest;
use crate::families::{families, said};
use crate::{
    Answer, By, FamilyFeedback, Marks, Member, Moment, Partner, Profile, Progress, Slot, Value, WorkRecord,
};

/// One student's work on one assignment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Work {
    /// Whose it is.
    pub profile: Profile,
    /// The document and its state.
    pub record: WorkRecord,
    /// The answers, at most one of each shape to each slot.
    answers: Vec<Answer>,
}

impl Work {
    /// Puts together what was kept. Answers that belong to other work are left out.
    pub fn new(profile: Profile, record: WorkRecord, answers: impl IntoIterator<Item = Answer>) -> Self {
        let mut work = Self { profile, record, answers: Vec::new() };
        for answer in answers {
            if work.owns(&answer) {
                work.put(answer);
            }
        }
        work
    }

    /// Every answer, in the order in which they were first given.
    pub fn answers(&self) -> &[Answer] {
        &self.answers
    }

    /// The newest answer to a slot, whatever its shape.
    pub fn newest(&self, slot: &Slot) -> Option<&Answer> {
        let answers = self.answers.iter().filter(|answer| answer.slot == *slot);
        answers.max_by_key(|answer| answer.revision)
    }

    /// The answer to a slot that fits.
    pub fn fitting(&self, slot: &Slot, fits: impl Fn(&Value) -> bool) -> Option<&Answer> {
        self.answers.iter().find(|answer| answer.slot == *slot && fits(&answer.value))
    }

    /// The answer to an ask.
    pub fn answer_to(&self, ask: &Ask) -> Option<&Answer> {
        let of_ask = |answer: &&Answer| matches!(&answer.slot, Slot::Ask(id) if *id == ask.id);
        self.answers.iter().filter(of_ask).find(|answer| answer.value.fits(&ask.kind))
    }

    /// The value of the answer to an ask.
    pub fn value(&self, ask: &Ask) -> Option<&Value> {
        self.answer_to(ask).map(|answer| &answer.value)
    }

    /// Whether something has been answered there.
    pub fn is_answered(&self, ask: &Ask) -> bool {
        self.value(ask).is_some_and(|value| !value.is_empty())
    }

    /// Takes an answer in the place of the one before.
    pub fn put(&mut self, answer: Answer) {
        match self.answers.iter_mut().find(|held| held.is_in_place_of(&answer)) {
            Some(held) => *held = answer,
            None => self.answers.push(answer),
        }
    }

    /// Whether the answer belongs to this work: another child's, or one to another assignment, does not.
    pub fn owns(&self, answer: &Answer) -> bool {
        answer.profile == self.profile.id && answer.assignment == self.record.document.head.id
    }

    /// Whether this answer, as it is kept, is another than the one here. A newer one here stays; one that belongs to other work,
    /// which may have been kept after its screen was left, changes nothing.
    pub fn would_change(&self, kept: &Answer) -> bool {
        if !self.owns(kept) {
            return false;
        }
        let held = self.answers.iter().find(|held| held.is_in_place_of(kept));
        held.is_none_or(|held| {
            kept.revision > held.revision || kept.revision == held.revision && kept.value != held.value
        })
    }

    /// How many of the asks that want an answer have one.
    pub fn progress(&self) -> Progress {
        let asks = self.record.document.asks().filter(|ask| !ask.optional).count();
        Progress { answered: asks - self.unanswered().count(), asks }
    }

    /// The asks that still want an answer, in the order of the page.
    pub fn unanswered(&self) -> impl Iterator<Item = &Ask> {
        self.record.document.asks().filter(|ask| !ask.optional && !self.is_answered(ask))
    }

    /// The answer that is to be kept when `value` has just been given: one revision on from what was there.
    pub fn answer(&self, slot: Slot, value: Value, by: By, now: Moment) -> Answer {
        let mut answer = Answer {
            profile: self.profile.id.clone(),
            assignment: self.record.document.head.id.clone(),
            slot,
            value,
            when: self.moment(now),
            by,
            revision: 1,
            marks: Marks::default(),
            was: None,
        };
        if let Some(held) = self.answers.iter().find(|held| held.is_in_place_of(&answer)) {
            answer.revision = held.revision.saturating_add(1);
            answer.when = answer.when.max(held.when);
            answer.was = fullest(held, &answer.value);
        }
        answer
    }

    /// What time it is for this work: a clock that was set back does not make what is done now look as if it had been sent already.
    pub fn moment(&self, now: Moment) -> Moment {
        self.record.sent.last().map_or(now, |sent| now.max(sent.saturating_add(1)))
    }

    /// Who signs what is answered now to an ask, when `partner` is who at home has said that they are answering. While nobody has, whoever
    /// signed the answer that is there stays: a name is not lost to a reload.
    pub fn signed(&self, ask: &Ask, partner: Option<Partner>) -> By {
        match (By::of(ask.who, partner), self.answer_to(ask)) {
            (By::Home, Some(Answer { by: by @ By::Family(_), .. })) => *by,
            (by, _) => by,
        }
    }

    /// The answers that somebody signs who says only now who they are: what was answered for the family since a moment, in which they were
    /// nobody in particular, or `before` by mistake. What others gave stays theirs.
    pub fn to_sign(&self, before: By, since: Moment) -> Vec<(Slot, Value)> {
        let mut given = Vec::new();
        for ask in self.record.document.asks().filter(|ask| ask.who == Who::Family) {
            if let Some(Answer { slot, value, when, by, .. }) = self.answer_to(ask)
                && *when >= since
                && (before == By::Home || *by == By::Home || *by == before)
            {
                given.push((slot.clone(), value.clone()));
            }
        }
        given
    }

    /// Whether this person at home has said something, be it only their name.
    pub fn has_heard(&self, member: Member) -> bool {
        said(&self.answers, member).next().is_some()
    }

    /// Everyone at home who answered what was `asked`, in the order in which they are offered.
    pub fn families(&self, asked: &Feedback) -> Vec<FamilyFeedback> {
        families(&self.answers, asked)
    }

    /// Goes on with a new version of the document. Answers follow their ids; asks that are gone, or whose kind has changed so that their
    /// answer does not fit, stay beside it.
    pub fn take_over(&mut self, document: Assignment) {
        self.record.open(document);
    }
}
