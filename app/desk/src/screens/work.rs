//! One student's work on one assignment: the questions beside the answers.

use assignment::Ask;
use class::walk::{neighbours, others};
use class::{AssignmentColumn, Roll, State, Student};
use leptos::prelude::*;
use ui::component::ChildPicture;
use ui::{day, facts, say};
use wasm_bindgen_futures::spawn_local;
use work::Moment;
use work::result::{ResultAnswer, ResultDocument};

use super::answer::{Whose, answer};
use super::asked::asked;
use super::families::families;
use super::frame::{Arrive, NotHere, Top};
use super::good_news::good_news;
use super::removing::Removing;
use super::state;
use super::versions::{Version, versions};
use crate::called;
use crate::desk::Desk;
use crate::keeping;
use crate::screen::Screen;

/// Whose work on what.
#[derive(Clone, Copy)]
struct Place {
    student: StoredValue<String>,
    assignment: StoredValue<String>,
}

impl Place {
    fn versions(self, roll: &Roll) -> &[ResultDocument] {
        self.student.with_value(|student| self.assignment.with_value(|id| roll.versions(student, id)))
    }

    fn student(self, roll: &Roll) -> Option<Student> {
        self.student.with_value(|student| roll.student(student))
    }
}

#[component]
pub fn WorkScreen(student: String, assignment: String) -> AnyView {
    let desk = Desk::here();
    let place = Place { student: StoredValue::new(student), assignment: StoredValue::new(assignment) };
    let whose = Memo::new(move |_| {
        desk.roll.with(|roll| {
            let title = place.versions(roll).first()?.assignment.title.clone();
            Some((place.student(roll)?, title))
        })
    });
    (move || match whose.get() {
        Some((student, title)) => whole(desk, place, student, title),
        None => view! { <NotHere /> }.into_any(),
    })
    .into_any()
}

fn whole(desk: Desk, place: Place, student: Student, title: String) -> AnyView {
    let name = called::student(&student);
    let heading = say::desk_student_title(&name, &title);
    Arrive::at(heading.clone());
    let class = Screen::Assignment { assignment: place.assignment.get_value() };
    view! {
        <Top more=Some((class, say::desk_student_class(title))) />
        <main class="work-screen">
            <div class="whose">
                <ChildPicture picture=student.picture.clone() />
                <h1 tabindex="-1" dir="auto">
                    {heading}
                </h1>
            </div>
            {sent(desk, place)}
            {move || desk.roll.with(|roll| walk(roll, place, &student))}
            <section class="ends">{remove(desk, place, name)}</section>
        </main>
    }
    .into_any()
}

/// What the student has sent: the newest, or the version that the teacher chose.
fn sent(desk: Desk, place: Place) -> AnyView {
    let shown = RwSignal::new(None::<Moment>);
    let all = Memo::new(move |_| {
        desk.roll.with(|roll| {
            let version = |result: &ResultDocument| Version {
                made: result.made,
                when: roll.made(result),
                state: State::of(result),
            };
            place.versions(roll).iter().map(version).collect::<Vec<_>>()
        })
    });
    let result = Memo::new(move |_| {
        desk.roll.with(|roll| {
            let all = place.versions(roll);
            let chosen = shown.get().and_then(|made| all.iter().find(|result| result.made == made));
            let result = chosen.or(all.first())?;
            Some((result.clone(), roll.made(result)))
        })
    });
    view! {
        {move || all.with(|all| versions(all, shown))}
        {move || result.get().map(|(result, made)| one(&result, made))}
    }
    .into_any()
}

fn one(result: &ResultDocument, made: Option<Moment>) -> AnyView {
    let sent = match made {
        Some(made) => say::desk_student_sent(day::of_moment(made)),
        None => say::desk_student_sent_unknown(),
    };
    // A clock that was wrong at the end was wrong at the start.
    let started = made.map(|_| say::desk_student_started(day::of_moment(result.started)));
    let paper = result.paper.then(say::desk_student_paper);
    view! {
        <p class="facts">
            {state::mark(State::of(result))} <span class="quiet">{facts(&[started, Some(sent), paper])}</span>
        </p>
        {questions(result)}
        {families(result)}
        {good_news(result)}
    }
    .into_any()
}

fn questions(result: &ResultDocument) -> AnyView {
    let lang = &result.assignment.lang;
    let whose = Whose {
        student: result.student.id.clone(),
        name: result.student.name.clone(),
        assignment: result.assignment.id.clone(),
    };
    let all: Vec<(&Ask, Option<&ResultAnswer>)> = result.answered().collect();
    let (asked, removed) = all.split_at(result.asks.len());
    view! {
        <section aria-labelledby="work">
            <h2 id="work">{say::desk_student_work()}</h2>
            {pairs(asked, lang, &whose)}
        </section>
        {(!removed.is_empty())
            .then(|| {
                view! {
                    <section aria-labelledby="removed">
                        <h2 id="removed">{say::desk_student_removed()}</h2>
                        {pairs(removed, lang, &whose)}
                    </section>
                }
            })}
    }
    .into_any()
}

fn pairs(asks: &[(&Ask, Option<&ResultAnswer>)], lang: &str, whose: &Whose) -> AnyView {
    let pairs = asks.iter().map(|(ask, given)| {
        let given = match given {
            Some(given) => answer(ask, given, whose),
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
    view! { <dl class="card">{pairs.collect_view()}</dl> }.into_any()
}

/// To the next child's work, and to this child's other work.
fn walk(roll: &Roll, place: Place, student: &Student) -> AnyView {
    let assignment = place.assignment.get_value();
    let (before, after) = neighbours(roll, &student.id, &assignment);
    let others = others(roll, &student.id, &assignment);
    let to = |other: Student, words: fn(String) -> String, class: &'static str| {
        let href = Screen::work(&other.id, &assignment).href();
        view! {
            <a class=class href=href dir="auto">
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
        {(!others.is_empty()).then(|| more(roll, student, others))}
    }
    .into_any()
}

fn more(roll: &Roll, student: &Student, others: Vec<AssignmentColumn>) -> AnyView {
    let links = others.into_iter().map(|column| {
        let state = roll.state(&student.id, &column.id);
        view! {
            <li>
                <a href=Screen::work(&student.id, &column.id).href() dir="auto">
                    {column.title}
                </a>
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

fn remove(desk: Desk, place: Place, name: String) -> AnyView {
    let label = say::desk_remove_student(&name);
    let failed = RwSignal::new(false);
    let remove = Callback::new(move |()| {
        let (id, name) = (place.student.get_value(), name.clone());
        let here = desk.screen.get_untracked();
        spawn_local(async move {
            let removed = keeping::remove_student(desk, &id).await;
            // A teacher who has gone on meanwhile stays there.
            let stayed = desk.screen.with_untracked(|now| *now == here);
            if removed && stayed {
                desk.go(Screen::Class);
                desk.say_when_drawn(say::desk_removed_student(name));
            }
            let _ = failed.try_set(!removed);
        });
    });
    view! { <Removing label=label remove=remove failed=failed /> }.into_any()
}
