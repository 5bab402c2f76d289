//! A whole source text to a document.

use sha2::{Digest, Sha256};

use super::body::read_body;
use super::diagnostic::{Diagnostic, Diagnostics};
use super::facts::Facts;
use super::family::advise;
use super::header::{Header, Purpose, read_header, split};
use super::id::{LONGEST, has_signs_of_id, id_from, is_id};
use super::span::with_line_ends;
use super::{Code, Outline, Severity, Span};
use crate::document::{Assignment, Class, Head, VERSION};

/// What became of a source text.
#[derive(Debug, Clone)]
pub struct Compiled {
    /// The document, with everything that could be read.
    pub assignment: Assignment,
    /// Everything that is wrong, in the order of the source.
    pub diagnostics: Vec<Diagnostic>,
    /// The pictures it shows: their addresses, beginning with `media/`, and where they stand.
    pub pictures: Vec<(String, Span)>,
    /// Where the parts of the document stand.
    pub outline: Outline,
}

impl Compiled {
    /// Whether it can be published: nothing worse than warnings.
    pub fn is_publishable(&self) -> bool {
        self.diagnostics.iter().all(|d| d.severity() < Severity::Error)
    }
}

/// Reads the source text of the assignment `id` (the file's name without `.md`). `class` gives its language and feedback
/// where the text says nothing of them. Never fails; what is wrong is in the diagnostics.
pub fn compile(id: &str, source: &str, class: Option<&Class>) -> Compiled {
    let source = &with_line_ends(source);
    let mut read = Reading::of(id, source, class, Purpose::Original);
    check_name(id, &mut read.found);
    advise(source, &read.assignment, read.asks_written, &read.header.places, &mut read.found);
    read.into_compiled(source)
}

/// A text after reading, before it is known what is wrong with it as a whole.
pub(super) struct Reading {
    pub assignment: Assignment,
    pub outline: Outline,
    pub found: Diagnostics,
    /// What its header says beside the document.
    pub header: Header,
    /// What its asks say beside words.
    pub facts: Facts,
    asks_written: usize,
}

impl Reading {
    /// Reads a text whose line ends are those of today.
    pub fn of(id: &str, source: &str, class: Option<&Class>, purpose: Purpose) -> Self {
        let mut found = Diagnostics::default();
        let mut assignment = Assignment {
            version: VERSION,
            head: Head {
                id: id.to_owned(),
                lang: class
                    .and_then(|class| class.languages.first().cloned())
                    .unwrap_or_else(|| "en".to_owned()),
                title: id.replace('-', " "),
                ..Head::default()
            },
            feedback: class.and_then(|class| class.feedback.clone()),
            ..Assignment::default()
        };
        let split = split(source, &mut found);
        let header = read_header(source, &split, purpose, &mut assignment, &mut found);
        let mut outline = Outline { opening: Some(split.opening), title: header.title, ..Outline::default() };
        let (asks_written, facts) =
            read_body(source, split.body, purpose, &mut assignment, &mut outline, &mut found);
        Self { assignment, outline, found, header, facts, asks_written }
    }

    /// What became of the text, with the hash of the document.
    pub fn into_compiled(self, source: &str) -> Compiled {
        let Self { mut assignment, outline, found, .. } = self;
        assignment.head.hash = short_hash(assignment.to_json().as_bytes(), 16);
        let (diagnostics, pictures) = found.into_sorted(source);
        Compiled { assignment, diagnostics, pictures, outline }
    }
}

/// The first `digits` hexadecimal digits of the SHA-256 of `bytes`.
pub(super) fn short_hash(bytes: &[u8], digits: usize) -> String {
    let mut hex: String = Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect();
    hex.truncate(digits);
    hex
}

fn check_name(id: &str, found: &mut Diagnostics) {
    if !is_id(id) {
        let nearest = id_from(id);
        let nearest = if nearest.is_empty() { "my-assignment" } else { &nearest };
        let help = if has_signs_of_id(id) {
            format!(
                "It is {} letters long, and an id has {LONGEST} at most. Give the file a shorter name.",
                id.len()
            )
        } else {
            format!("Rename the file to {nearest}.md: small letters, digits and hyphens.")
        };
        found.report(
            Code::NameUnclear,
            Span::new(0, 0),
            format!("The file's name, “{id}.md”, cannot be an assignment's id."),
            help,
        );
    }
}
