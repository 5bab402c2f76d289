//! How one assignment went.

use assignment::Date;
use class::{Participation, feedback, questions, quotes};
use leptos::prelude::*;
use ui::{day, facts, say};

use super::counts::Counts;
use super::frame::{Arrive, NotHere, Top};
use super::question_list::QuestionList;
use super::quote_list::QuoteList;
use crate::desk::Desk;
use crate::screen::Screen;

/// What stands above everything else.
#[derive(Clone, PartialEq, Eq)]
struct Heading {
    title: String,
    subject: String,
    due: Option<Date>,
}

#[component]
pub fn AssignmentScreen(assignment: String) -> AnyView {
    let desk = Desk::here();
    let id = StoredValue::new(assignment);
    let heading = Memo::new(move |_| {
        desk.roll.with(|roll| {
            let head = id.with_value(|id| roll.head(id).cloned())?;
            Some(Heading { title: head.title, subject: head.subject, due: head.due })
        })
    });
    (move || match heading.get() {
        Some(heading) => whole(desk, id, heading),
        None => view! { <NotHere /> }.into_any(),
    })
    .into_any()
}

fn whole(desk: Desk, id: StoredValue<String>, heading: Heading) -> AnyView {
    Arrive::at(heading.title.clone());
    let due = heading.due.map(|due| say::desk_assignment_due(day::spoken(due)));
    view! {
        <Top />
        <main class="assignment-screen">
            <p class="kicker" dir="auto">
                {facts(&[Some(heading.subject), due])}
            </p>
            <h1 tabindex="-1" dir="auto">
                {heading.title}
            </h1>
            {on_paper(desk, id)}
            {taking_part(desk, id)}
            {counted(desk, id)}
            {in_their_words(desk, id)}
            {answered(desk, id)}
        </main>
    }
    .into_any()
}

/// The way to the same on paper, while it is on the class's list.
fn on_paper(desk: Desk, id: StoredValue<String>) -> AnyView {
    let is_listed = Memo::new(move |_| {
        desk.index.with(|index| {
            let listed = index.iter().flat_map(|index| &index.assignments);
            id.with_value(|id| listed.into_iter().any(|head| head.id == *id))
        })
    });
    (move || {
        is_listed.get().then(|| {
            let href = id.with_value(|id| Screen::paper(id, "")).href();
            view! {
                <p class="actions">
                    <a class="button small quiet" href=href>
                        {say::desk_paper()}
                    </a>
                </p>
            }
        })
    })
    .into_any()
}

fn taking_part(desk: Desk, id: StoredValue<String>) -> AnyView {
    let count = Memo::new(move |_| desk.roll.with(|roll| id.with_value(|id| roll.participation(id))));
    view! {
        <h2>{say::desk_taking_part()}</h2>
        <dl class="taking-part">{move || participation(count.get())}</dl>
    }
    .into_any()
}

fn participation(count: Participation) -> AnyView {
    let mut facts = vec![
        (say::desk_taking_part_received(), count.received),
        (say::desk_taking_part_finished(), count.finished),
        (say::desk_taking_part_family(), count.with_family),
    ];
    // An assignment without a log has no entries to speak of.
    if count.log_entries > 0 {
        facts.push((say::desk_taking_part_log(), count.log_entries));
    }
    let facts = facts.into_iter().map(|(name, number)| {
        view! {
            <div>
                <dt>{name}</dt>
                <dd>{number}</dd>
            </div>
        }
        .into_any()
    });
    facts.collect_view().into_any()
}

fn counted(desk: Desk, id: StoredValue<String>) -> AnyView {
    let counts =
        Memo::new(move |_| desk.roll.with(|roll| id.with_value(|id| feedback::statements(roll, id))));
    let content = move || {
        let counts = counts.get();
        if counts.iter().any(|count| count.people() > 0) {
            view! { <Counts statements=counts /> }.into_any()
        } else {
            view! { <p class="quiet">{say::desk_feedback_none()}</p> }.into_any()
        }
    };
    view! {
        <section aria-labelledby="feedback">
            <h2 id="feedback">{say::desk_feedback()}</h2>
            {content}
        </section>
    }
    .into_any()
}

fn in_their_words(desk: Desk, id: StoredValue<String>) -> AnyView {
    let words = Memo::new(move |_| desk.roll.with(|roll| id.with_value(|id| quotes(roll, Some(id)))));
    view! {
        <section aria-labelledby="words">
            <h2 id="words">{say::desk_words()}</h2>
            {move || words.with(Vec::is_empty).then(|| view! { <p class="quiet">{say::desk_words_none()}</p> })}
            {move || view! { <QuoteList quotes=words.get() one_assignment=true /> }}
        </section>
    }
    .into_any()
}

fn answered(desk: Desk, id: StoredValue<String>) -> AnyView {
    let all = Memo::new(move |_| desk.roll.with(|roll| id.with_value(|id| questions(roll, id))));
    view! {
        <section aria-labelledby="questions">
            <h2 id="questions">{say::desk_questions()}</h2>
            {move || view! { <QuestionList questions=all.get() assignment=id.get_value() /> }}
        </section>
    }
    .into_any()
}
