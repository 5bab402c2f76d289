//! What a teacher has written and not yet saved.

use crate::shelf::key;

/// A text that stands in no file yet.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Draft {
    /// The tab that it was written in: two tabs may have texts of one name.
    pub tab: String,
    /// The name of its file.
    pub name: String,
    /// The text.
    pub text: String,
    /// What its file had when it was last read or written: by that the file is known when it is opened again.
    pub saved: String,
}

assignment::record!(Draft { tab: "tab", name: "name", text: "text", saved: "saved?" });

impl Draft {
    /// Where it stands on its shelf.
    pub(crate) fn key(&self) -> String {
        key(&[&self.tab, &self.name])
    }
}
