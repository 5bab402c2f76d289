//! The assignment format: what a teacher writes, and what a phone gets.
//!
//! [`document`] is the checked assignment as phones read it: plain data, no Markdown, no teacher's notes.
//! [`source`] (feature `compile`) reads a teacher's text into a document and says, as data, everything that is wrong
//! with it. It never fails: there is always a document with what could be read.
//!
//! ```
//! # #[cfg(feature = "compile")] {
//! let source = "---\ntitle: Halves\n---\nDear whānau …\n";
//! let compiled = assignment::source::compile("halves", source, None);
//! assert_eq!(compiled.assignment.head.title, "Halves");
//! # }
//! ```

pub mod document;
pub mod json;
#[cfg(feature = "compile")]
pub mod source;

pub use document::{
    Ask, Assignment, Class, Column, Date, Feedback, FormatError, Head, Index, Kind, Look, Number, OPENS,
    Part, Prose, Rows, Section, Shared, Statement, Translated, VERSION, Who, direction, packed_in,
};
