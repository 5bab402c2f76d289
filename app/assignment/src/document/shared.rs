//! An assignment that is handed on without a site: in the fragment of a link, or in a file with that link.

use serde::{Deserialize, Serialize};

use super::{Assignment, FormatError, VERSION, is_false};
use crate::json;

/// What stands before the packed assignment in a link to home. A fragment reaches no server.
pub const OPENS: &str = "#/open/";

/// More questions than any homework has.
const MOST_ASKS: usize = 500;

/// The longest id, in bytes. As in `source::id`.
const LONGEST_ID: usize = 64;

/// An assignment with its translations.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Shared {
    /// The version of this shape: [`VERSION`].
    pub taumahi: u32,
    /// The assignment.
    pub document: Assignment,
    /// The same in other languages.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub translations: Vec<Assignment>,
    /// Only for the desk: home shows it and keeps nothing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub look: Option<Look>,
}

crate::record!(Shared {
    taumahi: "taumahi",
    document: "document",
    translations: "translations?",
    look: "look?",
});

/// How the desk looks at an assignment by way of home.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Look {
    /// The child's id.
    pub child: String,
    /// The child's name.
    pub name: String,
    /// As a profile keeps the language that is read.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reads: String,
    /// The teacher types in what came back on paper, and the result is for the desk.
    #[serde(default, skip_serializing_if = "is_false")]
    pub is_typing: bool,
}

crate::record!(Look { child: "child", name: "name", reads: "reads?", is_typing: "is_typing?" });

impl Shared {
    /// Reads what was handed on. It may come from anyone: what home could not show or keep apart is refused.
    ///
    /// # Errors
    /// [`FormatError`] when the text is not such an assignment, or is one of a later version.
    pub fn from_json(text: &str) -> Result<Self, FormatError> {
        let shared: Self = json::read(text).map_err(|_| FormatError::Unreadable)?;
        let newest = shared.taumahi.max(shared.document.version);
        if newest > VERSION {
            return Err(FormatError::TooNew(newest));
        }
        let is_translation =
            |other: &Assignment| other.head.id == shared.document.head.id && other.is_sound();
        if shared.document.is_sound() && shared.translations.iter().all(is_translation) {
            Ok(shared)
        } else {
            Err(FormatError::Unreadable)
        }
    }

    /// It as JSON, to be packed.
    pub fn to_json(&self) -> String {
        json::write(self)
    }
}

impl Assignment {
    /// Whether it has a title, a language and questions that can be told apart: one from a stranger may have none of them.
    pub fn is_sound(&self) -> bool {
        let ids: Vec<&str> = self.asks().map(|ask| ask.id.as_str()).collect();
        let is_first = |(at, id): (usize, &&str)| is_id(id) && !ids[..at].contains(id);
        // Answers are kept by these ids too.
        let mut statements = self.feedback.iter().flat_map(|feedback| &feedback.statements);
        is_id(&self.head.id)
            && self.head.lang.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
            && statements.all(|statement| is_id(&statement.id))
            && !self.head.title.is_empty()
            && ids.len() <= MOST_ASKS
            && ids.iter().enumerate().all(is_first)
    }
}

fn is_id(id: &str) -> bool {
    (1..=LONGEST_ID).contains(&id.len())
        && id.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}

/// The packed assignment in a link, or in a text that has one in it.
pub fn packed_in(text: &str) -> Option<&str> {
    let (_, packed) = text.split_once(OPENS)?;
    let end = packed.find(|c: char| !c.is_ascii_alphanumeric() && c != '-' && c != '_');
    Some(&packed[..end.unwrap_or(packed.len())]).filter(|packed| !packed.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Ask, Feedback, Head, Kind, Part, Prose, Section, Statement};

    fn shared(id: &str, asks: &[&str]) -> Shared {
        let ask = |id: &&str| {
            Part::Ask(Box::new(Ask { id: (*id).to_owned(), kind: Kind::Drawing, ..Ask::default() }))
        };
        let section = Section { heading: Prose::default(), parts: asks.iter().map(ask).collect() };
        let head = Head { id: id.to_owned(), title: "Kites".to_owned(), ..Head::default() };
        let document =
            Assignment { version: VERSION, head, sections: vec![section], ..Assignment::default() };
        Shared { taumahi: VERSION, document, ..Shared::default() }
    }

    fn read(shared: &Shared) -> Result<Shared, FormatError> {
        Shared::from_json(&shared.to_json())
    }

    #[test]
    fn what_was_handed_on_comes_back() {
        let mut whole = shared("kites", &["a", "b"]);
        whole.translations = vec![whole.document.clone()];
        whole.look = Some(Look { child: "1".into(), is_typing: true, ..Look::default() });
        assert_eq!(read(&whole), Ok(whole));
    }

    #[test]
    fn what_home_could_not_keep_apart_is_refused() {
        for bad in [
            shared("", &["a"]),
            shared("a/b", &["a"]),
            shared("../a", &["a"]),
            shared("kites", &["a", "a"]),
            shared("kites", &["a.b"]),
            shared("kites", &["family.nana.words"]),
            shared(&"a".repeat(65), &["a"]),
        ] {
            assert_eq!(read(&bad), Err(FormatError::Unreadable), "{bad:?}");
        }
        let mut evil = shared("kites", &["a"]);
        evil.document.head.lang = "en\"><meta http-equiv=\"refresh\" content=\"0\">".into();
        assert_eq!(read(&evil), Err(FormatError::Unreadable));
        let mut evil = shared("kites", &["a"]);
        let statement = Statement { id: "a.b".into(), text: "We did".into() };
        evil.document.feedback = Some(Feedback { statements: vec![statement], ..Feedback::default() });
        assert_eq!(read(&evil), Err(FormatError::Unreadable));
        let mut huge = shared("kites", &["a"]).to_json();
        huge = huge.replace("\"kind\":\"drawing\"", "\"kind\":\"scale\",\"count\":400000000");
        assert!(huge.contains("400000000"));
        assert_eq!(Shared::from_json(&huge), Err(FormatError::Unreadable));
        let mut other = shared("kites", &["a"]);
        other.translations = vec![shared("halves", &["a"]).document];
        assert_eq!(read(&other), Err(FormatError::Unreadable));
        let newer = Shared { taumahi: VERSION + 1, ..shared("kites", &["a"]) };
        assert_eq!(read(&newer), Err(FormatError::TooNew(VERSION + 1)));
        let evil =
            shared("kites", &["a"]).to_json().replace("\"question\":\"\"", "\"question\":\"<script>\"");
        assert!(evil.contains("<script>"));
        assert_eq!(Shared::from_json(&evil), Err(FormatError::Unreadable));
    }

    #[test]
    fn a_link_is_found_in_a_letter() {
        let letter = "Kia ora!\nhttps://school.example/room-12/#/open/eJx-_0Z9\nNgā mihi";
        assert_eq!(packed_in(letter), Some("eJx-_0Z9"));
        assert_eq!((packed_in("#/open/"), packed_in("nothing")), (None, None));
    }
}
