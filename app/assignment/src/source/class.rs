//! Reading `class.md`.

use super::body::{check_note, set_feedback};
use super::diagnostic::{Diagnostic, Diagnostics};
use super::feedback::read_feedback;
use super::fence::{block_of, open_fence, report_doubtful, report_unclear_block};
use super::header::{check_language, split};
use super::markdown::{Piece, page};
use super::prose::{Block, prose};
use super::schema::Fields;
use super::span::with_line_ends;
use super::{Code, Span};
use crate::document::Class;

const KEYS: &[&str] = &["class", "teacher", "school", "languages", "return"];

/// What became of `class.md`.
#[derive(Debug, Clone)]
pub struct CompiledClass {
    /// The class, with everything that could be read.
    pub class: Class,
    /// Everything that is wrong, in the order of the source.
    pub diagnostics: Vec<Diagnostic>,
    /// The pictures it shows, as in [`Compiled`](super::Compiled).
    pub pictures: Vec<(String, Span)>,
}

/// Reads the text of `class.md`. Never fails; what is wrong is in the diagnostics.
pub fn compile_class(source: &str) -> CompiledClass {
    let source = &with_line_ends(source);
    let mut found = Diagnostics::default();
    let split = split(source, &mut found);
    let mut fields = Fields::read(source, split.header, split.opening, "header", KEYS.to_vec(), &mut found);
    let name = fields.text("class", &mut found);
    if name.is_none() {
        fields.missing("class", "Room 12", &mut found);
    }
    let mut class = Class {
        name: name.unwrap_or_default(),
        teacher: fields.text("teacher", &mut found).unwrap_or_default(),
        school: fields.text("school", &mut found).unwrap_or_default(),
        languages: read_languages(&mut fields, &mut found),
        how_to_return: fields.lines("return", &mut found).unwrap_or_default(),
        ..Class::default()
    };
    fields.finish(&mut found);
    let mut welcome = Vec::new();
    let page = page(source, split.body, &mut found);
    report_doubtful(source, split.body, &page, &mut found);
    for piece in page.pieces {
        match piece {
            Piece::Block(block, _) => welcome.push(block),
            Piece::Heading(words, _) => welcome.push(Block::Heading(words)),
            Piece::Fence(info, span) => {
                let fence = open_fence(source, &info, span, &mut found);
                match block_of(&info) {
                    Some("feedback") => {
                        let feedback = read_feedback(source, &fence, &mut found);
                        set_feedback(&mut class.feedback, feedback, fence.opening, &mut found);
                    }
                    Some("teacher") => check_note(source, &fence, &mut found),
                    Some(block) => found.report(
                        Code::BlockMisplaced,
                        fence.opening,
                        format!("`{block}` cannot be used in class.md."),
                        "Put it into an assignment's file.",
                    ),
                    None => report_unclear_block(&info, fence.opening, &mut found),
                }
            }
        }
    }
    class.welcome = prose(&welcome);
    let (diagnostics, pictures) = found.into_sorted(source);
    CompiledClass { class, diagnostics, pictures }
}

fn read_languages(fields: &mut Fields<'_>, found: &mut Diagnostics) -> Vec<String> {
    let tags = fields.distinct("languages", found);
    tags.into_iter().filter_map(|(tag, span)| check_language(&tag, span, found)).collect()
}
