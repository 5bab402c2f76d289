//! A question with the room for its answer.

use assignment::{Ask, Kind, Who};
use maud::{Markup, html};

use crate::room::{many, room};
use crate::sheet::Sheet;
use crate::words::Word;

pub(crate) fn ask(sheet: &Sheet<'_>, ask: &Ask) -> Markup {
    html! {
        div.paper-ask.{ "paper-" (who_name(ask.who)) }.paper-long[many(&ask.kind, &sheet.fit).is_some()] {
            p.paper-question {
                (who(sheet, ask.who))
                @if let Some(number) = sheet.number(&ask.id) { span.paper-number { (number) "." } " " }
                (sheet.prose(&ask.question))
                @if let Kind::Number { unit, .. } = &ask.kind { " " span.paper-cell {} " " (unit) }
                @if let Some(how) = how(&ask.kind) { " " span.paper-small { (sheet.say(how)) } }
                @if ask.optional { " " span.paper-small { "(" (sheet.say(Word::Optional)) ")" } }
            }
            (earlier(sheet, Word::LookBack, &ask.looks_back_at))
            @if let Kind::Text { starts_from: Some(id), .. } = &ask.kind { (earlier(sheet, Word::StartFrom, id)) }
            (room(sheet, ask))
            @if !ask.hint.is_empty() {
                p.paper-small { em { (sheet.say(Word::Hint)) } " " (sheet.prose(&ask.hint)) }
            }
        }
    }
}

/// How many may be ticked, where that is not seen.
fn how(kind: &Kind) -> Option<Word> {
    match kind {
        Kind::Choice { .. } => Some(Word::ChooseOne),
        Kind::Choices { .. } => Some(Word::ChooseAny),
        _ => None,
    }
}

/// Who does it: a shape and a word, for printers without colours.
fn who(sheet: &Sheet<'_>, who: Who) -> Markup {
    let word = match who {
        Who::Student => Word::Student,
        Who::Together => Word::Together,
        Who::Family => Word::Family,
    };
    html! {
        span.paper-who {
            svg viewBox="0 0 24 24" aria-hidden="true" {
                @match who {
                    Who::Student => circle cx="12" cy="12" r="9" {}
                    Who::Together => g fill="none" stroke="currentColor" stroke-width="3.5" {
                        circle cx="8.5" cy="12" r="6" {}
                        circle cx="15.5" cy="12" r="6" {}
                    }
                    Who::Family => path d="M12 2 1.5 11.5H5V22h14V11.5h3.5z" {}
                }
            }
            (sheet.say(word))
        }
        " "
    }
}

fn who_name(who: Who) -> &'static str {
    match who {
        Who::Student => "student",
        Who::Together => "together",
        Who::Family => "family",
    }
}

/// Another question whose answer is needed for this one.
fn earlier(sheet: &Sheet<'_>, word: Word, id: &str) -> Markup {
    html! {
        @if let Some(earlier) = sheet.ask(id) {
            p.paper-small {
                em { (sheet.say(word)) } " "
                @if let Some(number) = sheet.number(id) { (number) ". " }
                (sheet.prose(&earlier.question))
            }
        }
    }
}
