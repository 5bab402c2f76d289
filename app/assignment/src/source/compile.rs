//! A whole source text to a document.

use sha2::{Digest, Sha256};

use super::ask::{Earlier, read_ask};
use super::diagnostic::{Diagnostic, Diagnostics};
use super::family::{Role, advise};
use super::feedback::read_feedback;
use super::fence::{Fence, block_of, open_fence, report_doubtful, report_unclear_block};
use super::header::{read_header, split};
use super::id::{LONGEST, has_signs_of_id, id_from, is_id};
use super::markdown::{Piece, blocks, page};
use super::prose::{Block, prose};
use super::section::{self, without_line};
use super::span::with_line_ends;
use super::{Code, Severity, Span};
use crate::document::{Assignment, Class, Feedback, Head, Part, Prose, Section, VERSION, Who};

/// What became of a source text.
#[derive(Debug, Clone)]
pub struct Compiled {
    /// The document, with everything that could be read.
    pub assignment: Assignment,
    /// Everything that is wrong, in the order of the source.
    pub diagnostics: Vec<Diagnostic>,
    /// The pictures it shows: their addresses, beginning with `media/`, and where they stand.
    pub pictures: Vec<(String, Span)>,
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
    let mut found = Diagnostics::default();
    let mut assignment = Assignment {
        version: VERSION,
        head: Head {
            id: id.to_owned(),
            lang: class.and_then(|class| class.languages.first().cloned()).unwrap_or_else(|| "en".to_owned()),
            title: id.replace('-', " "),
            ..Head::default()
        },
        feedback: class.and_then(|class| class.feedback.clone()),
        ..Assignment::default()
    };
    check_name(id, &mut found);
    let split = split(source, &mut found);
    let places = read_header(source, &split, &mut assignment, &mut found);
    let mut body = Body {
        source,
        assignment: &mut assignment,
        found: &mut found,
        earlier: Earlier::new(),
        feedback: None,
        letter: Vec::new(),
        letter_ended: false,
        section_who: None,
        asks_written: 0,
    };
    body.read(split.body);
    let asks_written = body.asks_written;
    if let Some(feedback) = body.feedback {
        assignment.feedback = Some(feedback);
    }
    advise(source, &assignment, asks_written, &places, &mut found);
    assignment.head.hash = short_hash(assignment.to_json().as_bytes(), 16);
    let (diagnostics, pictures) = found.into_sorted(source);
    Compiled { assignment, diagnostics, pictures }
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

struct Body<'s, 'b> {
    source: &'s str,
    assignment: &'b mut Assignment,
    found: &'b mut Diagnostics,
    earlier: Earlier,
    feedback: Option<Feedback>,
    letter: Vec<Block>,
    /// A heading or a question has come.
    letter_ended: bool,
    /// Whom the questions of this section are for, when it says so.
    section_who: Option<Who>,
    /// Asks that stand in the text, whether or not they could be read.
    asks_written: usize,
}

impl Body<'_, '_> {
    fn read(&mut self, within: Span) {
        let page = page(self.source, within, self.found);
        report_doubtful(self.source, within, &page, self.found);
        // Blocks of text that follow each other become one part.
        let mut text: Vec<Block> = Vec::new();
        // The line below a heading that says whom its questions are for is no text.
        let mut has_line = false;
        for piece in page.pieces {
            match piece {
                Piece::Block(block, span) => {
                    self.found.said(if self.letter_ended { Role::ForChild } else { Role::ForFamily }, span);
                    text.extend(if std::mem::take(&mut has_line) {
                        without_line(block)
                    } else {
                        Some(block)
                    });
                }
                Piece::Heading(heading, span) => {
                    self.prose(&std::mem::take(&mut text));
                    self.section(prose(&heading), span);
                    has_line = self.section_who.is_some();
                }
                Piece::Fence(info, span) => {
                    self.prose(&std::mem::take(&mut text));
                    self.fence(&info, span);
                }
            }
        }
        self.prose(&text);
        // In one piece, whatever stood between its parts.
        self.assignment.letter = prose(&self.letter);
    }

    /// Begins a section.
    fn section(&mut self, heading: Prose, span: Span) {
        self.letter_ended = true;
        self.assignment.sections.push(Section { heading, parts: Vec::new() });
        self.section_who = section::read_line(self.source, span, self.found);
    }

    /// Text before the first heading or question is the letter.
    fn prose(&mut self, blocks: &[Block]) {
        if blocks.is_empty() {
            return;
        }
        if self.letter_ended {
            self.part(Part::Prose(prose(blocks)));
        } else {
            self.letter.extend_from_slice(blocks);
        }
    }

    /// Adds a part to the section; one before the first heading gets a section without a heading.
    fn part(&mut self, part: Part) {
        if self.assignment.sections.is_empty() {
            self.assignment.sections.push(Section::default());
        }
        if let Some(section) = self.assignment.sections.last_mut() {
            section.parts.push(part);
        }
    }

    fn fence(&mut self, info: &str, span: Span) {
        let fence = open_fence(self.source, info, span, self.found);
        match block_of(info) {
            Some("ask") => {
                self.asks_written += 1;
                self.letter_ended = true;
                if let Some(ask) =
                    read_ask(self.source, &fence, self.section_who, &mut self.earlier, self.found)
                {
                    self.part(Part::Ask(Box::new(ask)));
                }
            }
            Some("tip") => {
                let tip = read_tip(self.source, &fence, self.found);
                self.part(Part::Tip(tip));
            }
            Some("teacher") => check_note(self.source, &fence, self.found),
            Some(_) => {
                let feedback = read_feedback(self.source, &fence, self.found);
                set_feedback(&mut self.feedback, feedback, fence.opening, self.found);
            }
            None => report_unclear_block(info, fence.opening, self.found),
        }
    }
}

/// Keeps the first feedback block and reports others.
pub(super) fn set_feedback(
    slot: &mut Option<Feedback>,
    feedback: Feedback,
    opening: Span,
    found: &mut Diagnostics,
) {
    if slot.is_some() {
        found.report(
            Code::FeedbackTwice,
            opening,
            "There is another feedback block above this one.",
            "Put all statements into one block.",
        );
    } else {
        *slot = Some(feedback);
    }
}

/// Reads the words inside a `tip`.
fn read_tip(source: &str, fence: &Fence<'_>, found: &mut Diagnostics) -> Prose {
    let blocks = blocks(source, fence.body, found);
    if blocks.is_empty() {
        report_empty(fence, "tip", found);
    } else {
        found.said(Role::ForFamily, fence.body);
    }
    prose(&blocks)
}

/// Nobody but the teacher reads a note, so anything can stand in it.
pub(super) fn check_note(source: &str, fence: &Fence<'_>, found: &mut Diagnostics) {
    if source[fence.body.start..fence.body.end].trim().is_empty() {
        report_empty(fence, "teacher block", found);
    }
}

fn report_empty(fence: &Fence<'_>, what: &str, found: &mut Diagnostics) {
    found.report(
        Code::BlockEmpty,
        fence.opening,
        format!("This {what} says nothing."),
        "Write something between its two lines of ```, or take it out.",
    );
}
