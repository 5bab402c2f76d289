//! A heading and what stands below it.

use assignment::{Kind, Part, Section};
use maud::{Markup, html};

use crate::ask::ask;
use crate::cards;
use crate::sheet::Sheet;
use crate::words::Word;

/// A question that is longer than this needs the whole line, in letters.
const SHORT_QUESTION: usize = 90;

/// So many letters of options fit beside another question.
const SHORT_OPTIONS: usize = 60;

pub(crate) fn section(sheet: &Sheet<'_>, section: &Section) -> Markup {
    html! {
        section {
            @if !section.heading.is_empty() { h2 { (sheet.prose(&section.heading)) } }
            @for run in runs(&section.parts) {
                @if run.len() > 1 {
                    div.paper-beside { @for part in run { (self::part(sheet, part)) } }
                } @else {
                    @for part in run { (self::part(sheet, part)) }
                }
            }
        }
    }
}

fn part(sheet: &Sheet<'_>, part: &Part) -> Markup {
    match part {
        Part::Prose(words) => cards::words(sheet, words),
        Part::Tip(words) => html! {
            aside.paper-tip {
                span.paper-kicker { (sheet.say(Word::Tip)) }
                (sheet.prose(words))
            }
        },
        Part::Ask(ask) => self::ask(sheet, ask),
    }
}

/// The parts of a section, with those together that can stand side by side.
pub(crate) fn runs(parts: &[Part]) -> impl Iterator<Item = &[Part]> {
    parts.chunk_by(|one, next| half(one).is_some() && half(one) == half(next))
}

/// What stands in half a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Half {
    /// A short question with a short answer.
    Short,
    /// A frame to draw in.
    Frame,
}

fn half(part: &Part) -> Option<Half> {
    let Part::Ask(ask) = part else { return None };
    let letters = |options: &[String]| options.iter().map(|option| option.chars().count()).sum::<usize>();
    let is_short = match &ask.kind {
        Kind::Drawing | Kind::Photo { .. } | Kind::Audio { .. } => return Some(Half::Frame),
        Kind::Number { .. } | Kind::Done { .. } => true,
        Kind::Scale { low, high, steps } => *steps <= 5 && low.len() + high.len() <= SHORT_OPTIONS / 2,
        Kind::Choice { options, .. } | Kind::Choices { options, .. } => letters(options) <= SHORT_OPTIONS,
        _ => false,
    };
    (is_short && ask.question_text().chars().count() <= SHORT_QUESTION).then_some(Half::Short)
}
