//! The class that the assignments are for.

use serde::{Deserialize, Serialize};

use super::{Feedback, Prose};

/// What `class.md` says.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Class {
    /// The class's name.
    pub name: String,
    /// The teacher's name; empty when not given.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub teacher: String,
    /// The school's name; empty when not given.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub school: String,
    /// BCP 47 tags; the first is the language of assignments that name none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub languages: Vec<String>,
    /// How results come back to the teacher; plain text, empty when not given.
    #[serde(default, rename = "return", skip_serializing_if = "String::is_empty")]
    pub how_to_return: String,
    /// The words above the list of assignments.
    #[serde(default, skip_serializing_if = "Prose::is_empty")]
    pub welcome: Prose,
    /// What every assignment asks the family, unless it says otherwise. Phones get it inside each assignment.
    #[serde(skip)]
    pub feedback: Option<Feedback>,
}

crate::record!(Class {
    name: "name",
    teacher: "teacher?",
    school: "school?",
    languages: "languages?",
    how_to_return: "return?",
    welcome: "welcome?",
});
