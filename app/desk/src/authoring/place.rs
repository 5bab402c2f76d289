//! Which part of the preview belongs to a place of the text, and the other way round.

use assignment::source::{Outline, Span};

/// A part of the page that a family sees.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// The title and what stands around it.
    Top,
    /// The letter.
    Letter,
    /// A section's heading.
    Heading(usize),
    /// A part of a section.
    Part(usize, usize),
}

impl Place {
    /// The part that a byte of the text is in: the last that begins before it.
    pub fn of(outline: &Outline, at: usize) -> Self {
        let mut place = Self::Top;
        let mut see = |span: Span, here| {
            if span.start <= at {
                place = here;
            }
        };
        if let Some(letter) = outline.letter {
            see(letter, Self::Letter);
        }
        for (number, section) in outline.sections.iter().enumerate() {
            see(section.heading, Self::Heading(number));
            for (part, span) in section.parts.iter().enumerate() {
                see(*span, Self::Part(number, part));
            }
        }
        place
    }

    /// Where it begins in the text.
    pub fn start(self, outline: &Outline) -> Option<usize> {
        let span = match self {
            Self::Top => outline.title.or(outline.opening),
            Self::Letter => outline.letter,
            Self::Heading(number) => outline.sections.get(number).map(|section| section.heading),
            Self::Part(number, part) => {
                outline.sections.get(number).and_then(|section| section.parts.get(part)).copied()
            }
        };
        span.map(|span| span.start)
    }
}

#[cfg(test)]
mod tests {
    use assignment::source::compile;

    use super::*;

    #[test]
    fn every_part_is_found_from_the_text_and_back() {
        let text = "---\ntitle: Kites\n---\nDear whānau\n\n## One\n\nWords.\n\n```tip\nAsk.\n```\n```ask done\nid: a\nquestion: Do it\n```\n## Two\n```ask done\nid: b\nquestion: Again\n```\n";
        let outline = compile("kites", text, None).outline;
        for (words, place) in [
            ("title", Place::Top),
            ("Dear", Place::Letter),
            ("One", Place::Heading(0)),
            ("Words", Place::Part(0, 0)),
            ("Ask.", Place::Part(0, 1)),
            ("Do it", Place::Part(0, 2)),
            ("Two", Place::Heading(1)),
            ("Again", Place::Part(1, 0)),
        ] {
            let at = text.find(words).unwrap();
            assert_eq!(Place::of(&outline, at), place, "{words}");
            let start = place.start(&outline).unwrap();
            assert_eq!(Place::of(&outline, start), place, "{words}");
        }
        assert_eq!(Place::Part(7, 0).start(&outline), None);
    }
}
