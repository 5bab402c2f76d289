//! One answer: the smallest thing that is kept.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::{Moment, Partner, Value};

/// What an answer answers. In files and keys it is one word: an ask's id, or `family.nana.words`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum Slot {
    /// An ask of the assignment, by its id.
    Ask(String),
    /// A statement of the feedback, as one family partner sees it.
    Statement(Partner, String),
    /// A family partner's own words to the teacher.
    Words(Partner),
    /// A family partner's name, which nobody needs to give.
    Name(Partner),
}

/// A slot's word that is not one.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("“{0}” is not the name of an answer")]
pub struct SlotError(String);

/// Who gave an answer.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum By {
    /// The child.
    #[default]
    Student,
    /// Somebody at home who did not say who they are.
    Home,
    /// Somebody at home.
    Family(Partner),
}

/// One answer as it is kept: one record each, so that a damaged record costs one answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answer {
    /// The child's id.
    pub profile: String,
    /// The assignment's id.
    pub assignment: String,
    /// What is answered.
    pub slot: Slot,
    /// What was answered.
    pub value: Value,
    /// When it was last changed.
    pub when: Moment,
    /// Who changed it last.
    #[serde(default)]
    pub by: By,
    /// One more than that of the answer it replaces: clocks can go backwards, this cannot.
    pub revision: u64,
}

impl Answer {
    /// Whether it is the same child's answer to the same question, so that of the two only one is kept.
    pub fn is_in_place_of(&self, other: &Self) -> bool {
        self.slot == other.slot
            && self.profile == other.profile
            && self.assignment == other.assignment
            && self.value.shape() == other.value.shape()
    }
}

impl fmt::Display for Slot {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Ask(id) => f.write_str(id),
            Self::Statement(partner, id) => write!(f, "family.{partner}.statement.{id}"),
            Self::Words(partner) => write!(f, "family.{partner}.words"),
            Self::Name(partner) => write!(f, "family.{partner}.name"),
        }
    }
}

impl TryFrom<String> for Slot {
    type Error = SlotError;

    fn try_from(text: String) -> Result<Self, SlotError> {
        let parts: Vec<&str> = text.split('.').collect();
        let slot = match parts.as_slice() {
            [id] if !id.is_empty() => Some(Self::Ask((*id).to_owned())),
            ["family", partner, "statement", id] if !id.is_empty() => {
                Partner::named(partner).map(|partner| Self::Statement(partner, (*id).to_owned()))
            }
            ["family", partner, "words"] => Partner::named(partner).map(Self::Words),
            ["family", partner, "name"] => Partner::named(partner).map(Self::Name),
            _ => None,
        };
        slot.ok_or(SlotError(text))
    }
}

impl From<Slot> for String {
    fn from(slot: Slot) -> Self {
        slot.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slot_comes_back_from_its_word() {
        let slots = [
            Slot::Ask("half".into()),
            Slot::Statement(Partner::Koro, "enjoyed".into()),
            Slot::Words(Partner::Nana),
            Slot::Name(Partner::Other),
        ];
        for slot in slots {
            assert_eq!(Slot::try_from(slot.to_string()), Ok(slot));
        }
        for bad in ["", "family.king.words", "family.nana", "a.b", "family.nana.statement."] {
            assert!(Slot::try_from(bad.to_owned()).is_err(), "{bad}");
        }
    }
}
