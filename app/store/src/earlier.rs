//! The earlier versions of one answer, as a text: one a line, the newest last.

use assignment::json;
use work::Answer;

/// How many are kept of an answer. When there are more, the oldest goes.
const MOST: usize = 10;

/// The versions of a text. A line that cannot be read is passed over.
pub(crate) fn read(text: &str) -> Vec<Answer> {
    text.lines().filter_map(|line| json::read(line).ok()).collect()
}

/// The text with one more. What is there already comes last now: nobody wants to choose among equals.
pub(crate) fn with(text: &str, version: &Answer) -> String {
    let is_other = |line: &&str| json::read::<Answer>(line).map_or(true, |held| held.value != version.value);
    let mut lines: Vec<&str> = text.lines().filter(is_other).collect();
    let newest = json::write(version);
    lines.push(&newest);
    lines[lines.len().saturating_sub(MOST)..].join("\n")
}

#[cfg(test)]
mod tests {
    use work::{Slot, Value};

    use super::*;

    fn version(words: &str) -> Answer {
        Answer { slot: Slot::Ask("a".into()), value: Value::Text(words.into()), ..Answer::default() }
    }

    #[test]
    fn the_last_ten_are_kept_each_once() {
        let mut text = String::new();
        for number in (1..=12).chain([7]) {
            text = with(&text, &version(&number.to_string()));
        }
        let numbers = [3, 4, 5, 6, 8, 9, 10, 11, 12, 7].map(|number| version(&number.to_string()));
        assert_eq!(read(&text), numbers);
    }

    #[test]
    fn a_damaged_line_costs_one_version_and_stays() {
        let text = with("{\"profile\":\n", &version("1"));
        assert_eq!(read(&text), [version("1")]);
        assert!(text.starts_with("{\"profile\":\n"));
    }
}
