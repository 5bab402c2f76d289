//! On which line of a language's file each message stands.
//!
//! The names of two hundred messages would be a third of the file, and stand in the program again. So a message is the number of its line, which
//! all apps and all languages share, and the first line of the file says for which names that holds: a file and a program that were not built
//! together do not fit, and say so.

use std::collections::BTreeMap;
use std::hash::{DefaultHasher, Hash, Hasher};

use crate::Phrase;

/// The categories of plural that a language can have: a message that chooses among them has a line for each.
pub(crate) const FORMS: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];

/// The lines of the original, which all languages follow.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Layout {
    /// Each message with the number of its first line; the line that says which layout it is has the number 0.
    pub(crate) lines: BTreeMap<String, usize>,
    /// How many lines there are.
    count: usize,
    /// What the first line says.
    pub(crate) mark: String,
}

impl Layout {
    /// The layout of these messages.
    pub(crate) fn of(messages: &BTreeMap<String, Phrase>) -> Self {
        let mut hasher = DefaultHasher::new();
        let (mut lines, mut count) = (BTreeMap::new(), 1);
        for (id, phrase) in messages {
            (id, phrase.forms()).hash(&mut hasher);
            lines.insert(id.clone(), count);
            count += phrase.forms();
        }
        Self { lines, count, mark: format!("{:08x}", hasher.finish() as u32) }
    }

    /// Messages on their lines; those that are not among them leave theirs empty. Line ends inside a message are written `\n`.
    pub(crate) fn write(&self, messages: &BTreeMap<String, Phrase>) -> String {
        let mut lines = vec![String::new(); self.count];
        lines[0].clone_from(&self.mark);
        for (id, phrase) in messages {
            let Some(first) = self.lines.get(id) else { continue };
            match phrase {
                Phrase::Plain(words) => lines[*first] = escaped(words),
                Phrase::Plural { forms, .. } => {
                    for (at, form) in FORMS.iter().enumerate() {
                        let words = forms.get(*form).map_or("", String::as_str);
                        lines[first + at] = escaped(words);
                    }
                }
            }
        }
        lines.join("\n")
    }
}

impl Phrase {
    /// How many lines it takes.
    fn forms(&self) -> usize {
        match self {
            Self::Plain(_) => 1,
            Self::Plural { .. } => FORMS.len(),
        }
    }
}

pub(crate) fn escaped(words: &str) -> String {
    words.replace('\\', "\\\\").replace('\n', "\\n")
}
