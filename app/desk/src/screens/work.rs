//! One student's work on one assignment: the questions beside the answers.

use assignment::Ask;
use class::{AssignmentColumn, State, Student};
use leptos::prelude::*;
use ui::component::ChildPicture;
use ui::{day, say};
use wasm_bindgen_futures::spawn_local;
use work::result::{ResultAnswer, ResultDocument};

use super::answer::answer;
use super::asked::asked;
use super::families::families;
use super::frame::{Arrive, NotHere, Top};
use super::removing::Removing;
use super::state;
use crate::called;
use crate::desk::{Desk, go};
use crate::screen::Screen;
use crate::walk::{neighbours, others};

#[component]
pub fn WorkScreen(student: String, assignment: String) -> AnyView {
    let desk = Desk::here();
    let found = desk.roll.with_untracked(|roll| roll.result(&student, &assignment).cloned());
    let (Some(result), Some(student)) = (found, desk.student(&student)) else {
        return view! { <NotHere /> }.into_any();
    };
    let name = called::student(&student);
    let title = result.assignment.title.clone();
    Arrive::at(say::desk_student_title(&name, &title));
    let class = (Screen::Assignment { assignment: assignment.clone() }, say::desk_student_class(&title));
    view! {
        <Top more=Some(class) />
        <main class="work-screen">
            <div class="whose">
                <ChildPicture picture=student.picture.clone() />
                <h1 tabindex="-1">{say::desk_student_title(&name, title)}</h1>
            </div>
            {facts(desk, &result)}
            {questions(&result)}
            {families(&result)}
            {walk(desk, &student, &assignment)}
            <section class="ends">
                {remove(desk, student, name)}
            </section>
        </main>
    }
    .into_any()
}

/// What state it is in, when it came, and how often.
fn facts(desk: Desk, result: &ResultDocument) -> AnyView {
    let (student, assignment) = (&result.student.id, &result.assignment.id);
    let (state, versions) = desk
        .roll
        .with_untracked(|roll| (roll.state(student, assignment), roll.versions(student, assignment).len()));
    let dates = [
        say::desk_student_started(day::of_moment(result.started)),
        say::desk_student_sent(day::of_moment(result.made)),
    ];
    view! {
        <p class="facts">{state::mark(state)} <span class="quiet">{dates.join(" · ")}</span></p>
        {(versions > 1).then(|| view! { <p class="quiet">{say::desk_student_versions(versions)}</p> })}
    }
    .into_any()
}

fn questions(result: &ResultDocument) -> AnyView {
    let lang = &result.assignment.lang;
    let all: Vec<(&Ask, Option<&ResultAnswer>)> = result.answered().collect();
    let (asked, removed) = all.split_at(result.asks.len());
    view! {
        <section aria-labelledby="work">
            <h2 id="work">{say::desk_student_work()}</h2>
            {pairs(asked, lang)}
        </section>
        {(!removed.is_empty())
            .then(|| {
                view! {
                    <section aria-labelledby="removed">
                        <h2 id="removed">{say::desk_student_removed()}</h2>
                        {pairs(removed, lang)}
                    </section>
                }
            })}
    }
    .into_any()
}

fn pairs(asks: &[(&Ask, Option<&ResultAnswer>)], lang: &str) -> AnyView {
    let pairs = asks.iter().map(|(ask, given)| {
        let given = match given {
            Some(given) => answer(ask, given),
            None => view! { <p class="quiet">{say::desk_student_no_answer()}</p> }.into_any(),
        };
        view! {
            <div class="pair">
                <dt>{asked(ask, lang)}</dt>
                <dd>{given}</dd>
            </div>
        }
        .into_any()
    });
    view! { <dl class="card pairs">{pairs.collect_view()}</dl> }.into_any()
}

/// To the next child's work, and to this child's other work.
fn walk(desk: Desk, student: &Student, assignment: &str) -> AnyView {
    let ((before, after), others) = desk.roll.with_untracked(|roll| {
        (neighbours(roll, &student.id, assignment), others(roll, &student.id, assignment))
    });
    let to = |other: Student, words: fn(String) -> String, class: &'static str| {
        let href = Screen::work(&other.id, assignment).href();
        view! {
            <a class=class href=href>
                {words(called::student(&other))}
            </a>
        }
        .into_any()
    };
    let walks = before.is_some() || after.is_some();
    view! {
        {walks
            .then(|| {
                view! {
                    <nav class="actions walk" aria-label=say::desk_student_walk()>
                        {before.map(|other| to(other, say::desk_student_before, "button small quiet"))}
                        {after.map(|other| to(other, say::desk_student_next, "button main"))}
                    </nav>
                }
            })}
        {(!others.is_empty()).then(|| more(desk, student, others))}
    }
    .into_any()
}

fn more(desk: Desk, student: &Student, others: Vec<AssignmentColumn>) -> AnyView {
    let links = others.into_iter().map(|column| {
        let state: State = desk.roll.with_untracked(|roll| roll.state(&student.id, &column.id));
        view! {
            <li>
                <a href=Screen::work(&student.id, &column.id).href()>{column.title}</a>
                {state::mark(state)}
            </li>
        }
        .into_any()
    });
    view! {
        <nav aria-labelledby="others">
            <h2 id="others">{say::desk_student_others(called::student(student))}</h2>
            <ul class="others">{links.collect_view()}</ul>
        </nav>
    }
    .into_any()
}

fn remove(desk: Desk, student: Student, name: String) -> AnyView {
    let label = say::desk_remove_student(&name);
    let failed = RwSignal::new(false);
    let remove = Callback::new(move |()| {
        let (id, name) = (student.id.clone(), name.clone());
        spawn_local(async move {
            let removed = desk.remove_student(id).await;
            failed.set(!removed);
            if removed {
                desk.said.set(say::desk_removed_student(name));
                go(&Screen::Class);
            }
        });
    });
    view! { <Removing label=label remove=remove failed=failed /> }.into_any()
}
