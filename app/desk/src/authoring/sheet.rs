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

    /// A text that was brought back: what its file had when it was last read or written is known, and no more of the file.
    pub fn of_draft(name: &str, text: &str, saved: &str) -> Self {
        Self { saved: saved.to_owned(), ..Self::unsaved(name, text) }
    }

    /// What becomes of this text when a file of its name is opened. `is_same` says whether that is the file that the text came from, where
    /// the browser knows. `None` when this text would be lost, or be written to another file than its own.
    pub fn meet(&self, file: Self, is_same: Option<bool>) -> Option<Self> {
        // Where the browser knows nothing, a file is known by what was last read from it.
        let is_own = is_same.unwrap_or(self.saved == file.saved);
        let is_in_it = is_same.is_none() && self.text == file.text;
        if self.is_saved() || is_in_it {
            Some(file)
        } else {
            is_own.then(|| Self { text: self.text.clone(), ..file })
        }
    }

    /// Gives it another name, under which it is in no file yet.
    pub fn rename(&mut self, name: &str) {
        *self = Self { is_windows: self.is_windows, ..Self::unsaved(name, &self.text) };
    }

    /// Whether its file has all of it.
    pub fn is_saved(&self) -> bool {
        self.text == self.saved
    }

    /// The text as its file has it.
    pub fn saved(&self) -> &str {
        &self.saved
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

    fn typed(saved: &str, text: &str) -> Sheet {
        Sheet { text: text.into(), ..Sheet::of_file("kites.md", saved) }
    }

    #[test]
    fn a_file_that_is_opened_again_keeps_what_was_typed() {
        let file = Sheet::of_file("kites.md", "one\r\n");
        let kept = typed("one\n", "one and more\n").meet(file.clone(), None).unwrap();
        assert_eq!((kept.content().as_str(), kept.is_saved()), ("one and more\r\n", false));
        let changed_since = Sheet::of_file("kites.md", "two\n");
        let kept = typed("one\n", "one and more\n").meet(changed_since, Some(true)).unwrap();
        assert_eq!((kept.text.as_str(), kept.saved()), ("one and more\n", "two\n"));
        let brought_back = Sheet::of_draft("kites.md", "one and more\n", "one\n");
        assert_eq!(brought_back.meet(file, None).unwrap().text, "one and more\n");
    }

    #[test]
    fn a_text_is_never_lost_to_another_file_of_its_name_nor_written_to_it() {
        let other = Sheet::of_file("kites.md", "one\n");
        assert_eq!(typed("one\n", "one and more\n").meet(other.clone(), Some(false)), None);
        assert_eq!(typed("one\n", "one\n").meet(other.clone(), Some(false)), Some(other.clone()));
        assert_eq!(Sheet::unsaved("kites.md", "new\n").meet(other.clone(), None), None);
        // It is in the file already.
        assert_eq!(Sheet::unsaved("kites.md", "one\n").meet(other.clone(), None), Some(other));
    }

    #[test]
    fn under_another_name_a_text_is_in_no_file() {
        let mut sheet = Sheet::of_file("kites.md", "one\r\n");
        sheet.rename("boats.md");
        assert_eq!(
            (sheet.name.as_str(), sheet.is_saved(), sheet.content().as_str()),
            ("boats.md", false, "one\r\n")
        );
    }

    #[test]
    fn what_is_in_no_file_is_not_saved() {
        assert!(!Sheet::unsaved("kites.md", "---\n").is_saved());
        let translation = Sheet::unsaved("kites.sm.md", "");
        assert_eq!((translation.id(), translation.language()), ("kites", Some("sm")));
    }
}
