//! A text that is open.

use assignment::source::folder::name_and_language;

/// A text with its file's name.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sheet {
    /// The file's name, `kites.md` or `kites.sm.md`.
    pub name: String,
    /// The text as it stands in the editor: its lines end with `\n`.
    pub text: String,
    /// The text as it was last read from its file or written to it.
    saved: String,
    /// Its file's lines end as Windows writes them.
    is_windows: bool,
}

impl Sheet {
    /// The text of a file.
    pub fn of_file(name: &str, content: &str) -> Self {
        let content = content.trim_start_matches('\u{feff}');
        let text = content.replace("\r\n", "\n").replace('\r', "\n");
        Self { name: name.to_owned(), is_windows: content.contains("\r\n"), saved: text.clone(), text }
    }

    /// A text that is in no file yet.
    pub fn unsaved(name: &str, text: &str) -> Self {
        Self { name: name.to_owned(), text: text.to_owned(), ..Self::default() }
    }

    /// The same file with what was typed before the page was closed.
    #[must_use]
    pub fn with_text(self, text: String) -> Self {
        Self { text, ..self }
    }

    /// Whether its file has all of it.
    pub fn is_saved(&self) -> bool {
        self.text == self.saved
    }

    /// This has been written to its file.
    pub fn note_saved(&mut self, text: &str) {
        text.clone_into(&mut self.saved);
    }

    /// What is to be written to its file: with the line ends that it came with.
    pub fn content(&self) -> String {
        if self.is_windows { self.text.replace('\n', "\r\n") } else { self.text.clone() }
    }

    /// The assignment's id.
    pub fn id(&self) -> &str {
        name_and_language(&self.name).0
    }

    /// The language, when it is a translation.
    pub fn language(&self) -> Option<&str> {
        name_and_language(&self.name).1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_written_with_the_line_ends_it_came_with() {
        let mut sheet = Sheet::of_file("kites.md", "\u{feff}one\r\ntwo\r\n");
        assert_eq!((sheet.text.as_str(), sheet.is_saved()), ("one\ntwo\n", true));
        sheet.text.push_str("three\n");
        assert!(!sheet.is_saved());
        assert_eq!(sheet.content(), "one\r\ntwo\r\nthree\r\n");
        sheet.note_saved("one\ntwo\n");
        assert!(!sheet.is_saved());
        sheet.note_saved(&sheet.text.clone());
        assert!(sheet.is_saved());
        assert_eq!(Sheet::of_file("a.md", "one\rtwo").text, "one\ntwo");
    }

    #[test]
    fn what_is_in_no_file_is_not_saved() {
        assert!(!Sheet::unsaved("kites.md", "---\n").is_saved());
        let translation = Sheet::unsaved("kites.sm.md", "");
        assert_eq!((translation.id(), translation.language()), ("kites", Some("sm")));
    }
}
