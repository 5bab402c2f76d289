//! One answer: the smallest thing that is kept.

use std::fmt;

use assignment::Who;
use assignment::json::{InJson, Json, write_kind, write_string};
use serde::{Deserialize, Serialize};

use crate::{Marks, Member, Moment, Partner, Value};

/// What an answer answers. In files and keys it is one word: an ask's id, or `family.nana.words`,
/// and `family.nana-2.words` for the second nana.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum Slot {
    /// An ask of the assignment, by its id.
    Ask(String),
    /// A statement of the feedback, as one family member sees it.
    Statement(Member, String),
    /// A family member's own words to the teacher.
    Words(Member),
    /// A family member's name, which nobody needs to give.
    Name(Member),
}

assignment::words!(Slot);

impl Default for Slot {
    fn default() -> Self {
        Self::Ask(String::new())
    }
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

impl By {
    pub(crate) fn is_student(&self) -> bool {
        *self == Self::Student
    }

    /// Who an answer is from to a question for `asked`, when `partner` is who at home has said that they are answering. Nobody's
    /// name is guessed: a question for the family that somebody answers without saying who they are is from home.
    pub fn of(asked: Who, partner: Option<Partner>) -> Self {
        match (asked, partner) {
            (Who::Family, Some(partner)) => Self::Family(partner),
            (Who::Family, None) => Self::Home,
            (Who::Student | Who::Together, _) => Self::Student,
        }
    }
}

impl InJson for By {
    fn read(&mut self, json: Json) -> bool {
        let by = match json {
            Json::Words(word) if word == "student" => Some(Self::Student),
            Json::Words(word) if word == "home" => Some(Self::Home),
            json => match json.kind() {
                Some((kind, Json::Words(partner))) if kind == "family" => {
                    Partner::named(&partner).map(Self::Family)
                }
                _ => None,
            },
        };
        *self = by.unwrap_or_default();
        by.is_some()
    }

    fn write(&self, text: &mut String) {
        match self {
            Self::Student => write_string("student", text),
            Self::Home => write_string("home", text),
            Self::Family(partner) => write_kind("family", partner, text),
        }
    }

    fn is_blank(&self) -> bool {
        *self == Self::Student
    }
}

/// One answer as it is kept: one record each, so that a damaged record costs one answer.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
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
    #[serde(default, skip_serializing_if = "By::is_student")]
    pub by: By,
    /// One more than that of the answer it replaces: clocks can go backwards, this cannot.
    pub revision: u64,
    /// The changes that are in it; of one that is not kept yet, its own.
    #[serde(default, skip_serializing_if = "Marks::is_empty")]
    pub marks: Marks,
    /// The fullest that it has been since it began to get shorter: what can be put back.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub was: Option<Value>,
}

assignment::record!(Answer {
    profile: "profile",
    assignment: "assignment",
    slot: "slot",
    value: "value",
    when: "when",
    by: "by?",
    revision: "revision",
    marks: "marks?",
    was: "was?",
});

impl Answer {
    /// Whether it is the same child's answer to the same question, so that of the two only one is kept.
    pub fn is_in_place_of(&self, other: &Self) -> bool {
        self.slot == other.slot
            && self.profile == other.profile
            && self.assignment == other.assignment
            && self.value.shape() == other.value.shape()
    }
}

impl Slot {
    /// Whose it is, when it is somebody's at home.
    pub fn member(&self) -> Option<Member> {
        match self {
            Self::Ask(_) => None,
            Self::Statement(member, _) | Self::Words(member) | Self::Name(member) => Some(*member),
        }
    }

    /// What somebody at home said, from `nana.words`.
    fn said(text: &str) -> Option<Self> {
        let (member, what) = text.split_once('.')?;
        let member = Member::named(member)?;
        match what {
            "words" => Some(Self::Words(member)),
            "name" => Some(Self::Name(member)),
            _ => {
                let id = what.strip_prefix("statement.").filter(|id| is_id(id))?;
                Some(Self::Statement(member, id.to_owned()))
            }
        }
    }
}

impl fmt::Display for Slot {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Ask(id) => f.write_str(id),
            Self::Statement(member, id) => write!(f, "family.{member}.statement.{id}"),
            Self::Words(member) => write!(f, "family.{member}.words"),
            Self::Name(member) => write!(f, "family.{member}.name"),
        }
    }
}

impl TryFrom<String> for Slot {
    type Error = SlotError;

    fn try_from(text: String) -> Result<Self, SlotError> {
        let slot = match text.strip_prefix("family.") {
            Some(said) => Self::said(said),
            None if is_id(&text) => return Ok(Self::Ask(text)),
            None => None,
        };
        slot.ok_or(SlotError(text))
    }
}

/// An id is one part of a word.
fn is_id(text: &str) -> bool {
    !text.is_empty() && !text.contains('.')
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
        let second = Member::named("aunty-2").unwrap();
        let slots = [
            (Slot::Ask("half".into()), "half"),
            (
                Slot::Statement(Member::first(Partner::Koro), "enjoyed".into()),
                "family.koro.statement.enjoyed",
            ),
            (Slot::Words(Member::first(Partner::Nana)), "family.nana.words"),
            (Slot::Name(Member::first(Partner::Other)), "family.other.name"),
            (Slot::Statement(second, "led".into()), "family.aunty-2.statement.led"),
            (Slot::Words(second), "family.aunty-2.words"),
        ];
        for (slot, word) in slots {
            assert_eq!(slot.to_string(), word);
            assert_eq!(Slot::try_from(word.to_owned()), Ok(slot));
        }
        for bad in [
            "",
            "family.king.words",
            "family.nana",
            "a.b",
            "family.nana.statement.",
            ".",
            "family.",
            "family.nana.",
            "family.nana.words.",
            "family.nana.statement",
            "family.nana.statement.a.b",
            "family..words",
            "family.aunty-1.words",
            "family.aunty-0.name",
            "family.aunty-02.statement.led",
            "family.aunty-10.words",
        ] {
            assert!(Slot::try_from(bad.to_owned()).is_err(), "{bad}");
        }
    }

    #[test]
    fn nobody_signs_what_they_have_not_said_is_theirs() {
        assert_eq!(By::of(Who::Family, None), By::Home);
        assert_eq!(By::of(Who::Family, Some(Partner::Nana)), By::Family(Partner::Nana));
        for asked in [Who::Student, Who::Together] {
            assert_eq!(
                By::of(asked, Some(Partner::Nana)),
                By::Student,
                "the child leads, with help or without"
            );
        }
    }
}
