//! Blocks whose first line was forgotten. Their lines are text then, and with them a private note or the right answer.

use std::collections::{BTreeSet, HashSet};

use super::ask::COMMON_KEYS;
use super::diagnostic::Diagnostics;
use super::fence::{fence_of, is_meant_to_open};
use super::fields::{is_item, key_of};
use super::kind::{all_keys, likely_kind};
use super::markdown::{Page, Piece};
use super::{Code, Span};

/// Keys that are rarely the first word of a sentence: one of them has to be among those that look like a question.
const TELLING: &[&str] = &["question", "correct", "options", "who", "looks-back-at", "starts-from"];

/// What makes words bold.
const STARS: [char; 2] = ['*', '_'];

/// What stands around lines that could be those of a block.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Around {
    /// The text for everyone.
    Text,
    /// The text, and directly below a fence without a word.
    TextWithEnd,
    /// Another block.
    Block,
}

/// Lines of the text that follow each other, as far as they could be the lines of a block.
#[derive(Default)]
struct Run<'s> {
    /// Each known key with its value and the place of its line.
    keys: Vec<(String, &'s str, Span)>,
    /// A fence without a word stands directly above.
    is_below_fence: bool,
    /// Lines that say whom questions are for, where nothing reads that.
    whos: Vec<Span>,
}

impl Run<'_> {
    fn is_ask(&self) -> bool {
        let keys: BTreeSet<&str> = self.keys.iter().map(|(key, ..)| key.as_str()).collect();
        keys.contains("id")
            || keys.contains("correct")
            || keys.len() > 1 && keys.iter().any(|key| TELLING.contains(key))
    }

    fn is_feedback(&self) -> bool {
        self.keys.iter().any(|(key, value, _)| key == "statements" && value.trim().is_empty())
    }

    /// Reports the run, when it looks like a block or says whom questions are for. Gives back whether it looks like a block.
    fn report(&self, source: &str, around: Around, found: &mut Diagnostics) -> bool {
        let is_block = self.report_block(around, found);
        for line in self.whos.iter().filter(|_| !is_block) {
            report_who(&source[line.start..line.end], *line, found);
        }
        is_block
    }

    fn report_block(&self, around: Around, found: &mut Diagnostics) -> bool {
        let Some((_, _, line)) = self.keys.first() else { return false };
        let (what, opening) = if self.is_ask() {
            let keys = self.keys.iter().map(|(key, value, _)| (key.as_str(), *value));
            ("a question", format!("```ask {}", likely_kind(keys)))
        } else if self.is_feedback() {
            ("a feedback block", "```feedback".to_owned())
        } else {
            return false;
        };
        let help = match around {
            Around::Block => format!(
                "If they are a block of their own, put a line with only ``` above them to end this one, and then a line such as {opening}"
            ),
            _ if self.is_below_fence => format!("Write the rest of it behind the ``` above: {opening}"),
            Around::TextWithEnd => format!("Put a line such as {opening} above this one."),
            Around::Text => format!(
                "Put a line such as {opening} above this one, and a line with only ``` below the last. If they are only words, make the first word of each **bold**."
            ),
        };
        found.report(
            Code::FenceUnopened,
            *line,
            format!("These lines look like {what} without its first line, and would be shown to everyone."),
            help,
        );
        true
    }
}

/// Reports lines of the text that look like those of a block. Gives back the fences that end them: nothing more is wrong with those.
pub(super) fn report_unopened(
    source: &str,
    within: Span,
    page: &Page,
    around: Around,
    found: &mut Diagnostics,
) -> HashSet<usize> {
    let mut fences = page.pieces.iter().filter_map(|piece| match piece {
        Piece::Fence(_, span) => Some(*span),
        Piece::Block(..) | Piece::Heading(..) => None,
    });
    let with_end = if around == Around::Text { Around::TextWithEnd } else { around };
    let mut fence = fences.next();
    let mut ends = HashSet::new();
    let mut run = Run::default();
    let mut is_below_heading = false;
    // What was meant to open a block has been reported, and with it what stands below.
    let mut is_excused = false;
    let mut start = within.start;
    for line in source[within.start..within.end].split_inclusive('\n') {
        let at = start + line.len() - line.trim_start().len();
        let here = start;
        start += line.len();
        while fence.is_some_and(|fence| fence.end <= here) {
            fence = fences.next();
        }
        let words = line.trim();
        let is_in_block = fence.is_some_and(|fence| fence.start <= at);
        let is_mark = !is_in_block && fence_of(line).is_some_and(|(_, _, words)| words.is_empty());
        if !is_in_block && says_who(words) && (words.contains(STARS) || !is_below_heading) {
            run.whos.push(Span::new(at, at + words.len()));
        }
        let key = key_of(words).map(|(key, value)| (key.to_lowercase(), value));
        let is_line = |(key, _): &(String, &str)| is_known(key) && !(is_below_heading && key == "who");
        if is_in_block || is_mark || words.is_empty() || words.starts_with('#') {
            let is_reported =
                !is_excused && run.report(source, if is_mark { with_end } else { around }, found);
            if is_reported && is_mark {
                ends.insert(at);
            }
            is_excused = false;
            run = Run { is_below_fence: is_mark, ..Run::default() };
        } else if let Some((key, value)) = key.filter(is_line) {
            run.keys.push((key, value, Span::new(at, at + words.len())));
        } else if !(is_item(words) || line.starts_with([' ', '\t'])) {
            if !is_excused {
                run.report(source, around, found);
            }
            run = Run::default();
        }
        is_excused |= is_meant_to_open(line) && found.has_one_at(at);
        is_below_heading = words.starts_with('#') && !words.starts_with("###");
    }
    if !is_excused {
        run.report(source, around, found);
    }
    ends
}

/// `who: together`, also in bold.
fn says_who(line: &str) -> bool {
    let plain = line.replace(STARS, "");
    key_of(&plain).is_some_and(|(key, value)| {
        let name = value.trim().to_lowercase();
        key.eq_ignore_ascii_case("who") && ["student", "together", "family"].contains(&name.as_str())
    })
}

fn report_who(line: &str, span: Span, found: &mut Diagnostics) {
    let plain = line.replace(STARS, "");
    let help = if line.contains(STARS) {
        format!("Write it without the stars, directly below the heading (##) of the section: {plain}")
    } else {
        "Put it directly below the heading (##) of the section, without an empty line in between. It says whom the questions there are for.".to_owned()
    };
    found.report(Code::SectionKeyUnknown, span, format!("`{plain}` is only text here."), help);
}

fn is_known(key: &str) -> bool {
    // The parties of an agreement are also those of a play.
    const PARTIES: [&str; 3] = ["student", "family", "teacher"];
    !PARTIES.contains(&key)
        && (COMMON_KEYS.contains(&key) || all_keys().any(|known| known == key) || key == "statements")
}
