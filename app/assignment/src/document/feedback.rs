//! What the family is asked at the end.

use serde::{Deserialize, Serialize};

/// Statements to agree with, and a prompt for free words.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Feedback {
    /// Each is answered by itself.
    pub statements: Vec<Statement>,
    /// The labels of the scale, from low to high; empty for the interface's own.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub scale: Vec<String>,
    /// The prompt for free words; empty for the interface's own.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub words: String,
}

crate::record!(Feedback { statements: "statements", scale: "scale?", words: "words?" });

/// One statement of the feedback.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Statement {
    /// Unique in the feedback and stable: answers are counted by it.
    pub id: String,
    /// Plain text.
    pub text: String,
}

crate::record!(Statement { id: "id", text: "text" });
