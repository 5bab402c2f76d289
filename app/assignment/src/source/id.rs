//! Ids: short names that stay, for asks, columns and statements. Answers are kept and counted by them.

use std::collections::HashSet;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::Span;
use super::compile::short_hash;
use super::diagnostic::Diagnostics;
use super::fields::Value;
use super::schema::report_twice;

/// The most letters of an id.
pub(super) const LONGEST: usize = 64;

/// Whether `text` can be an id: small letters, digits and hyphens, starting with a letter or digit, at most [`LONGEST`].
pub(super) fn is_id(text: &str) -> bool {
    (1..=LONGEST).contains(&text.len()) && has_signs_of_id(text)
}

/// Whether `text` can be an id but for its length.
pub(super) fn has_signs_of_id(text: &str) -> bool {
    !text.starts_with('-') && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}

/// The id nearest to `text`: `My Story!` becomes `my-story`. Letters lose their marks, however an editor has written them.
pub(super) fn id_from(text: &str) -> String {
    let mut id = String::new();
    for c in text.nfd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase) {
        if c.is_ascii_alphanumeric() {
            id.push(c);
        } else if !id.is_empty() && !id.ends_with('-') {
            id.push('-');
        }
    }
    id.truncate(48);
    id.trim_end_matches('-').to_owned()
}

/// Reads `name: words`, where the name is an id, into both; otherwise `None` and all of it words.
pub(super) fn named<'s>(item: &Value<'s>) -> (Option<String>, Value<'s>) {
    let text = item.text();
    if let Some((name, words)) = text.split_once(':')
        && is_id(name)
        && words.starts_with(' ')
        && let Some(rest) = item.without_start(name.len() + 1)
    {
        return (Some(name.to_owned()), rest);
    }
    (None, item.clone())
}

/// A column or a statement that needs an id.
pub(super) struct Nameless {
    /// The id it was given.
    pub given: Option<String>,
    /// Its words, from which it gets one otherwise.
    pub words: String,
    /// Where it stands.
    pub span: Span,
}

/// The id of each. What its list has said before is reported, and has none. An id depends on the words alone, so that it stays when
/// things move; only when different words would have the same one, the later gets more digits from its words.
pub(super) fn ids_of(things: &[Nameless], found: &mut Diagnostics) -> Vec<Option<String>> {
    let mut taken: HashSet<String> = things.iter().filter_map(|thing| thing.given.clone()).collect();
    let mut said: HashSet<String> = HashSet::new();
    let mut id_of = |thing: &Nameless| {
        if let Some(given) = &thing.given {
            return said.insert(format!("{given}:")).then(|| given.clone());
        }
        let words: String = thing.words.nfc().collect();
        if !said.insert(words.clone()) {
            return None;
        }
        let id = id_from(&words);
        let hash = |digits| short_hash(words.as_bytes(), digits);
        // Headings in a script that has no place in an id still each get one of their own.
        let id = if id.is_empty() { format!("x{}", hash(8)) } else { id };
        let id = if taken.contains(&id) { format!("{id}-{}", hash(4)) } else { id };
        taken.insert(id.clone()).then_some(id)
    };
    let ids: Vec<Option<String>> = things.iter().map(&mut id_of).collect();
    for (thing, _) in things.iter().zip(&ids).filter(|(_, id)| id.is_none()) {
        report_twice(&thing.words, thing.span, found);
    }
    ids
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_found_for_any_heading() {
        assert_eq!(id_from("What we wrapped it in!"), "what-we-wrapped-it-in");
        assert_eq!(id_from("Kōrero & kai"), "korero-kai");
        assert_eq!(id_from("Ko\u{304}rero, Café"), id_from("Kōrero, Cafe\u{301}"));
        assert_eq!(id_from("Time (°C)"), "time-c");
        assert_eq!(id_from("時間"), "");
        assert!(is_id("a-1") && !is_id("A") && !is_id("-a") && !is_id("") && !is_id("é"));
        assert!(is_id(&"a".repeat(64)) && !is_id(&"a".repeat(65)));
    }

    fn ids(things: &[(Option<&str>, &str)]) -> (Vec<Option<String>>, usize) {
        let nameless = |(given, words): &(Option<&str>, &str)| Nameless {
            given: given.map(str::to_owned),
            words: (*words).to_owned(),
            span: Span::new(0, 0),
        };
        let mut found = Diagnostics::default();
        let ids = ids_of(&things.iter().map(nameless).collect::<Vec<_>>(), &mut found);
        (ids, found.into_sorted("").0.len())
    }

    #[test]
    fn different_words_have_different_ids() {
        let (found, problems) =
            ids(&[(None, "Cost ($)"), (None, "Cost (%)"), (Some("weight"), "a"), (None, "Weight")]);
        assert_eq!((found[0].as_deref(), found[2].as_deref(), problems), (Some("cost"), Some("weight"), 0));
        let (second, fourth) = (found[1].as_deref().unwrap(), found[3].as_deref().unwrap());
        assert!(second.starts_with("cost-") && second.len() == 9 && is_id(second), "{second}");
        assert!(fourth.starts_with("weight-") && fourth.len() == 11, "{fourth}");
        let long = "This is a very long statement about what happened ";
        let (found, problems) = ids(&[(None, &format!("{long}first")), (None, &format!("{long}then"))]);
        assert!(found[0] != found[1] && problems == 0);
        let (found, _) = ids(&[(None, "時間"), (None, "場所")]);
        assert_ne!(found[0], found[1]);
    }

    #[test]
    fn the_same_again_is_reported() {
        for things in [[(None, "Kōrero"), (None, "Ko\u{304}rero")], [(Some("a"), "One"), (Some("a"), "Two")]]
        {
            let (found, problems) = ids(&things);
            assert!(found[0].is_some() && found[1].is_none() && problems == 1, "{things:?}");
        }
    }
}
