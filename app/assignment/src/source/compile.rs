//! A whole source text to a document.

use sha2::{Digest, Sha256};

use super::ask::{Earlier, Fence, is_kind, read_ask};
use super::diagnostic::{Diagnostic, Diagnostics, did_you_mean};
use super::feedback::read_feedback;
use super::header::{read_header, split};
use super::markdown::{Piece, pieces};
use super::prose::{Block, prose};
use super::schema::{id_from, is_id};
use super::{Code, Severity, Span};
use crate::document::{Assignment, Class, Feedback, Part, Prose, Section, VERSION, Who};

const BLOCKS: &[&str] = &["ask", "tip", "feedback", "teacher"];

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
    let mut found = Diagnostics::default();
    let mut assignment = Assignment {
        version: VERSION,
        id: id.to_owned(),
        lang: class.and_then(|class| class.languages.first().cloned()).unwrap_or_else(|| "en".to_owned()),
        title: id.replace('-', " "),
        feedback: class.and_then(|class| class.feedback.clone()),
        ..Assignment::default()
    };
    check_name(id, &mut found);
    let split = split(source, &mut found);
    read_header(source, &split, &mut assignment, &mut found);
    let mut body = Body {
        source,
        assignment: &mut assignment,
        found: &mut found,
        earlier: Earlier::new(),
        feedback: None,
        letter: Vec::new(),
        asks_written: 0,
    };
    body.read(split.body);
    let asks_written = body.asks_written;
    if let Some(feedback) = body.feedback {
        assignment.feedback = Some(feedback);
    }
    check_family(&assignment, asks_written, split.opening, &mut found);
    assignment.hash = short_hash(assignment.to_json().as_bytes(), 16);
    let diagnostics = found.into_sorted();
    Compiled { pictures: pictures_in(source, &assignment), assignment, diagnostics }
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
        found.report(
            Code::NameUnclear,
            Span::new(0, 0),
            format!("The file's name, “{id}.md”, cannot be an assignment's id."),
            format!("Rename the file to {nearest}.md: small letters, digits and hyphens."),
        );
    }
}

fn check_family(assignment: &Assignment, asks_written: usize, opening: Span, found: &mut Diagnostics) {
    if asks_written == 0 {
        found.report(
            Code::NoAsk,
            opening,
            "This assignment asks nothing, so there is nothing to do.",
            "Add at least one block that starts with ```ask, as shown in docs/format.md.",
        );
    } else if assignment.asks().next().is_some() && assignment.asks().all(|ask| ask.who == Who::Student) {
        found.report(
            Code::NobodyAtHome,
            opening,
            "Nobody at home is asked to take part.",
            "Give one ask the line `who: together` or `who: family`.",
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
    /// Asks that stand in the text, whether or not they could be read.
    asks_written: usize,
}

impl Body<'_, '_> {
    fn read(&mut self, within: Span) {
        // Blocks of text that follow each other become one part.
        let mut text: Vec<Block> = Vec::new();
        let mut fences = Vec::new();
        for piece in pieces(self.source, within, &is_block, self.found) {
            if let Piece::Block(block) = piece {
                text.push(block);
                continue;
            }
            self.prose(&std::mem::take(&mut text));
            match piece {
                Piece::Heading(heading) => {
                    self.assignment.sections.push(Section { heading: prose(&heading), parts: Vec::new() });
                }
                Piece::Fence(info, span) => {
                    fences.push(span);
                    self.fence(&info, span);
                }
                Piece::Block(_) => {}
            }
        }
        self.prose(&text);
        report_false_fences(self.source, within, &fences, self.found);
        // In one piece, whatever stood between its parts.
        self.assignment.letter = prose(&self.letter);
    }

    /// Text before the first heading is the letter.
    fn prose(&mut self, blocks: &[Block]) {
        if blocks.is_empty() {
            return;
        }
        match self.assignment.sections.last_mut() {
            None => self.letter.extend_from_slice(blocks),
            Some(section) => section.parts.push(Part::Prose(prose(blocks))),
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
                if let Some(ask) = read_ask(self.source, &fence, &mut self.earlier, self.found) {
                    self.part(Part::Ask(ask));
                }
            }
            Some("tip") => {
                let blocks = read_prose(self.source, &fence, "tip", self.found);
                self.part(Part::Tip(blocks));
            }
            Some("teacher") => {
                read_prose(self.source, &fence, "teacher", self.found);
            }
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

/// Whether a fence belongs to the format, or was meant to: every one that has a word. Without a word it is text whose shape counts.
pub(super) fn is_block(info: &str) -> bool {
    !first_word(info).is_empty()
}

/// The block's name, when it is one.
pub(super) fn block_of(info: &str) -> Option<&'static str> {
    BLOCKS.iter().find(|block| block.eq_ignore_ascii_case(first_word(info))).copied()
}

fn first_word(info: &str) -> &str {
    info.split_whitespace().next().unwrap_or_default()
}

/// Reports a fence whose first word is no block's name. It is not published: it may hold a teacher's own notes.
pub(super) fn report_unclear_block(info: &str, opening: Span, found: &mut Diagnostics) {
    let word = first_word(info);
    let help = match did_you_mean(word, BLOCKS) {
        Some(meant) => format!("Did you mean `{meant}`?"),
        None if is_kind(word) => format!("Did you mean `ask {word}`?"),
        None => {
            format!("The blocks are {}. For text whose shape counts, write ``` alone.", BLOCKS.join(", "))
        }
    };
    found.report(Code::BlockUnclear, opening, format!("There is no block called `{word}`."), help);
}

/// Reports lines that were meant to open a block and do not: with two backticks, or with the quotation marks that a word processor
/// makes of them. What follows would be published as text.
pub(super) fn report_false_fences(source: &str, within: Span, fences: &[Span], found: &mut Diagnostics) {
    const MARKS: [char; 8] = ['`', '´', '‘', '’', '“', '”', '\'', '"'];
    let mut start = within.start;
    for line in source[within.start..within.end].split_inclusive('\n') {
        let here = start;
        start += line.len();
        let words = line.trim().trim_start_matches(MARKS);
        let marked = line.trim().chars().count() - words.chars().count();
        let opens = marked >= 2 && BLOCKS.iter().any(|block| block.eq_ignore_ascii_case(first_word(words)));
        let in_fence = fences.iter().any(|fence| (fence.start..fence.end).contains(&here));
        let indent = line.len() - line.trim_start().len();
        if opens && !in_fence && !found.has_one_at(here + indent) {
            found.report(
                Code::BlockUnclear,
                Span::new(here + indent, here + indent + line.trim().len()),
                "This line does not open a block, so what follows is text for everyone.",
                "Start it at the left margin with three backticks: ```",
            );
        }
    }
}

/// Takes a fenced block apart, and reports one that has no end or does not start at the margin.
pub(super) fn open_fence<'i>(source: &str, info: &'i str, span: Span, found: &mut Diagnostics) -> Fence<'i> {
    let text = &source[span.start..span.end];
    let first = text.split_inclusive('\n').next().unwrap_or_default();
    let opening = Span::new(span.start, span.start + first.trim_end().len());
    let line_start = source[..span.start].rfind('\n').map_or(0, |newline| newline + 1);
    if line_start != span.start {
        found.report(
            Code::BlockIndented,
            opening,
            "There are spaces before this block.",
            "Start all its lines at the left margin.",
        );
    }
    let inside = span.start + first.len();
    let trimmed = text.trim_end();
    let last_start = trimmed.rfind('\n').map_or(0, |newline| newline + 1);
    let last = trimmed[last_start..].trim();
    let mark = if first.starts_with('~') { '~' } else { '`' };
    let closed = last_start > 0 && last.len() >= 3 && last.chars().all(|c| c == mark);
    if !closed {
        found.report(
            Code::FenceOpen,
            opening,
            "The block that starts here has no end.",
            format!("After its last line, put a line with only {}.", String::from(mark).repeat(3)),
        );
    }
    let end = if closed { span.start + last_start } else { span.end };
    Fence { info, opening, body: Span::new(inside.min(end), end) }
}

/// Reads the words inside a `tip` or `teacher` block.
fn read_prose(source: &str, fence: &Fence<'_>, what: &str, found: &mut Diagnostics) -> Prose {
    let blocks: Vec<Block> = pieces(source, fence.body, &|_| false, found)
        .into_iter()
        .filter_map(|piece| match piece {
            Piece::Block(block) => Some(block),
            Piece::Heading(words) => Some(Block::Heading(words)),
            Piece::Fence(..) => None,
        })
        .collect();
    if blocks.is_empty() {
        found.report(
            Code::BlockEmpty,
            fence.opening,
            format!("This {what} says nothing."),
            "Write something between its two lines of ```, or take it out.",
        );
    }
    prose(&blocks)
}

/// The pictures of a document, each at its first place in the source.
fn pictures_in(source: &str, assignment: &Assignment) -> Vec<(String, Span)> {
    let mut addresses: Vec<String> = assignment.pictures().map(str::to_owned).collect();
    addresses.sort_unstable();
    addresses.dedup();
    addresses
        .into_iter()
        .map(|address| {
            let at = source.find(&address).unwrap_or(0);
            let span = Span::new(at, at + address.len().min(source.len() - at));
            (address, span)
        })
        .collect()
}
