//! Fences: which of them open a block of the format, where a block ends, and what looks as if it had ended too early.
//!
//! A teacher's note must never be published, so whatever may be the rest of a note is an error.

use std::collections::HashSet;
use std::iter::Peekable;

use super::diagnostic::{Diagnostics, did_you_mean};
use super::kind::is_kind;
use super::markdown::{Page, Piece};
use super::unopened::{Around, report_unopened};
use super::{Code, Span};

const BLOCKS: &[&str] = &["ask", "tip", "cards", "feedback", "teacher"];

/// A fenced block taken apart.
pub(super) struct Fence<'i> {
    /// The words after the fence, `ask number`.
    pub info: &'i str,
    /// The first line.
    pub opening: Span,
    /// The lines between the fences.
    pub body: Span,
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

/// The sign and the length of the fence that a line starts with, and the words after it.
pub(super) fn fence_of(line: &str) -> Option<(char, usize, &str)> {
    let line = line.trim_start();
    let mark = line.chars().next().filter(|c| matches!(c, '`' | '~'))?;
    let words = line.trim_start_matches(mark);
    let length = line.len() - words.len();
    (length >= 3).then_some((mark, length, words.trim()))
}

/// Where a line inside a fence opens a block itself: somebody has forgotten the end of the first. With more backticks around it
/// than it has, it is meant to be inside.
pub(super) fn opening_inside(source: &str, fence: Span) -> Option<usize> {
    let text = &source[fence.start..fence.end];
    let mut lines = text.split_inclusive('\n');
    let first = lines.next()?;
    let (mark, length, _) = fence_of(first)?;
    let mut start = fence.start + first.len();
    for line in lines {
        let indent = line.len() - line.trim_start_matches(' ').len();
        if let Some((inner, inner_length, words)) = fence_of(line)
            && inner == mark
            && inner_length >= length
            && indent <= 3
            && block_of(words).is_some()
        {
            return Some(start);
        }
        start += line.len();
    }
    None
}

/// Takes a fenced block apart, and reports one that has no end or does not start at the margin.
pub(super) fn open_fence<'i>(source: &str, info: &'i str, span: Span, found: &mut Diagnostics) -> Fence<'i> {
    let first = source[span.start..span.end].split_inclusive('\n').next().unwrap_or_default();
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
    report_words_unused(first, opening, found);
    let inside = span.start + first.len();
    let closing = closing_of(source, span);
    if closing.is_none() {
        report_open(opening, first, found);
    }
    Fence { info, opening, body: Span::new(inside.min(span.end), closing.unwrap_or(span.end).max(inside)) }
}

/// Reports words on the first line that nobody would see. A note's are the teacher's own.
fn report_words_unused(first: &str, opening: Span, found: &mut Diagnostics) {
    let Some((_, _, words)) = fence_of(first) else { return };
    let (_, mut rest) = words.split_once(char::is_whitespace).unwrap_or((words, ""));
    let help = match block_of(words) {
        Some("ask") => {
            let (kind, words) = rest.trim_start().split_once(char::is_whitespace).unwrap_or((rest, ""));
            rest = if is_kind(kind) { words } else { "" };
            "Put them into a line of the question, such as `question: …`, or take them out."
        }
        Some("tip" | "cards") => "Put them on a line of their own below it, or take them out.",
        Some("feedback") => "Take them out.",
        _ => return,
    };
    let rest = rest.trim();
    if !rest.is_empty() {
        found.report(
            Code::WordsUnused,
            Span::new(opening.end.saturating_sub(rest.len()), opening.end),
            format!("The words “{rest}” on this line would not be shown."),
            help,
        );
    }
}

/// Where the closing line of a fence starts.
fn closing_of(source: &str, span: Span) -> Option<usize> {
    let text = &source[span.start..span.end];
    let (mark, length, _) = fence_of(text)?;
    let trimmed = text.trim_end();
    let last_start = trimmed.rfind('\n')? + 1;
    // In a quotation, its mark stands before the fence.
    let last = trimmed[last_start..].trim_start_matches([' ', '\t', '>']);
    (last.len() >= length && last.chars().all(|c| c == mark)).then_some(span.start + last_start)
}

fn report_open(opening: Span, first: &str, found: &mut Diagnostics) {
    let (mark, length, _) = fence_of(first).unwrap_or(('`', 3, ""));
    found.report(
        Code::FenceOpen,
        opening,
        "The block that starts here has no end.",
        format!("After its last line, put a line with only {}.", String::from(mark).repeat(length)),
    );
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

/// Reports what may be the rest of a block, and lines that were meant to open one.
pub(super) fn report_doubtful(source: &str, within: Span, page: &Page, found: &mut Diagnostics) {
    report_rests_of_notes(source, within, page, found);
    report_false_fences(source, within, page, found);
    let ends = report_unopened(source, within, page, Around::Text, found);
    report_shapes(source, page, &ends, found);
}

/// Reports what may be the rest of a note. The first ``` inside a note closes it, and the note's own end then stands alone somewhere
/// below, before the next block. Whatever else that line may be: a note must never be published.
fn report_rests_of_notes(source: &str, within: Span, page: &Page, found: &mut Diagnostics) {
    for (number, piece) in page.pieces.iter().enumerate() {
        let Piece::Fence(info, note) = piece else { continue };
        if block_of(info) != Some("teacher") {
            continue;
        }
        let next = page.pieces[number + 1..].iter().find_map(|piece| match piece {
            Piece::Fence(_, span) => Some(span.start),
            // A heading may be a part of the note.
            Piece::Heading(..) | Piece::Block(..) => None,
        });
        let after = Span::new(note.end, next.unwrap_or(within.end).max(note.end));
        if let Some(line) = lone_fence(source, after) {
            found.report(
                Code::BlockCut,
                line,
                "The note above may have ended too early, and its rest would be shown to everyone.",
                "If the note goes on, start and end it with four backticks: ````teacher. If this is for everyone, move the note to the end of the file.",
            );
        }
    }
}

/// The first line with only a fence in it, after the line that `within` starts in.
fn lone_fence(source: &str, within: Span) -> Option<Span> {
    let mut start = within.start;
    for (number, line) in source[within.start..within.end].split_inclusive('\n').enumerate() {
        let words = line
            .trim_start_matches(|c: char| c.is_whitespace() || c.is_ascii_digit() || ">-+*.)".contains(c));
        if number > 0 && fence_of(words).is_some_and(|(_, _, words)| words.is_empty()) {
            let at = start + line.len() - words.len();
            return Some(Span::new(at, at + words.trim_end().len()));
        }
        start += line.len();
    }
    None
}

/// Reports fences without a word that have no end, that may be the rest of the block above because text follows its end directly, or
/// that may be the end of a block without a beginning. `ends` are ends of what has been reported.
fn report_shapes(source: &str, page: &Page, ends: &HashSet<usize>, found: &mut Diagnostics) {
    let mut above = Above { pieces: page.pieces.iter().peekable(), block: None };
    for shape in &page.shapes {
        let first = source[shape.start..shape.end].split_inclusive('\n').next().unwrap_or_default();
        let opening = Span::new(shape.start, shape.start + first.trim_end().len());
        let block = above.block_directly_before(source, shape.start);
        if ends.contains(&shape.start) || found.has_one_at(shape.start) {
            continue;
        }
        if let Some(block) = block {
            found.report(
                Code::BlockCut,
                opening,
                format!("The {block} block above may have ended too early, and this would be shown to everyone."),
                format!("If it goes on, start and end it with four backticks: ````{block}. If it does not, put an empty line after its end."),
            );
        } else {
            report_doubtful_shape(source, *shape, opening, found);
        }
    }
}

/// A fence alone begins a shape, or is the end of a note whose first line was forgotten. Whoever adds an end to that would publish
/// the note, so they are asked for its beginning.
fn report_doubtful_shape(source: &str, shape: Span, opening: Span, found: &mut Diagnostics) {
    let closing = closing_of(source, shape);
    let inside = &source[opening.end..closing.unwrap_or(shape.end).max(opening.end)];
    let is_empty = inside.trim().is_empty();
    let above = text_directly_above(source, shape.start);
    let begins_empty = inside.split('\n').nth(1).is_none_or(|line| line.trim().is_empty());
    let first_line = "If the words above are a note, a tip or a question, put its first line above them: ```teacher, ```tip or ```ask …";
    if is_empty && closing.is_none() {
        found.report(
            Code::FenceUnopened,
            opening,
            "This line ends a block, and no line above begins one. What stands above would be shown to everyone.",
            match above {
                Some(words) => {
                    format!("{first_line} Perhaps above “{words}”. If they are not, take this line out.")
                }
                None => format!("{first_line} If they are not, take this line out."),
            },
        );
    } else if let Some(words) = above
        && (closing.is_none() || begins_empty)
    {
        found.report(
            Code::FenceUnopened,
            opening,
            "This line ends a block that no line begins, or begins a shape. If it ends a block, that would be shown to everyone.",
            format!("{first_line} Perhaps above “{words}”. If a shape begins here, put an empty line above it, the shape directly below, and a line with only ``` after its last line."),
        );
    } else if closing.is_none() {
        report_open(opening, &source[opening.start..opening.end], found);
    }
}

/// The first words of the text that ends directly above the line of `at`, as far as that goes back.
fn text_directly_above(source: &str, at: usize) -> Option<String> {
    // A text without an end is not gone through for each of its fences.
    const FARTHEST: usize = 100;
    let line = source[..at].rfind('\n').map_or(0, |newline| newline + 1);
    if !source[line..at].trim().is_empty() {
        return None;
    }
    let is_text = |line: &&str| !line.trim().is_empty() && !line.starts_with('#') && fence_of(line).is_none();
    let mut lines = source[..line].lines().rev().take_while(is_text).take(FARTHEST);
    let nearest = lines.next()?;
    let first = lines.last().unwrap_or(nearest);
    Some(first.trim().chars().take(30).collect())
}

/// The pieces of a page, gone through once as the places that are asked for go down the text.
struct Above<'p, I: Iterator<Item = &'p Piece>> {
    pieces: Peekable<I>,
    block: Option<&'static str>,
}

impl<'p, I: Iterator<Item = &'p Piece>> Above<'p, I> {
    /// The block above `at` in the same section, when text follows its end directly.
    fn block_directly_before(&mut self, source: &str, at: usize) -> Option<&'static str> {
        let is_before = |piece: &&Piece| match piece {
            Piece::Fence(_, span) | Piece::Heading(_, span) | Piece::Block(_, span) => span.start < at,
        };
        while let Some(piece) = self.pieces.next_if(is_before) {
            match piece {
                Piece::Fence(info, span) => {
                    self.block = block_of(info).filter(|_| !is_blank_after(source, span.end));
                }
                Piece::Heading(..) => self.block = None,
                Piece::Block(..) => {}
            }
        }
        self.block
    }
}

fn is_blank_after(source: &str, end: usize) -> bool {
    source[end..].split('\n').nth(1).is_none_or(|line| line.trim().is_empty())
}

/// The quotation marks that a word processor makes of backticks.
const MARKS: [char; 8] = ['`', '´', '‘', '’', '“', '”', '\'', '"'];

/// Whether a line has marks like a fence's, and a block's name behind them.
pub(super) fn is_meant_to_open(line: &str) -> bool {
    let words = line.trim().trim_start_matches(MARKS);
    line.trim().chars().count() - words.chars().count() >= 2 && block_of(words).is_some()
}

/// Reports lines that were meant to open a block and do not: with two backticks, or with the quotation marks that a word processor
/// makes of them. What follows would be published as text.
fn report_false_fences(source: &str, within: Span, page: &Page, found: &mut Diagnostics) {
    let fences = page.pieces.iter().filter_map(|piece| match piece {
        Piece::Fence(_, span) => Some(*span),
        Piece::Block(..) | Piece::Heading(..) => None,
    });
    // None is inside another, so the last that starts before a line is the only one that it can be in.
    let mut fences: Vec<Span> = fences.chain(page.shapes.iter().copied()).collect();
    fences.sort_unstable();
    let mut start = within.start;
    for line in source[within.start..within.end].split_inclusive('\n') {
        let here = start;
        start += line.len();
        if !is_meant_to_open(line) {
            continue;
        }
        let indent = line.len() - line.trim_start().len();
        let at = here + indent;
        let before = fences.partition_point(|fence| fence.start <= at);
        let is_inside = before.checked_sub(1).is_some_and(|last| at < fences[last].end);
        if !is_inside && !found.has_one_at(here + indent) {
            found.report(
                Code::BlockUnclear,
                Span::new(here + indent, here + indent + line.trim().len()),
                "This line does not open a block, so what follows is text for everyone.",
                "Start it at the left margin with three backticks: ```",
            );
        }
    }
}
