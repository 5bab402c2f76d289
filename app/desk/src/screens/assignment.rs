//! How one assignment went.

use class::{Participation, feedback, quotes};
use leptos::prelude::*;
use ui::{day, say};

use super::counts::Counts;
use super::frame::{Arrive, NotHere, Top};
use super::question_list::QuestionList;
use super::quote_list::QuoteList;
use crate::desk::Desk;
use crate::questions::questions;

#[component]
pub fn AssignmentScreen(assignment: String) -> AnyView {
    let desk = Desk::here();
    let head = desk.roll.with_untracked(|roll| {
        let of_assignment = roll.newest().filter(|result| result.assignment.id == assignment);
        of_assignment.max_by_key(|result| result.made).map(|result| result.assignment.clone())
    });
    let Some(head) = head else { return view! { <NotHere /> }.into_any() };
    Arrive::at(head.title.clone());
    let (count, statements, words, questions) = desk.roll.with_untracked(|roll| {
        (
            roll.participation(&assignment),
            feedback::statements(roll, &assignment),
            quotes(roll, Some(&assignment)),
            questions(roll, &assignment),
        )
    });
    let answered = statements.iter().any(|statement| statement.counts.iter().any(|count| *count > 0));
    let facts = [
        (!head.subject.is_empty()).then_some(head.subject),
        head.due.map(|due| say::desk_assignment_due(day::spoken(due))),
    ];
    view! {
        <Top />
        <main class="assignment-screen">
            <p class="kicker">{facts.into_iter().flatten().collect::<Vec<_>>().join(" · ")}</p>
            <h1 tabindex="-1">{head.title}</h1>
            {taking_part(count)}
            <section aria-labelledby="feedback">
                <h2 id="feedback">{say::desk_feedback()}</h2>
                {if answered {
                    view! { <Counts statements=statements /> }.into_any()
                } else {
                    view! { <p class="quiet">{say::desk_feedback_none()}</p> }.into_any()
                }}
            </section>
            <section aria-labelledby="words">
                <h2 id="words">{say::desk_words()}</h2>
                {words.is_empty().then(|| view! { <p class="quiet">{say::desk_words_none()}</p> })}
                <QuoteList quotes=words one_assignment=true />
            </section>
            <section aria-labelledby="questions">
                <h2 id="questions">{say::desk_questions()}</h2>
                <QuestionList questions=questions assignment=assignment lang=head.lang />
            </section>
        </main>
    }
    .into_any()
}

fn taking_part(count: Participation) -> AnyView {
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
    view! {
        <h2>{say::desk_taking_part()}</h2>
        <dl class="taking-part">{facts.collect_view()}</dl>
    }
    .into_any()
}
