//! Where words of the Markdown parser stand in the source.

use std::ops::Range;

use super::Span;

/// The part of a text that an event was read from.
#[derive(Clone)]
pub(super) struct Written<'t> {
    /// The whole text.
    pub text: &'t str,
    /// The event's part.
    pub range: Range<usize>,
}

impl Written<'_> {
    pub fn words(&self) -> &str {
        &self.text[self.range.clone()]
    }

    /// The first signs, which are as many bytes.
    pub fn first(&self, signs: usize) -> String {
        self.words().get(..signs).unwrap_or_default().to_owned()
    }

    /// The place in the source of what stands so many bytes behind the start of the event, to its end. Where the event has several
    /// lines, all of it: what stands before each of them, such as `> `, is not in its words.
    pub fn from(&self, at: usize, span: Span) -> Span {
        let start = if self.words().contains('\n') { span.start } else { span.start + at };
        Span::new(start.min(span.end), span.end)
    }

    /// Whether so many signs stand between a digit and a letter or digit.
    pub fn follows_a_digit(&self, signs: usize) -> bool {
        let before = self.text[..self.range.start].chars().next_back();
        let after = self.words().chars().nth(signs);
        before.is_some_and(|c| c.is_ascii_digit()) && after.is_some_and(char::is_alphanumeric)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_found_in_one_line_and_not_guessed_in_several() {
        let written = |text, range| Written { text, range };
        let one = written("A $3 \\foo$ b", 2..10);
        assert_eq!(one.from(3, Span::new(12, 20)), Span::new(15, 20));
        assert_eq!(one.from(30, Span::new(12, 20)), Span::new(20, 20));
        let several = written("> $ā\n> \\foo$", 2..13);
        assert_eq!(several.from(3, Span::new(12, 24)), Span::new(12, 24));
    }
}
