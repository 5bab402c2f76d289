//! The compiled assignment: a checked document that phones read as JSON.

mod ask;
mod beside;
mod class;
mod date;
mod feedback;
mod flat_ask;
mod head;
mod index;
mod number;
mod prose;
mod shared;

pub use ask::{Ask, Column, Kind, Rows, Who};
pub use beside::direction;
pub use class::Class;
pub use date::Date;
pub use feedback::{Feedback, Statement};
pub use head::{Head, Translated};
pub use index::Index;
pub use number::Number;
pub use prose::Prose;
#[cfg(feature = "compile")]
pub(crate) use prose::{IN_FORMULA, IN_FORMULA_WITH, escape, is_link, is_media};
pub use shared::{Look, OPENS, Shared, packed_in};

use serde::{Deserialize, Serialize};

use crate::json::{self, InJson, Json, write_kind};

/// The version of the compiled document that this code writes.
pub const VERSION: u32 = 1;

/// What can be wrong with a compiled document that a phone has been given.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FormatError {
    /// The text is not JSON of the expected shape.
    #[error("this is not a Taumahi document")]
    Unreadable,
    /// The document was written by a newer Taumahi.
    #[error("this document is version {0}, which is newer than this page")]
    TooNew(u32),
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "as serde calls it")]
fn is_false(flag: &bool) -> bool {
    !flag
}

/// One assignment, ready to be done.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Assignment {
    /// The version of this document's shape: [`VERSION`].
    pub version: u32,
    /// Its names and its days.
    pub head: Head,
    /// What the child will be able to do.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub objectives: Vec<Prose>,
    /// What is needed from around the house.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub materials: Vec<Prose>,
    /// The words to the family before the first heading.
    #[serde(default, skip_serializing_if = "Prose::is_empty")]
    pub letter: Prose,
    /// The work itself, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sections: Vec<Section>,
    /// What the family is asked at the end; `None` asks the three TIPS statements in the interface's words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub feedback: Option<Feedback>,
}

crate::record!(Assignment {
    version: "version",
    head: "head",
    objectives: "objectives?",
    materials: "materials?",
    letter: "letter?",
    sections: "sections?",
    feedback: "feedback?",
});

/// A heading and what stands below it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Section {
    /// The heading; empty for asks that stand before the first one.
    pub heading: Prose,
    /// Text, tips and asks, in order.
    pub parts: Vec<Part>,
}

crate::record!(Section { heading: "heading", parts: "parts" });

/// One piece of a section.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Part {
    /// Words to read.
    Prose(Prose),
    /// Coaching for the family: closed on the child's page.
    Tip(Prose),
    /// A question.
    Ask(Box<Ask>),
}

impl Default for Part {
    fn default() -> Self {
        Self::Prose(Prose::default())
    }
}

impl InJson for Part {
    fn read(&mut self, json: Json) -> bool {
        let Some((kind, json)) = json.kind() else { return false };
        *self = match kind.as_str() {
            "prose" => Self::default(),
            "tip" => Self::Tip(Prose::default()),
            "ask" => Self::Ask(Box::default()),
            _ => return false,
        };
        match self {
            Self::Prose(words) | Self::Tip(words) => words.read(json),
            Self::Ask(ask) => ask.read(json),
        }
    }

    fn write(&self, text: &mut String) {
        match self {
            Self::Prose(words) => write_kind("prose", words, text),
            Self::Tip(words) => write_kind("tip", words, text),
            Self::Ask(ask) => write_kind("ask", ask.as_ref(), text),
        }
    }

    fn is_blank(&self) -> bool {
        false
    }
}

impl Assignment {
    /// Reads a compiled document.
    ///
    /// # Errors
    /// [`FormatError`] when the text is not such a document, or is one of a later version.
    pub fn from_json(text: &str) -> Result<Self, FormatError> {
        let document: Self = json::read(text).map_err(|_| FormatError::Unreadable)?;
        if document.version > VERSION {
            return Err(FormatError::TooNew(document.version));
        }
        Ok(document)
    }

    /// The document as JSON, the same bytes for the same document.
    pub fn to_json(&self) -> String {
        json::write(self)
    }

    /// Every ask, in the order of the page.
    pub fn asks(&self) -> impl Iterator<Item = &Ask> {
        self.sections.iter().flat_map(|section| {
            section.parts.iter().filter_map(|part| match part {
                Part::Ask(ask) => Some(ask.as_ref()),
                Part::Prose(_) | Part::Tip(_) => None,
            })
        })
    }
}
