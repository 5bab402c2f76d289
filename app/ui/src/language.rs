//! The phrases of the interface, in the language that was loaded.

use std::cell::RefCell;

use crate::browser::fetch_text;

/// What the page is told, by an error, when it has no words: it cannot say anything itself.
const NO_WORDS: &str = "no words";

/// The plural form that every language has.
const OTHER: usize = 5;

#[derive(Default)]
struct Loaded {
    language: String,
    /// The words of each message, on the line that its function names.
    lines: Vec<String>,
}

thread_local! {
    static LOADED: RefCell<Loaded> = RefCell::default();
}

/// One function a message, with the message's arguments.
#[allow(clippy::must_use_candidate, reason = "generated")]
pub mod say {
    include!(concat!(env!("OUT_DIR"), "/say.rs"));
}

/// Takes the phrases of a compiled language file (`locales/en.txt`), and says whether it is one that fits this program. `language` is
/// its BCP 47 tag.
pub fn load(language: &str, text: &str) -> bool {
    let lines: Vec<String> =
        text.split('\n').map(|words| words.replace("\\n", "\n").replace("\\\\", "\\")).collect();
    let fits = lines.first().is_some_and(|mark| mark == say::MARK);
    if fits {
        LOADED.with_borrow_mut(|loaded| *loaded = Loaded { language: language.to_owned(), lines });
    }
    fits
}

/// Fetches the interface's words and takes them. Without them there is nothing to show: `public/boot.js` says that the page could not
/// start.
pub async fn fetch() {
    let words = fetch_text("locales/en.txt").await;
    if !words.is_ok_and(|words| load("en", &words)) {
        wasm_bindgen::throw_str(NO_WORDS);
    }
}

/// Takes the English that this program was built with: for tests, and for tools that fetch nothing.
#[cfg(not(target_arch = "wasm32"))]
pub fn load_english() {
    load("en", include_str!(concat!(env!("OUT_DIR"), "/en.txt")));
}

/// The words of a message as they are loaded, with `{name}` where a value goes: for a page that is put together elsewhere.
pub fn phrase(id: &str) -> String {
    let line = say::NAMES.iter().find(|(known, _)| *known == id).map_or(0, |(_, line)| *line);
    LOADED.with_borrow(|loaded| loaded.line(line).to_owned())
}

fn words(line: usize) -> String {
    filled(line, &[])
}

fn filled(line: usize, arguments: &[(&str, String)]) -> String {
    LOADED.with_borrow(|loaded| fill(loaded.line(line), arguments))
}

fn plural(first: usize, number: usize, arguments: &[(&str, String)]) -> String {
    LOADED.with_borrow(|loaded| {
        let form = match crate::browser::plural_form(&loaded.language, number).as_str() {
            "zero" => 0,
            "one" => 1,
            "two" => 2,
            "few" => 3,
            "many" => 4,
            _ => OTHER,
        };
        let words = Some(loaded.line(first + form)).filter(|words| !words.is_empty());
        fill(words.unwrap_or_else(|| loaded.line(first + OTHER)), arguments)
    })
}

impl Loaded {
    fn line(&self, line: usize) -> &str {
        self.lines.get(line).map_or("", String::as_str)
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
        assert_eq!((phrase("paper-year"), current()), ("Year {year}".to_owned(), "en".to_owned()));
    }

    #[test]
    fn a_file_that_was_not_built_for_this_program_is_not_taken() {
        load_english();
        assert!(!load("en", "00000000\none\ntwo") && !load("en", ""));
        assert_eq!(say::home_saved(), "Saved");
        assert!(load("en", &format!("{}\none\\ntwo=\\\\2\nthree", say::MARK)));
        assert_eq!((words(1), words(2), words(3)), ("one\ntwo=\\2".into(), "three".into(), String::new()));
    }
}
