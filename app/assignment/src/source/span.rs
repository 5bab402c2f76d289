//! Places in a source text.

use std::borrow::Cow;

/// A run of bytes of the source, `start` up to but not including `end`; both on character boundaries.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// The offset of the first byte.
    pub start: usize,
    /// The offset after the last byte.
    pub end: usize,
}

/// A place as an editor shows it. Lines and columns count from 1, columns in characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Position {
    /// The line.
    pub line: usize,
    /// The character in the line.
    pub column: usize,
}

impl Span {
    /// From `start` up to `end`.
    pub fn new(start: usize, end: usize) -> Self {
        Self { start, end }
    }

    /// Where the span starts in `source`.
    pub fn position(self, source: &str) -> Position {
        let before = &source[..self.start];
        let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
        // Editors do not show the byte order mark.
        let line = before[line_start..].trim_start_matches('\u{feff}');
        Position { line: before.matches('\n').count() + 1, column: line.chars().count() + 1 }
    }

    /// The line of `source` that the span starts in, without its end, and where that line starts.
    pub fn line(self, source: &str) -> (&str, usize) {
        let start = source[..self.start].rfind('\n').map_or(0, |newline| newline + 1);
        let line = source[start..].split('\n').next().unwrap_or_default();
        (line.trim_end_matches('\r'), start)
    }
}

/// The text with `\n` for line ends that are a lone `\r`, as some old programs write them. Every place in it stays.
pub(super) fn with_line_ends(source: &str) -> Cow<'_, str> {
    let is_lone = |(at, _): &(usize, &str)| !source[at + 1..].starts_with('\n');
    if !source.match_indices('\r').any(|found| is_lone(&found)) {
        return Cow::Borrowed(source);
    }
    let mut text = String::with_capacity(source.len());
    let mut signs = source.chars().peekable();
    while let Some(c) = signs.next() {
        text.push(if c == '\r' && signs.peek() != Some(&'\n') { '\n' } else { c });
    }
    Cow::Owned(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters() {
        let source = "whānau\r\nkōrero mai\n";
        let span = Span::new(source.find("mai").unwrap(), source.len() - 1);
        assert_eq!(span.position(source), Position { line: 2, column: 8 });
        assert_eq!(span.line(source), ("kōrero mai", 9));
        assert_eq!(Span::new(source.len(), source.len()).position(source), Position { line: 3, column: 1 });
    }
}
