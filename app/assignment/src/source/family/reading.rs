//! Whether a child of the school year can read what is written for them.

use super::{Role, Said};
use crate::source::diagnostic::Diagnostics;
use crate::source::{Code, Span};

/// Fewer words than this say too little of how hard a text is.
const FEWEST_WORDS: usize = 100;

/// How many years harder than the class a text may be. The measure is rough, and somebody at home can read aloud.
const YEARS_ABOVE: f64 = 3.0;

/// How hard a text is.
#[derive(Debug, Default)]
struct Measure {
    words: usize,
    sentences: usize,
    syllables: usize,
    /// The most words in a sentence, and where that sentence stands.
    longest: Option<(usize, Span)>,
}

/// Reports an assignment whose words for the child are far harder than its year.
pub(super) fn advise(source: &str, said: &[Said], year: &str, place: Span, found: &mut Diagnostics) {
    let Some(year) = highest(year) else { return };
    let mut measure = Measure::default();
    for words in said.iter().filter(|words| matches!(words.role, Role::ForChild | Role::Asked)) {
        measure.take(source, words.span);
    }
    let Some(level) = measure.level().filter(|level| *level > year + YEARS_ABOVE) else { return };
    let longest = measure.longest.map_or("", |(_, span)| source[span.start..span.end].trim());
    let longest = longest.split_whitespace().collect::<Vec<_>>().join(" ");
    found.report(
        Code::HardToRead,
        place,
        match level {
            ..13.5 => format!(
                "This reads like a text for year {level:.0}, which is hard for the children it is for."
            ),
            _ => "This reads like a text for adults, which is hard for the children it is for.".to_owned(),
        },
        format!("Use shorter sentences and everyday words. Start with the longest sentence: “{longest}”"),
    );
}

/// The last number of `5-6`, or the only one of `5`.
fn highest(year: &str) -> Option<f64> {
    let number = year.rsplit(|c: char| !c.is_ascii_digit()).find(|digits| !digits.is_empty())?;
    number.parse().ok()
}

impl Measure {
    fn take(&mut self, source: &str, span: Span) {
        let text = &source[span.start..span.end];
        let mut start = 0;
        for end in text.match_indices(['.', '?', '!', ':', ';']).map(|(at, sign)| at + sign.len()) {
            // A point inside a number or a word ends no sentence.
            if text[end..].chars().next().is_none_or(char::is_whitespace) {
                self.sentence(source, Span::new(span.start + start, span.start + end));
                start = end;
            }
        }
        self.sentence(source, Span::new(span.start + start, span.end));
    }

    fn sentence(&mut self, source: &str, span: Span) {
        let words: Vec<&str> = source[span.start..span.end]
            .split(|c: char| !c.is_alphabetic() && !matches!(c, '\'' | '’'))
            .filter(|word| word.chars().any(char::is_alphabetic))
            .collect();
        if words.is_empty() {
            return;
        }
        self.sentences += 1;
        self.words += words.len();
        self.syllables += words.iter().map(|word| syllables(word)).sum::<usize>();
        if self.longest.is_none_or(|(most, _)| words.len() > most) {
            self.longest = Some((words.len(), span));
        }
    }

    /// The school year of New Zealand that the text suits, by the Flesch–Kincaid grade (Kincaid et al. 1975): grade 1 is year 2.
    fn level(&self) -> Option<f64> {
        if self.words < FEWEST_WORDS {
            return None;
        }
        let ratio = |a: usize, b: usize| a as f64 / b as f64;
        let grade =
            0.39 * ratio(self.words, self.sentences) + 11.8 * ratio(self.syllables, self.words) - 15.59;
        Some(grade + 1.0)
    }
}

/// About how many syllables an English word has: runs of vowels, without a silent e at its end.
fn syllables(word: &str) -> usize {
    let letters: Vec<char> =
        word.chars().flat_map(char::to_lowercase).filter(|c| c.is_alphabetic()).collect();
    let is_vowel = |c: &char| "aeiouyāēīōū".contains(*c);
    let runs = letters.chunk_by(|a, b| is_vowel(a) == is_vowel(b)).filter(|run| is_vowel(&run[0])).count();
    let silent = letters.ends_with(&['e']) && !letters.ends_with(&['l', 'e']) && runs > 1;
    (runs - usize::from(silent)).max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn syllables_are_about_right() {
        for (word, count) in
            [("cat", 1), ("table", 2), ("shape", 1), ("the", 1), ("whānau", 2), ("banana", 3), ("Mm", 1)]
        {
            assert_eq!(syllables(word), count, "{word}");
        }
    }

    fn level(text: &str) -> f64 {
        let mut measure = Measure::default();
        measure.take(text, Span::new(0, text.len()));
        measure.level().unwrap()
    }

    #[test]
    fn short_sentences_are_easier_than_long_ones() {
        let easy =
            "Get two cups. Fill them with water. Put one in the sun. Put one in the shade. Which is warm? "
                .repeat(6);
        let hard = "Notwithstanding considerable environmental variability, investigate methodically which insulating \
                    materials demonstrably minimise thermal conductivity over an appropriately extended observational period. "
            .repeat(6);
        assert!(level(&easy) < 3.0, "{}", level(&easy));
        assert!(level(&hard) > 15.0, "{}", level(&hard));
    }

    #[test]
    fn a_short_text_is_not_judged() {
        let mut measure = Measure::default();
        let text = "Investigate methodically.";
        measure.take(text, Span::new(0, text.len()));
        assert!(measure.level().is_none());
    }

    #[test]
    fn the_year_is_the_highest_that_is_named() {
        assert_eq!(highest("5-6"), Some(6.0));
        assert_eq!(highest("Year 9"), Some(9.0));
        assert_eq!(highest("seniors"), None);
    }
}
