//! The phrases of the interface, in the language that was loaded.

use std::cell::RefCell;

use crate::browser::fetch_text;

#[derive(Default)]
struct Loaded {
    language: String,
    /// Each message's name and words. A list and not a map: there are two hundred, and a map's code costs a phone more than
    /// the time to look through them.
    phrases: Vec<(String, String)>,
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

/// Takes the phrases of a compiled language file (`locales/en.txt`). `language` is its BCP 47 tag.
pub fn load(language: &str, lines: &str) {
    let phrases = lines.lines().filter_map(|line| {
        let (id, words) = line.split_once('=')?;
        Some((id.to_owned(), words.replace("\\n", "\n").replace("\\\\", "\\")))
    });
    let phrases = phrases.collect();
    LOADED.with_borrow_mut(|loaded| *loaded = Loaded { language: language.to_owned(), phrases });
}

/// Fetches the interface's words and takes them. Without them the page shows the messages' names: ugly, but people can go on.
pub async fn fetch() {
    if let Ok(words) = fetch_text("locales/en.txt").await {
        load("en", &words);
    }
}

/// Takes the English that this program was built with: for tests, and for tools that fetch nothing.
#[cfg(not(target_arch = "wasm32"))]
pub fn load_english() {
    load("en", include_str!(concat!(env!("OUT_DIR"), "/en.txt")));
}

/// The words of a message as they are loaded, with `{name}` where a value goes: for a page that is put together elsewhere.
pub fn phrase(id: &str) -> String {
    LOADED.with_borrow(|loaded| loaded.find(id).unwrap_or(id).to_owned())
}

fn words(id: &str) -> String {
    filled(id, &[])
}

fn filled(id: &str, arguments: &[(&str, String)]) -> String {
    LOADED.with_borrow(|loaded| fill(loaded.find(id).unwrap_or(id), arguments))
}

fn plural(id: &str, number: usize, arguments: &[(&str, String)]) -> String {
    LOADED.with_borrow(|loaded| {
        let form = crate::browser::plural_form(&loaded.language, number);
        let words = loaded.find(&format!("{id}.{form}")).or_else(|| loaded.find(&format!("{id}.other")));
        fill(words.unwrap_or(id), arguments)
    })
}

impl Loaded {
    fn find(&self, id: &str) -> Option<&str> {
        self.phrases.iter().find(|(known, _)| known == id).map(|(_, words)| words.as_str())
    }
}

fn fill(words: &str, arguments: &[(&str, String)]) -> String {
    let mut filled = String::with_capacity(words.len());
    let mut rest = words;
    while let Some((before, after)) = rest.split_once('{') {
        let (name, after) = after.split_once('}').unwrap_or((after, ""));
        filled.push_str(before);
        let value = arguments.iter().find(|(known, _)| *known == name);
        filled.push_str(value.map_or(name, |(_, value)| value));
        rest = after;
    }
    filled.push_str(rest);
    filled
}

/// The tag of the language that was loaded.
pub fn current() -> String {
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
        assert_eq!((phrase("paper-year"), current()), ("Year {year}".to_owned(), "en".to_owned()));
    }

    #[test]
    fn line_ends_come_back() {
        load("en", "a=one\\ntwo=2\nbroken\n");
        assert_eq!((words("a"), words("broken")), ("one\ntwo=2".to_owned(), "broken".to_owned()));
    }
}
