//! One line of a copy: one record, checked as if a stranger had written it.
//!
//! `answers CHILD/ASSIGNMENT/QUESTION/SHAPE {…}`: the shelf, the key, and the record as it stands there. What holds a line end or a space where none may be is
//! written as a JSON string. A photo or a recording is its media type and its bytes in base64: `image/jpeg;base64,…`.

use assignment::json::{self, InJson};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use work::{Answer, Medium, Profile, WorkRecord};

use crate::shelf::{self, LAST, Shelf};
use crate::{change, earlier};

/// What a line has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Record {
    Child(Profile),
    Work(Box<WorkRecord>),
    Answer(Answer),
    /// The earlier versions of one answer.
    Earlier(Vec<Answer>),
    /// What a tab noted as it was left.
    Note(String),
    Medium {
        key: String,
        medium: Medium,
    },
    /// What nobody could read where it was kept, and was put aside there.
    Aside {
        shelf: Shelf,
        key: String,
        text: String,
    },
}

/// Reads a line. `None` for what is not such a line, or is no record that could be kept.
pub(crate) fn read(line: &str) -> Option<Record> {
    let (name, rest) = line.split_once(' ')?;
    let shelf = Shelf::of_families(name)?;
    let (key, rest) = part(rest)?;
    let rest = rest.strip_prefix(' ')?;
    if shelf == Shelf::Media {
        return medium(key, rest);
    }
    let text = match part(rest) {
        Some((text, "")) if rest.starts_with('"') => text,
        _ => rest.to_owned(),
    };
    if key.starts_with(LAST) {
        return Some(Record::Aside { shelf, key, text });
    }
    match shelf {
        Shelf::Profiles => of(&text).filter(|child: &Profile| is_id(&child.id)).map(Record::Child),
        Shelf::Works => of(&text)
            .filter(|work: &WorkRecord| is_id(&work.profile) && work.is_sound())
            .map(|work| Record::Work(Box::new(work))),
        Shelf::Answers => of(&text).filter(is_whose).map(Record::Answer),
        Shelf::Earlier => {
            let versions = earlier::read(&text);
            let first = change::answer_key(versions.first()?);
            let are_alike =
                versions.iter().all(|version| is_whose(version) && change::answer_key(version) == first);
            are_alike.then_some(Record::Earlier(versions))
        }
        Shelf::Journal => Some(Record::Note(text)),
        Shelf::Media | Shelf::Results | Shelf::Drafts => None,
    }
}

/// The first part of what is left of a line: up to the next space, or a JSON string.
fn part(rest: &str) -> Option<(String, &str)> {
    if !rest.starts_with('"') {
        let end = rest.find(' ').unwrap_or(rest.len());
        return Some((rest[..end].to_owned(), &rest[end..]));
    }
    let mut is_escaped = false;
    let end = rest.char_indices().skip(1).find(|(_, c)| {
        let is_end = *c == '"' && !is_escaped;
        is_escaped = *c == '\\' && !is_escaped;
        is_end
    });
    let (text, after) = rest.split_at(end?.0 + 1);
    Some((of(text)?, after))
}

fn medium(key: String, rest: &str) -> Option<Record> {
    let (kind, base64) = rest.split_once(";base64,")?;
    let id = key.rsplit('/').next()?.to_owned();
    let is_its_own = key.split('/').count() == 3 && key.split('/').all(|part| !part.is_empty());
    let bytes = STANDARD.decode(base64).ok()?;
    let medium = Medium { id, kind: kind.to_owned(), bytes };
    (is_its_own && !key.starts_with(LAST) && medium.is_sound()).then_some(Record::Medium { key, medium })
}

fn of<T: InJson + Default>(text: &str) -> Option<T> {
    json::read(text).ok()
}

/// Whether an answer says whose it is and to what.
fn is_whose(answer: &Answer) -> bool {
    is_id(&answer.profile) && is_id(&answer.assignment)
}

/// Whether it can be a part of a key.
fn is_id(id: &str) -> bool {
    !id.is_empty() && !id.contains(LAST) && shelf::key(&[id]) == id
}

#[cfg(test)]
mod tests {
    use super::*;

    const ANSWER: &str =
        r#"{"profile":"1","assignment":"halves","slot":"a","value":{"text":"kept"},"when":1,"revision":3}"#;

    #[test]
    fn a_record_is_read_as_it_stands_or_as_a_string() {
        let plain = read(&format!("answers 1/halves/a/text {ANSWER}"));
        assert!(matches!(&plain, Some(Record::Answer(answer)) if answer.revision == 3), "{plain:?}");
        let quoted = json::write(&ANSWER.to_owned());
        assert_eq!(read(&format!("answers \"1/halves/a/text\" {quoted}")), plain);
        let two = json::write(&format!("{ANSWER}\n{ANSWER}"));
        assert!(matches!(read(&format!("earlier k {two}")), Some(Record::Earlier(all)) if all.len() == 2));
        let aside = read("answers \"\u{ffff}1/halves/a/text\" \"half a rec\\\"\\\\\"");
        let key = "\u{ffff}1/halves/a/text".to_owned();
        assert_eq!(aside, Some(Record::Aside { shelf: Shelf::Answers, key, text: "half a rec\"\\".into() }));
    }

    #[test]
    fn a_photo_is_read_from_its_bytes() {
        let photo = Medium { id: "a1".into(), kind: "image/png".into(), bytes: vec![0, 1, 255] };
        let key = "1/halves/a1".to_owned();
        assert_eq!(
            read("media 1/halves/a1 image/png;base64,AAH/"),
            Some(Record::Medium { key, medium: photo })
        );
        for bad in [
            "media 1/halves/a1 image/svg+xml;base64,AAH/",
            "media 1/halves/a1 text/html;base64,AAH/",
            "media 1/halves/a1 image/png;base64,AAH",
            "media 1/halves image/png;base64,AAH/",
            "media 1/halves/a/1 image/png;base64,AAH/",
            "media 1//a1 image/png;base64,AAH/",
        ] {
            assert_eq!(read(bad), None, "{bad}");
        }
    }

    #[test]
    fn what_is_no_record_of_a_familys_is_none() {
        for bad in [
            "",
            "answers",
            "answers k",
            "answers k {",
            "answers \"k {}",
            "results 1/halves/1 {}",
            "drafts k {}",
            "answers k {\"profile\":\"1/2\",\"assignment\":\"halves\",\"slot\":\"a\",\"value\":{\"text\":\"\"},\"when\":1,\"revision\":1}",
            "profiles k {\"id\":\"\",\"name\":\"A\",\"picture\":\"kiwi\",\"added\":1}",
            "earlier k ",
        ] {
            assert_eq!(read(bad), None, "{bad}");
        }
    }
}
