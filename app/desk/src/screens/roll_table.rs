//! Students × assignments.

use class::{AssignmentColumn, Participation, Roll, State, Student};
use leptos::prelude::*;
use ui::component::ChildPicture;
use ui::say;
use work::FamilyFeedback;
use work::result::ResultDocument;

use super::scroll::Scroll;
use super::state;
use crate::called;
use crate::desk::Desk;
use crate::screen::Screen;

/// So many assignments that their columns need no scrolling of their own on a wide screen.
const FEW: usize = 4;

#[component]
pub fn RollTable() -> AnyView {
    let desk = Desk::here();
    let shares_name =
        Memo::new(move |_| desk.roll.with(|roll| roll.students().iter().any(|student| student.shares_name)));
    let changed = Signal::derive(move || desk.roll.track());
    let few = Memo::new(move |_| desk.roll.with(|roll| roll.assignments().len() <= FEW));
    let has_words = Memo::new(move |_| desk.roll.with(|roll| roll.newest().any(has_words)));
    view! {
        <section class="roll">
            <h2 id="roll">{say::desk_roll()}</h2>
            <p class="quiet">{say::desk_roll_how()} " " {say::desk_roll_nothing_note()}</p>
            <Scroll role="region" label=say::desk_roll() few=few changed=changed>
                {move || desk.roll.with(table)}
            </Scroll>
            {move || has_words.get().then(|| view! { <p class="quiet legend">{speech()} {say::desk_roll_words()}</p> })}
            {move || shares_name.get().then(|| view! { <p class="quiet">{say::desk_roll_shares_name()}</p> })}
        </section>
    }
    .into_any()
}

fn table(roll: &Roll) -> AnyView {
    let assignments = roll.assignments();
    let titles = assignments.iter().map(|column| {
        let href = Screen::Assignment { assignment: column.id.clone() }.href();
        view! {
            <th scope="col">
                <a id=href.clone() href=href dir="auto">
                    {column.title.clone()}
                </a>
            </th>
        }
        .into_any()
    });
    let titles = titles.collect_view();
    let students = roll.students();
    let rows = students.iter().map(|student| row(roll, student, &assignments)).collect_view();
    view! {
        <table class="roll-table">
            <thead>
                <tr>
                    <th scope="col">{say::desk_roll_student()}</th>
                    {titles}
                </tr>
            </thead>
            {totals(roll, &assignments)}
            <tbody>{rows}</tbody>
        </table>
    }
    .into_any()
}

fn row(roll: &Roll, student: &Student, assignments: &[AssignmentColumn]) -> AnyView {
    let cells = assignments.iter().map(|column| cell(roll, student, column)).collect_view();
    view! {
        <tr>
            <th scope="row">
                <span class="row-student">
                    <ChildPicture picture=student.picture.clone() />
                    <span dir="auto">{called::student(student)}</span>
                </span>
            </th>
            {cells}
        </tr>
    }
    .into_any()
}

fn cell(roll: &Roll, student: &Student, column: &AssignmentColumn) -> AnyView {
    let state = roll.state(&student.id, &column.id);
    if state == State::NothingReceived {
        return view! { <td>{state::mark(state)}</td> }.into_any();
    }
    let has_words = roll.result(&student.id, &column.id).is_some_and(has_words);
    let said = if has_words {
        say::desk_roll_state_and_words(state::words(state), say::desk_roll_words())
    } else {
        state::words(state)
    };
    let href = Screen::work(&student.id, &column.id).href();
    let name = say::desk_roll_open(called::student(student), &column.title, said);
    view! {
        <td>
            <a class="cell-link" id=href.clone() href=href aria-label=name>
                {state::mark(state)} {has_words.then(speech)}
            </a>
        </td>
    }
    .into_any()
}

fn has_words(result: &ResultDocument) -> bool {
    result.families.iter().any(FamilyFeedback::has_words)
}

/// A speech bubble: the family has written something.
fn speech() -> AnyView {
    view! {
        <svg class="speech" viewBox="0 0 20 20" aria-hidden="true">
            <path d="M3 4h14v9h-8l-4 4v-4h-2z"></path>
        </svg>
    }
    .into_any()
}

/// How many took part: what a teacher looks at first.
fn totals(roll: &Roll, assignments: &[AssignmentColumn]) -> AnyView {
    let counts: Vec<Participation> =
        assignments.iter().map(|column| roll.participation(&column.id)).collect();
    let has_logs = counts.iter().any(|count| count.log_entries > 0);
    let line = |name: String, number: fn(&Participation) -> usize| {
        let cells = counts.iter().map(|count| view! { <td>{number(count)}</td> }.into_any()).collect_view();
        view! {
            <tr>
                <th scope="row">{name}</th>
                {cells}
            </tr>
        }
        .into_any()
    };
    view! {
        <tbody class="totals">
            {line(say::desk_taking_part_received(), |count| count.received)}
            {line(say::desk_taking_part_finished(), |count| count.finished)}
            {line(say::desk_taking_part_family(), |count| count.with_family)}
            {has_logs.then(|| line(say::desk_taking_part_log(), |count| count.log_entries))}
        </tbody>
    }
    .into_any()
}
