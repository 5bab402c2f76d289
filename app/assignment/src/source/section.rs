//! A section: its heading, and who its questions are for.

use super::ask::who_named;
use super::diagnostic::{Diagnostics, did_you_mean};
use super::fields::key_of;
use super::prose::{Block, Inline};
use super::{Code, Span};
use crate::document::Who;

const KEYS: &[&str] = &["who"];

/// Reads the line below a heading, when it is `who: together`.
pub(super) fn read_line(source: &str, heading: Span, found: &mut Diagnostics) -> Option<Who> {
    let start = heading.end + usize::from(!source[..heading.end].ends_with('\n'));
    let line = source.get(start..).and_then(|rest| rest.lines().next()).unwrap_or_default();
    let (key, value) = key_of(line)?;
    if key.eq_ignore_ascii_case("who") {
        let at = start + line.len() - value.trim_start().len();
        let value = value.trim();
        return Some(who_named(value, Span::new(at, at + value.len()), found));
    }
    // Words such as `Remember: take turns` are only words.
    if did_you_mean(key, KEYS).is_some() {
        found.report(
            Code::SectionKeyUnknown,
            Span::new(start, start + key.len()),
            format!("`{key}` below a heading is shown as text."),
            "Did you mean `who`? It says whom the questions below this heading are for: `who: together`.",
        );
    }
    None
}

/// The first text of a section without its `who:` line; `None` when nothing is left.
pub(super) fn without_line(block: Block) -> Option<Block> {
    let Block::Paragraph(mut words) = block else { return Some(block) };
    if let Some(Inline::Text(text)) = words.first_mut() {
        match text.split_once('\n') {
            Some((_, rest)) => *text = rest.to_owned(),
            None => {
                words.remove(0);
            }
        }
    }
    // Two spaces at its end made a line end of their own.
    if words.first() == Some(&Inline::Break) {
        words.remove(0);
    }
    (!words.is_empty()).then_some(Block::Paragraph(words))
}
