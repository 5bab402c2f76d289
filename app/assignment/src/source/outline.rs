//! Where the parts of an assignment stand in its source: for whoever shows one beside the other, and for the check of translations.

use super::Span;

/// The places of everything that a document has. A part that could not be read has none, so that places and parts go together.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Outline {
    /// The file's first line.
    pub opening: Option<Span>,
    /// The title in the header.
    pub title: Option<Span>,
    /// The letter, from its first line to its last.
    pub letter: Option<Span>,
    /// Each section of the document.
    pub sections: Vec<SectionPlace>,
    /// The feedback block's first line.
    pub feedback: Option<Span>,
}

/// Where a section stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SectionPlace {
    /// Its heading; the file's first line for asks that stand before the first heading.
    pub heading: Span,
    /// Each part of it.
    pub parts: Vec<Span>,
}

impl Outline {
    /// What to point at when there is no better place.
    pub(super) fn top(&self) -> Span {
        self.title.or(self.opening).unwrap_or(Span::new(0, 0))
    }
}
