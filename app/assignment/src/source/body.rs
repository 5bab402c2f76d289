//! Everything below the header: the letter, the sections with their parts, and the blocks.

use super::ask::{AskRead, Earlier, read_ask};
use super::diagnostic::Diagnostics;
use super::facts::Facts;
use super::family::Role;
use super::feedback::read_feedback;
use super::fence::{Fence, block_of, open_fence, report_doubtful, report_unclear_block};
use super::header::Purpose;
use super::markdown::{Piece, blocks, page};
use super::outline::SectionPlace;
use super::prose::{Block, prose};
use super::section::{self, without_line};
use super::{Code, Outline, Span};
use crate::document::{Assignment, Feedback, Part, Prose, Section, Who};

/// What a body is read into.
struct Body<'s, 'b> {
    source: &'s str,
    purpose: Purpose,
    assignment: &'b mut Assignment,
    outline: &'b mut Outline,
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
    facts: Facts,
}

/// Blocks of text that follow each other: they become one part.
#[derive(Default)]
struct Text {
    blocks: Vec<Block>,
    span: Option<Span>,
}

impl Text {
    fn add(&mut self, block: Option<Block>, span: Span) {
        self.blocks.extend(block);
        self.span = Some(joined(self.span, span));
    }
}

fn joined(before: Option<Span>, span: Span) -> Span {
    Span::new(before.map_or(span.start, |before| before.start), span.end)
}

/// Reads everything below the header into `assignment`, and gives back how many asks stand in it, and what they say beside words.
pub(super) fn read_body(
    source: &str,
    within: Span,
    purpose: Purpose,
    assignment: &mut Assignment,
    outline: &mut Outline,
    found: &mut Diagnostics,
) -> (usize, Facts) {
    let mut body = Body {
        source,
        purpose,
        assignment,
        outline,
        found,
        earlier: Earlier::new(),
        feedback: None,
        letter: Vec::new(),
        letter_ended: false,
        section_who: None,
        asks_written: 0,
        facts: Facts::new(),
    };
    body.read(within);
    let read = (body.asks_written, body.facts);
    if let Some(feedback) = body.feedback {
        assignment.feedback = Some(feedback);
    }
    read
}

impl Body<'_, '_> {
    fn read(&mut self, within: Span) {
        let page = page(self.source, within, self.found);
        report_doubtful(self.source, within, &page, self.found);
        let mut text = Text::default();
        // The line below a heading that says whom its questions are for is no text.
        let mut has_line = false;
        for piece in page.pieces {
            match piece {
                Piece::Block(block, span) => {
                    self.found.said(if self.letter_ended { Role::ForChild } else { Role::ForFamily }, span);
                    let block = if std::mem::take(&mut has_line) { without_line(block) } else { Some(block) };
                    text.add(block, span);
                }
                Piece::Heading(heading, span) => {
                    self.prose(std::mem::take(&mut text));
                    self.section(prose(&heading), span);
                    has_line = self.section_who.is_some();
                }
                Piece::Fence(info, span) => {
                    self.prose(std::mem::take(&mut text));
                    self.fence(&info, span);
                }
            }
        }
        self.prose(text);
        // In one piece, whatever stood between its parts.
        self.assignment.letter = prose(&self.letter);
    }

    /// Begins a section.
    fn section(&mut self, heading: Prose, span: Span) {
        self.letter_ended = true;
        self.assignment.sections.push(Section { heading, parts: Vec::new() });
        self.outline.sections.push(SectionPlace { heading: span, parts: Vec::new() });
        self.section_who = section::read_line(self.source, span, self.found);
    }

    /// Text before the first heading or question is the letter.
    fn prose(&mut self, text: Text) {
        let Some(span) = text.span.filter(|_| !text.blocks.is_empty()) else { return };
        if self.letter_ended {
            self.part(Part::Prose(prose(&text.blocks)), span);
        } else {
            self.letter.extend(text.blocks);
            self.outline.letter = Some(joined(self.outline.letter, span));
        }
    }

    /// Adds a part to the section; one before the first heading gets a section without a heading.
    fn part(&mut self, part: Part, span: Span) {
        if self.assignment.sections.is_empty() {
            self.assignment.sections.push(Section::default());
            let heading = self.outline.opening.unwrap_or(span);
            self.outline.sections.push(SectionPlace { heading, parts: Vec::new() });
        }
        if let (Some(section), Some(place)) =
            (self.assignment.sections.last_mut(), self.outline.sections.last_mut())
        {
            section.parts.push(part);
            place.parts.push(span);
        }
    }

    fn fence(&mut self, info: &str, span: Span) {
        let fence = open_fence(self.source, info, span, self.found);
        match block_of(info) {
            Some("ask") => {
                self.asks_written += 1;
                self.letter_ended = true;
                let section_who = self.section_who;
                if let Some(AskRead { ask, facts }) =
                    read_ask(self.source, &fence, section_who, self.purpose, &mut self.earlier, self.found)
                {
                    self.facts.insert(ask.id.clone(), facts);
                    self.part(Part::Ask(Box::new(ask)), span);
                }
            }
            Some("tip") => {
                let tip = read_tip(self.source, &fence, self.found);
                self.part(Part::Tip(tip), span);
            }
            Some("cards") => {
                let cards = read_cards(self.source, &fence, self.found);
                self.part(Part::Prose(cards), span);
            }
            Some("teacher") => check_note(self.source, &fence, self.found),
            Some(_) => {
                self.outline.feedback.get_or_insert(fence.opening);
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

/// Reads a list of cue cards.
fn read_cards(source: &str, fence: &Fence<'_>, found: &mut Diagnostics) -> Prose {
    let blocks = blocks(source, fence.body, found);
    if blocks.is_empty() {
        report_empty(fence, "block of cards", found);
        return Prose::default();
    }
    found.said(Role::ForChild, fence.body);
    if let [Block::List(_, items)] = blocks.as_slice() {
        return prose(&[Block::Cards(items.clone())]);
    }
    found.report(
        Code::CardsUnclear,
        fence.opening,
        "This block of cards is not one list.",
        "Write each card on a line of its own, starting with a hyphen and a space. Other text goes outside the block.",
    );
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
