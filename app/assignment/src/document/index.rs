//! The list of what a class has: the first file that home asks for.

use serde::{Deserialize, Serialize};

use super::{Assignment, Class, FormatError, Head, Translated, VERSION};
use crate::json;

/// `assignments/index.json`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Index {
    /// The version of the index's shape: [`VERSION`].
    pub version: u32,
    /// The class, when there is a `class.md`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub class: Option<Class>,
    /// In the order they open.
    pub assignments: Vec<Head>,
}

crate::record!(Index { version: "version", class: "class?", assignments: "assignments" });

impl Index {
    /// The index of these assignments with their translations, in the order they open; those without a date come first.
    pub fn new(class: Option<Class>, assignments: &[Assignment], translations: &[Assignment]) -> Self {
        let entry = |assignment: &Assignment| {
            let of_it = |other: &&Assignment| other.head.id == assignment.head.id;
            let translations = translations.iter().filter(of_it).map(Translated::of).collect();
            Head { translations, ..assignment.head.clone() }
        };
        let mut entries: Vec<Head> = assignments.iter().map(entry).collect();
        entries.sort_by(|a, b| (a.opens, a.due, &a.id).cmp(&(b.opens, b.due, &b.id)));
        Self { version: VERSION, class, assignments: entries }
    }

    /// Reads `index.json`.
    ///
    /// # Errors
    /// [`FormatError`] when the text is not an index, or is one of a later version.
    pub fn from_json(text: &str) -> Result<Self, FormatError> {
        let index: Self = json::read(text).map_err(|_| FormatError::Unreadable)?;
        if index.version > VERSION {
            return Err(FormatError::TooNew(index.version));
        }
        Ok(index)
    }

    /// The index as JSON, the same bytes for the same index.
    pub fn to_json(&self) -> String {
        json::write(self)
    }
}
