//! An answer to read, by its kind.

use assignment::{Ask, Column, Kind};
use class::{Mark, mark, with_unit};
use leptos::prelude::*;
use ui::{day, medium, result_words, say};
use work::result::ResultAnswer;
use work::{By, Capture, Entry, Named, Rating, Row, Value};

use super::scroll::Scroll;
use crate::called;
use crate::desk::Desk;

/// Whose answers these are, on what.
#[derive(Clone)]
pub struct Whose {
    /// The student's id.
    pub student: String,
    /// What the student is called.
    pub name: String,
    /// The assignment's id.
    pub assignment: String,
}

/// The answer, what the assignment has beside it, and who gave it when it was not the child.
pub fn answer(ask: &Ask, answer: &ResultAnswer, whose: &Whose) -> AnyView {
    let by = match answer.by {
        By::Student => None,
        By::Home => Some(say::desk_student_by_home()),
        By::Family(partner) => Some(say::desk_student_by(result_words::partner(partner))),
    };
    view! {
        {value(&ask.kind, &answer.value, whose)}
        {marked(&ask.kind, &answer.value)}
        {by.map(|by| view! { <p class="quiet by">{by}</p> })}
    }
    .into_any()
}

fn value(kind: &Kind, value: &Value, whose: &Whose) -> AnyView {
    match (kind, value) {
        (Kind::Number { unit, .. }, Value::Number(typed)) => typed_words(with_unit(typed, unit)),
        (Kind::Scale { low, high, .. }, Value::Scale(rating)) => scale(low, high, *rating),
        (Kind::Table { columns, .. }, Value::Table(rows)) => table(columns, rows),
        (Kind::Log { columns, entries, tick }, Value::Log(held)) => log(columns, *entries, tick, held),
        (Kind::Done { label }, Value::Done(_)) => {
            let label = if label.is_empty() { say::done_label() } else { label.clone() };
            view! {
                <p class="ticked" dir="auto">
                    {label}
                </p>
            }
            .into_any()
        }
        (_, Value::Text(typed) | Value::Number(typed) | Value::Choice(typed)) => typed_words(typed.clone()),
        (_, Value::Choices(options)) => chosen(options.iter().cloned()),
        (_, Value::Drawing(drawing)) => {
            let label = say::desk_student_drawing(&whose.name);
            view! { <div class="drawing" role="img" aria-label=label inner_html=drawing.svg()></div> }
                .into_any()
        }
        (_, Value::Photo(captures)) => {
            captures.iter().map(|photo| capture(photo, true, whose)).collect_view().into_any()
        }
        (_, Value::Audio(captures)) => {
            captures.iter().map(|sound| capture(sound, false, whose)).collect_view().into_any()
        }
        (_, Value::Agreement(parties)) => chosen(parties.iter().map(|party| called::party(party))),
        (_, Value::Scale(_) | Value::Table(_) | Value::Log(_) | Value::Done(_)) => ().into_any(),
    }
}

/// A photo, which is larger when it is pressed, or a recording; with its day and words.
fn capture(capture: &Capture, is_photo: bool, whose: &Whose) -> AnyView {
    let desk = Desk::here();
    let Whose { student, name, assignment } = whose.clone();
    let words = capture.words.trim().to_owned();
    let label = match (words.is_empty(), is_photo) {
        (false, _) => words.clone(),
        (true, true) => say::desk_student_photo(name),
        (true, false) => say::desk_student_audio(name),
    };
    let id = capture.id.clone();
    let coming = async move { desk.medium(&student, &assignment, &id).await };
    let shown = medium(is_photo, Box::pin(coming), Box::new(move || label.clone())).view();
    let is_large = RwSignal::new(false);
    let shown = if is_photo {
        view! {
            <button
                type="button"
                class="photo"
                class:large=move || is_large.get()
                aria-expanded=move || is_large.get().to_string()
                on:click=move |_| is_large.update(|is_large| *is_large = !*is_large)
            >
                {shown}
            </button>
        }
        .into_any()
    } else {
        shown
    };
    view! {
        <figure class="capture">
            {shown} <figcaption>
                <span class="quiet">{capture.date.map(day::spoken)}</span>
                " "
                <span dir="auto">{words}</span>
            </figcaption>
        </figure>
    }
    .into_any()
}

fn chosen(options: impl Iterator<Item = String>) -> AnyView {
    let options = options.map(|option| view! { <li dir="auto">{option}</li> }.into_any());
    view! { <ul class="chosen">{options.collect_view()}</ul> }.into_any()
}

/// Words as they were typed, in whichever language and direction.
fn typed_words(words: String) -> AnyView {
    view! {
        <p class="typed" dir="auto">
            {words}
        </p>
    }
    .into_any()
}

fn scale(low: &str, high: &str, Rating { step, of: steps }: Rating) -> AnyView {
    let dots = (1..=steps.min(10)).map(|at| view! { <span class:filled=at <= step></span> }.into_any());
    view! {
        <p>
            <span class="dots" aria-hidden="true">
                {dots.collect_view()}
            </span>
            {say::scale_step(step, steps)}
            " "
            <span class="quiet" dir="auto">
                {say::desk_student_scale_ends(low, steps, high)}
            </span>
        </p>
    }
    .into_any()
}

fn table(columns: &[Column], rows: &[Row]) -> AnyView {
    let filled = rows.iter().enumerate().filter(|(_, row)| !row.cells.is_empty());
    let rows = filled.map(|(at, row)| {
        let name = if row.name.is_empty() { (at + 1).to_string() } else { row.name.clone() };
        let cells = cells(columns, &row.cells);
        view! {
            <tr>
                <th scope="row" dir="auto">
                    {name}
                </th>
                {cells}
            </tr>
        }
        .into_any()
    });
    in_table(headings(say::desk_student_row(), columns), rows.collect_view().into_any())
}

fn log(columns: &[Column], hoped: u32, tick: &str, entries: &[Entry]) -> AnyView {
    let filled: Vec<&Entry> = entries.iter().filter(|entry| !entry.is_empty()).collect();
    let made = say::desk_student_log_count(filled.len(), hoped);
    let rows = filled.into_iter().map(|entry| {
        let day = entry.date.map_or_else(say::desk_student_no_date, day::spoken);
        let ticked = entry.tick.then(|| view! { <span class="ticked">{say::desk_student_ticked()}</span> });
        view! {
            <tr>
                <th scope="row">{day}</th>
                {cells(columns, &entry.cells)}
                <td>{ticked}</td>
            </tr>
        }
        .into_any()
    });
    let rows = rows.collect_view().into_any();
    let tick = if tick.is_empty() { say::log_tick() } else { tick.to_owned() };
    let mut heads = headings(say::desk_student_day(), columns);
    heads.push(
        view! {
            <th scope="col" dir="auto">
                {tick}
            </th>
        }
        .into_any(),
    );
    view! {
        <p class="quiet">{made}</p>
        {in_table(heads, rows)}
    }
    .into_any()
}

fn headings(first: String, columns: &[Column]) -> Vec<AnyView> {
    let headings = columns.iter().map(|column| {
        let unit = column.number.clone().filter(|unit| !unit.is_empty());
        view! {
            <th scope="col" dir="auto">
                {column.heading.clone()} {unit.map(|unit| view! { <span class="quiet">" (" {unit} ")"</span> })}
            </th>
        }
        .into_any()
    });
    std::iter::once(view! { <th scope="col">{first}</th> }.into_any()).chain(headings).collect()
}

fn cells(columns: &[Column], held: &Named<String>) -> AnyView {
    let cells = columns.iter().map(|column| {
        let words = held.get(&column.id).cloned().unwrap_or_default();
        view! { <td dir="auto">{words}</td> }.into_any()
    });
    cells.collect_view().into_any()
}

fn in_table(headings: Vec<AnyView>, rows: AnyView) -> AnyView {
    view! {
        <Scroll role="group" label=say::desk_student_table()>
            <table class="answers">
                <thead>
                    <tr>{headings}</tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </Scroll>
    }
    .into_any()
}

/// That it is the right answer, or what the assignment has.
fn marked(kind: &Kind, value: &Value) -> Option<AnyView> {
    let view = match mark(kind, value)? {
        Mark::Right => view! { <p class="right">{say::desk_student_right()}</p> }.into_any(),
        Mark::Other(correct) => view! {
            <p class="quiet" dir="auto">
                {say::desk_student_answer_there(correct)}
            </p>
        }
        .into_any(),
    };
    Some(view)
}
