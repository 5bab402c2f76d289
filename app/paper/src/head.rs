//! The head of the page: whose it is, what it is, and the letter.

use assignment::Prose;
use maud::{Markup, html};

use crate::day;
use crate::sheet::Sheet;
use crate::words::Word;

pub(crate) fn head(sheet: &Sheet<'_>) -> Markup {
    let assignment = sheet.assignment;
    html! {
        header {
            div.paper-top {
                (class(sheet))
                p.paper-name { (sheet.say(Word::Name)) span.paper-blank {} }
            }
            h1 tabindex="-1" { (assignment.head.title) }
            (facts(sheet))
            @if assignment.head.draft { p.paper-draft { (sheet.say(Word::Draft)) } }
        }
        div.paper-intro {
            @if !assignment.objectives.is_empty() || !assignment.materials.is_empty() {
                div.paper-points {
                    (points(sheet, Word::Objectives, &assignment.objectives))
                    (points(sheet, Word::Materials, &assignment.materials))
                }
            }
            @if !assignment.letter.is_empty() { div.paper-letter { (sheet.prose(&assignment.letter)) } }
        }
    }
}

/// The class is named in its own language, whichever the assignment's is.
fn class(sheet: &Sheet<'_>) -> Markup {
    html! {
        @if let Some(class) = sheet.class {
            p.paper-class {
                strong dir="auto" { (class.name) }
                @for name in [&class.teacher, &class.school] {
                    @if !name.is_empty() { " · " bdi { (name) } }
                }
            }
        } @else {
            p.paper-class {}
        }
    }
}

fn facts(sheet: &Sheet<'_>) -> Markup {
    let head = &sheet.assignment.head;
    let due = |date| sheet.with(Word::Due, "date", &day::spoken(date, sheet.words));
    let facts = [
        (!head.subject.is_empty()).then(|| html! { (head.subject) }),
        (!head.year.is_empty()).then(|| sheet.with(Word::Year, "year", &head.year)),
        head.minutes.map(|minutes| sheet.with(Word::Minutes, "minutes", &minutes.to_string())),
        head.due.map(|date| html! { strong { (due(date)) } }),
    ];
    html! {
        p.paper-facts {
            @for (at, fact) in facts.iter().flatten().enumerate() {
                @if at > 0 { " · " }
                bdi { (fact) }
            }
        }
    }
}

fn points(sheet: &Sheet<'_>, title: Word, points: &[Prose]) -> Markup {
    html! {
        @if !points.is_empty() {
            div {
                h2 { (sheet.say(title)) }
                ul { @for point in points { li { (sheet.prose(point)) } } }
            }
        }
    }
}
