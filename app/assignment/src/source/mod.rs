//! A teacher's text, read into a document, and everything that is wrong with it.
//!
//! The steps, each in its own module: [`lines`](fields) splits a header or block into fields with their spans,
//! `fence` finds the blocks, `header`, `ask`, `kind` and `feedback` read fields by their schema, `body` and `markdown` the words between them, and [`compile`] and
//! [`compile_class`] put a document together. [`compile_translation`] holds one against its original, and [`folder`] looks across files.

mod address;
mod ask;
mod body;
mod builder;
mod class;
mod code;
mod columns;
mod compile;
mod day;
mod diagnostic;
mod facts;
mod family;
mod feedback;
mod fence;
mod fields;
pub mod folder;
mod header;
mod id;
mod kind;
mod markdown;
mod math;
mod near;
mod outline;
mod prose;
mod schema;
mod section;
mod span;
mod translation;
mod unopened;
mod written;

pub use class::{CompiledClass, compile_class};
pub use code::{Code, Severity};
pub use compile::{Compiled, compile};
pub use diagnostic::Diagnostic;
pub use outline::{Outline, SectionPlace};
pub use span::{Position, Span};
pub use translation::compile_translation;
