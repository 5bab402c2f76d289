//! The phrases of the interface, in the language that was loaded.

use std::cell::RefCell;
use std::collections::HashMap;

use serde_json::Value;

/// A language file that is not one.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the language file cannot be read: {0}")]
pub struct LanguageError(String);

enum Phrase {
    Words(String),
    Forms(HashMap<String, String>),
}

#[derive(Default)]
struct Loaded {
    language: String,
    phrases: HashMap<String, Phrase>,
}

thread_local! {
    static LOADED: RefCell<Loaded> = RefCell::default();
}

/// One function a message, with the message's arguments. An unknown message, which an old page with a new language file could
/// meet, shows its name.
#[allow(clippy::must_use_candidate, reason = "generated")]
pub mod say {
    include!(concat!(env!("OUT_DIR"), "/say.rs"));
}

/// Takes the phrases of a compiled language file (`locales/en.json`). `language` is its BCP 47 tag.
///
/// # Errors
/// [`LanguageError`] when the text is not such a file; the phrases before stay.
pub fn load(language: &str, json: &str) -> Result<(), LanguageError> {
    let unreadable = |error: serde_json::Error| LanguageError(error.to_string());
    let messages: HashMap<String, Value> = serde_json::from_str(json).map_err(unreadable)?;
    let phrases = messages.into_iter().filter_map(|(id, value)| Some((id, read_phrase(value)?))).collect();
    LOADED.with_borrow_mut(|loaded| *loaded = Loaded { language: language.to_owned(), phrases });
    Ok(())
}

/// Takes the English that this program was built with: for tests, and for tools that fetch nothing.
#[cfg(not(target_arch = "wasm32"))]
pub fn load_english() {
    // It was written by the build script.
    let _ = load("en", include_str!(concat!(env!("OUT_DIR"), "/en.json")));
}

/// Takes the English that this program was built with. A phone fetches its language instead.
#[cfg(target_arch = "wasm32")]
pub fn load_english() {}

fn read_phrase(value: Value) -> Option<Phrase> {
    match value {
        Value::String(words) => Some(Phrase::Words(words)),
        Value::Object(forms) => {
            let forms =
                forms.into_iter().filter_map(|(form, words)| Some((form, words.as_str()?.to_owned())));
            Some(Phrase::Forms(forms.collect()))
        }
        _ => None,
    }
}

fn words(id: &str) -> String {
    with_words(id, None, str::to_owned)
}

fn filled(id: &str, arguments: &[(&str, String)]) -> String {
    with_words(id, None, |words| fill(words, arguments))
}

fn plural(id: &str, number: usize, arguments: &[(&str, String)]) -> String {
    with_words(id, Some(number), |words| fill(words, arguments))
}

fn with_words(id: &str, number: Option<usize>, then: impl FnOnce(&str) -> String) -> String {
    LOADED.with_borrow(|loaded| match loaded.phrases.get(id) {
        Some(Phrase::Words(words)) => then(words),
        Some(Phrase::Forms(forms)) => {
            let form = number.map(|number| crate::browser::plural_form(&loaded.language, number));
            let words = form.and_then(|form| forms.get(&form)).or_else(|| forms.get("other"));
            then(words.map_or(id, String::as_str))
        }
        None => id.to_owned(),
    })
}

fn fill(words: &str, arguments: &[(&str, String)]) -> String {
    let mut filled = String::with_capacity(words.len());
    let mut pieces = words.split('{');
    filled.push_str(pieces.next().unwrap_or_default());
    for piece in pieces {
        let (name, rest) = piece.split_once('}').unwrap_or((piece, ""));
        let value = arguments.iter().find(|(known, _)| *known == name);
        filled.push_str(value.map_or(name, |(_, value)| value));
        filled.push_str(rest);
    }
    filled
}

/// The tag of the language that was loaded.
pub(crate) fn current() -> String {
    LOADED.with_borrow(|loaded| loaded.language.clone())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phrases_are_filled_with_what_was_typed_and_nothing_else() {
        load_english();
        assert_eq!(say::home_saved(), "Saved");
        assert_eq!(say::home_family_work("{name} {x}"), "What {name} {x} did");
        assert_eq!(say::desk_opened(1), "One result opened.");
        assert_eq!(say::desk_opened(25), "25 results opened.");
        assert_eq!(words("no-such-message"), "no-such-message");
    }

    #[test]
    fn a_file_that_is_no_language_leaves_the_phrases_as_they_were() {
        load_english();
        assert!(load("mi", "[1]").is_err());
        assert_eq!(say::home_saved(), "Saved");
    }
}
