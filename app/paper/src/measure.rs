//! How much room words take, in millimetres. The width of a letter is that of Arial on the average, in English and in Māori.

use crate::fit::Fit;
use crate::lists::in_columns;

/// A point in millimetres.
const POINT: f64 = 0.3528;

/// A letter's width in sizes of the type.
const LETTER: f64 = 0.45;

/// A bold letter's.
const BOLD: f64 = 0.485;

/// What is left empty at the end of a line, because words are not broken, in letters.
const RAGGED: f64 = 2.5;

/// The most that a picture may take.
const PICTURE: f64 = 50.0;

/// Type of one size.
#[derive(Clone, Copy)]
pub(crate) struct Type {
    /// The size in millimetres.
    pub size: f64,
    /// The height of a line.
    pub line: f64,
    letter: f64,
}

impl Type {
    /// The type of a page, in so many of its sizes.
    pub fn of(fit: &Fit, sizes: f64) -> Self {
        let size = fit.size * POINT * sizes;
        Self { size, line: size * fit.leading, letter: size * LETTER }
    }

    pub fn bold(self) -> Self {
        Self { letter: self.size * BOLD, ..self }
    }

    /// With lines of another height, in sizes of the type.
    pub fn leading(self, leading: f64) -> Self {
        Self { line: self.size * leading, ..self }
    }

    /// How wide so many letters are.
    pub fn width(self, letters: usize) -> f64 {
        count(letters) * self.letter
    }

    /// How many lines so many letters take.
    pub fn lines(self, letters: usize, width: f64) -> f64 {
        let (all, room) = (self.width(letters), (width - RAGGED * self.letter).max(self.size));
        if all <= width { 1.0 } else { (all / room).ceil() }
    }

    /// The height of so many letters.
    pub fn height(self, letters: usize, width: f64) -> f64 {
        self.lines(letters, width) * self.line
    }
}

pub(crate) fn count(number: usize) -> f64 {
    f64::from(u32::try_from(number).unwrap_or(u32::MAX))
}

/// How many letters are in HTML, outside of its tags.
pub(crate) fn letters(html: &str) -> usize {
    let words = |piece: &str| spoken(piece.split_once('>').map_or(piece, |(_, words)| words));
    html.split('<').map(words).sum()
}

/// How many letters are in words of HTML. A quote is written with six.
fn spoken(words: &str) -> usize {
    words.replace("&quot;", "\"").replace("&amp;", "&").chars().count()
}

/// The heights of a text's paragraphs, items and rows.
pub(crate) fn paragraphs(html: &str, width: f64, words: Type) -> Vec<f64> {
    let html = in_columns(html);
    let mut heights = Vec::new();
    let (mut rest, mut in_short, mut in_row) = (html.as_str(), false, 0);
    let (mut said, mut items) = (0, 0);
    while let Some((before, after)) = rest.split_once('<') {
        said += spoken(before);
        let (tag, after) = after.split_once('>').unwrap_or((after, ""));
        match tag {
            picture if picture.starts_with("img ") => heights.push(PICTURE),
            "li" => items += 1,
            "ul class=\"paper-short\"" => in_short = true,
            "tr" => in_row = 0,
            "/td" | "/th" => in_row += 1,
            // Columns are as wide as their words want them, and one of them takes what is left.
            "/tr" => {
                let padding = count(in_row) * words.size;
                heights.push(words.height(said, (width - padding) * 0.9) + words.size * 0.3);
                said = 0;
            }
            "/p" | "/li" | "/h3" | "/blockquote" | "/pre" | "br" if said > 0 && in_row == 0 => {
                let height = if in_short { words.line / 2.0 } else { words.height(said, width - words.size) };
                let margin = match tag {
                    "/p" if items == 0 => 0.3,
                    "/h3" => 0.4,
                    _ => 0.0,
                };
                heights.push(height + words.size * margin);
                said = 0;
            }
            "/table" => in_row = 0,
            "/ul" | "/ol" => (items, in_short) = (0, false),
            _ => {}
        }
        rest = after;
    }
    heights
}
