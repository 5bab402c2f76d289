//! The end: how it went for the family, and how it comes back.

use assignment::{Class, Feedback};
use maud::{Markup, html};

use crate::cards;
use crate::fit::may_be_one_side;
use crate::room::lines;
use crate::sheet::Sheet;
use crate::words::Word;

/// A scale of more labels takes the whole width.
const FEW_LABELS: usize = 4;

/// The family's own words, in lines.
const FAMILY_LINES: u32 = 3;

pub(crate) fn part(sheet: &Sheet<'_>) -> Markup {
    let nothing = Feedback::default();
    let asked = sheet.assignment.feedback.as_ref().unwrap_or(&nothing);
    // Cards are cut out of a sheet of their own, which comes after two sides.
    let overleaf =
        cards::are_in(sheet.assignment) && may_be_one_side(sheet.assignment, sheet.class, &sheet.fit);
    html! {
        section.paper-end.paper-overleaf[overleaf] {
            div.paper-top {
                h2 { (sheet.say(Word::FamilyPart)) }
                p.paper-helped { (sheet.say(Word::FamilyWho)) span.paper-blank {} }
            }
            div.paper-how-it-went[asked.scale.len() <= FEW_LABELS] {
                (statements(sheet, asked))
                div {
                    p.paper-question { (words(sheet, asked)) }
                    (lines(FAMILY_LINES))
                }
            }
            @if let Some(class) = sheet.class { (how_to_return(sheet, class)) }
        }
    }
}

/// Home asks the same, in the same words: see `ui::feedback`.
fn statements(sheet: &Sheet<'_>, asked: &Feedback) -> Markup {
    let mut texts: Vec<Markup> =
        asked.statements.iter().map(|statement| html! { (statement.text) }).collect();
    if texts.is_empty() {
        texts = [Word::Understood, Word::Enjoyed, Word::Helps].map(|word| sheet.say(word)).into();
    }
    let mut scale: Vec<Markup> = asked.scale.iter().map(|label| html! { (label) }).collect();
    if scale.is_empty() {
        scale = [Word::No, Word::Little, Word::Yes].map(|word| sheet.say(word)).into();
    }
    html! {
        table.paper-feedback {
            thead {
                tr {
                    th scope="col" { (sheet.say(Word::FamilyHow)) }
                    @for label in &scale { th scope="col" { (label) } }
                }
            }
            tbody {
                @for text in &texts {
                    tr {
                        th scope="row" { (text) }
                        @for _ in &scale { td { span.paper-box {} } }
                    }
                }
            }
        }
    }
}

fn words(sheet: &Sheet<'_>, asked: &Feedback) -> Markup {
    if asked.words.is_empty() {
        sheet.say(Word::Anything)
    } else {
        html! { (asked.words) }
    }
}

fn how_to_return(sheet: &Sheet<'_>, class: &Class) -> Markup {
    html! {
        @if !class.how_to_return.is_empty() {
            p.paper-return {
                strong { (sheet.say(Word::Return)) } " "
                span dir="auto" { (class.how_to_return) }
            }
        }
    }
}
