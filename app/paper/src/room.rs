//! Room for each kind of answer.

use assignment::{Ask, Column, Kind, Rows};
use maud::{Markup, html};

use crate::fit::Fit;
use crate::sheet::Sheet;
use crate::words::Word;

/// No table on paper has more empty rows.
const MOST_ROWS: u32 = 12;

/// What has more rows or lines may be broken between two sides.
const MANY: u32 = 6;

/// A table that can grow has at least as many.
const FEWEST_ROWS: u32 = 3;

pub(crate) fn room(sheet: &Sheet<'_>, ask: &Ask) -> Markup {
    match &ask.kind {
        Kind::Text { lines, .. } => text(sheet, *lines),
        // Its box stands behind the question.
        Kind::Number { .. } => html! {},
        Kind::Choice { options, .. } => ticks("paper-ring", options),
        Kind::Choices { options, .. } => ticks("paper-box", options),
        Kind::Scale { low, high, steps } => scale(low, high, *steps),
        Kind::Table { columns, rows } => table(columns, rows),
        Kind::Log { columns, entries, tick } => log(sheet, columns, *entries, tick),
        Kind::Done { label } => {
            html! { p.paper-ticks { span { span.paper-box {} (or(sheet, label, Word::Done)) } } }
        }
        Kind::Drawing => html! { div.paper-frame {} },
        Kind::Photo { .. } | Kind::Audio { .. } => {
            html! { div.paper-frame.paper-instead { p.paper-small { (sheet.say(Word::DrawOrWrite)) } } }
        }
        Kind::Agreement { student, family, teacher } => agreement(sheet, [student, family, teacher]),
    }
}

/// The assignment's words, or the interface's own where it has none.
fn or(sheet: &Sheet<'_>, own: &str, word: Word) -> Markup {
    if own.is_empty() {
        sheet.say(word)
    } else {
        html! { (own) }
    }
}

fn text(sheet: &Sheet<'_>, wanted: u32) -> Markup {
    let shown = sheet.fit.lines(wanted);
    html! {
        (lines(shown))
        @if shown < wanted { p.paper-small { (sheet.say(Word::GoOn)) } }
    }
}

/// Lines to write on.
pub(crate) fn lines(count: u32) -> Markup {
    html! { div.paper-lines { @for _ in 0..count { div {} } } }
}

fn ticks(shape: &str, options: &[String]) -> Markup {
    html! { p.paper-ticks { @for option in options { span { span class=(shape) {} (option) } } } }
}

fn scale(low: &str, high: &str, steps: u32) -> Markup {
    html! {
        p.paper-scale {
            span { (low) }
            span.paper-steps { @for step in 1..=steps { span.paper-step { (step) } } }
            span { (high) }
        }
    }
}

fn table(columns: &[Column], rows: &Rows) -> Markup {
    html! {
        table.paper-table {
            thead {
                tr {
                    @if let Rows::Named(_) = rows { td {} }
                    (headings(columns))
                }
            }
            tbody {
                @match rows {
                    Rows::Named(names) => @for name in names {
                        tr { th scope="row" { (name) } (cells(columns)) }
                    },
                    Rows::Growing { start, most } => @for _ in 0..empty_rows(*start, *most) {
                        tr { (cells(columns)) }
                    },
                }
            }
        }
    }
}

/// How many empty rows a table has that can grow.
pub(crate) fn empty_rows(start: u32, most: u32) -> u32 {
    start.max(most.min(FEWEST_ROWS)).min(MOST_ROWS)
}

/// How many rows or lines there are to write in, where they are so many that they may stand on two sides.
pub(crate) fn many(kind: &Kind, fit: &Fit) -> Option<u32> {
    let rows = match kind {
        Kind::Text { lines, .. } => Some(fit.lines(*lines)),
        Kind::Table { rows: Rows::Named(names), .. } => u32::try_from(names.len()).ok(),
        Kind::Table { rows: Rows::Growing { start, most }, .. } => Some(empty_rows(*start, *most)),
        Kind::Log { entries: hoped, .. } => Some(entries(*hoped)),
        _ => None,
    };
    rows.filter(|rows| *rows > MANY)
}

/// How many rows a log has.
pub(crate) fn entries(hoped: u32) -> u32 {
    hoped.min(MOST_ROWS)
}

fn log(sheet: &Sheet<'_>, columns: &[Column], hoped: u32, tick: &str) -> Markup {
    let shown = entries(hoped);
    html! {
        table.paper-table {
            thead {
                tr {
                    th.paper-narrow scope="col" { (sheet.say(Word::Day)) }
                    (headings(columns))
                    th.paper-narrow scope="col" { (or(sheet, tick, Word::Tick)) }
                }
            }
            tbody {
                @for _ in 0..shown {
                    tr { td {} (cells(columns)) td.paper-tick { span.paper-box {} } }
                }
            }
        }
        @if shown < hoped { p.paper-small { (sheet.say(Word::GoOn)) } }
    }
}

fn headings(columns: &[Column]) -> Markup {
    html! {
        @for column in columns {
            th class=[column.number.is_some().then_some("paper-narrow")] scope="col" {
                (column.heading)
                @if let Some(unit) = column.number.as_ref().filter(|unit| !unit.is_empty()) {
                    " " span.paper-unit { "(" (unit) ")" }
                }
            }
        }
    }
}

fn cells(columns: &[Column]) -> Markup {
    html! { @for _ in columns { td {} } }
}

/// What each party promises, and where they sign.
fn agreement(sheet: &Sheet<'_>, [student, family, teacher]: [&Vec<String>; 3]) -> Markup {
    // The teacher has agreed by writing it.
    let parties = [
        (Word::StudentPromises, student, true),
        (Word::FamilyPromises, family, true),
        (Word::TeacherPromises, teacher, false),
    ];
    html! {
        div.paper-agreement {
            @for (whose, promises, may_agree) in parties {
                div {
                    p.paper-kicker { (sheet.say(whose)) }
                    ul { @for promise in promises { li { (promise) } } }
                    p.paper-sign { @if may_agree { span.paper-box {} } (sheet.say(Word::Signed)) span.paper-blank {} }
                }
            }
        }
    }
}
