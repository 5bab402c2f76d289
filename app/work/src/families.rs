//! What people at home said at the end.

use assignment::Feedback;
use serde::{Deserialize, Serialize};

use crate::{Answer, Member, Moment, Named, Partner, Rating, Slot, Value};

/// What one person at home said at the end.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct FamilyFeedback {
    /// Who they are to the child.
    pub partner: Partner,
    /// Their name, when they gave it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub name: String,
    /// Their step of the scale by the statement's id.
    pub statements: Named<Rating>,
    /// Their own words.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub words: String,
    /// When they last changed something.
    pub when: Moment,
}

assignment::record!(FamilyFeedback {
    partner: "partner",
    name: "name?",
    statements: "statements",
    words: "words?",
    when: "when",
});

impl FamilyFeedback {
    fn new(partner: Partner) -> Self {
        Self { partner, name: String::new(), statements: Named::new(), words: String::new(), when: 0 }
    }

    /// Whether they wrote something of their own.
    pub fn has_words(&self) -> bool {
        !self.words.trim().is_empty()
    }

    fn take(&mut self, slot: &Slot, value: &Value, steps: usize) {
        match (slot, value) {
            (Slot::Statement(_, id), Value::Scale(rating)) => {
                // The same statement on a scale of another length: what fits what is asked now counts.
                let held_fits = self.statements.get(id).is_some_and(|held| fits(*held, steps));
                if fits(*rating, steps) || !held_fits {
                    self.statements.put(id.clone(), *rating);
                }
            }
            (Slot::Words(_), Value::Text(words)) => self.words.clone_from(words),
            (Slot::Name(_), Value::Text(name)) => self.name.clone_from(name),
            _ => {}
        }
    }
}

fn fits(rating: Rating, steps: usize) -> bool {
    usize::try_from(rating.of) == Ok(steps)
}

impl Rating {
    /// The scale's label for it; `None` when it was given on a scale of another length.
    pub fn label(self, scale: &[String]) -> Option<&String> {
        let step = usize::try_from(self.step).ok()?.checked_sub(1)?;
        scale.get(step).filter(|_| fits(self, scale.len()))
    }

    /// The scale's label for it, or `3 / 5` for one of another scale.
    pub fn words(self, scale: &[String]) -> String {
        self.label(scale).cloned().unwrap_or_else(|| format!("{} / {}", self.step, self.of))
    }
}

/// Everyone at home who answered `asked`, in the order of [`Partner::ALL`]. Two aunties are two people, the first of them first: an order
/// that stays, whoever changes what they said.
pub(crate) fn families(answers: &[Answer], asked: &Feedback) -> Vec<FamilyFeedback> {
    let mut families = Vec::new();
    for partner in Partner::ALL {
        for member in Member::all(partner) {
            let mut family = FamilyFeedback::new(partner);
            for answer in said(answers, member) {
                family.when = family.when.max(answer.when);
                family.take(&answer.slot, &answer.value, asked.scale.len());
            }
            // A name alone is not feedback.
            if !family.statements.is_empty() || !family.words.is_empty() {
                families.push(family);
            }
        }
    }
    families
}

/// What this person at home has answered, be it only their name.
pub(crate) fn said(answers: &[Answer], member: Member) -> impl Iterator<Item = &Answer> {
    answers.iter().filter(move |answer| answer.slot.member() == Some(member) && !answer.value.is_empty())
}
