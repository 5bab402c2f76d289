//! What everyone at home said about one student's work.

use class::feedback;
use leptos::prelude::*;
use ui::{day, say};
use work::FamilyFeedback;
use work::result::ResultDocument;

use crate::called;

/// Each in their own right.
pub fn families(result: &ResultDocument) -> AnyView {
    let all = feedback::people(result)
        .into_iter()
        .map(|(family, number)| one(result, family, number))
        .collect_view();
    view! {
        <section aria-labelledby="family">
            <h2 id="family">{say::desk_student_family()}</h2>
            {result
                .families
                .is_empty()
                .then(|| view! { <p class="quiet">{say::desk_student_no_family()}</p> })}
            {all}
        </section>
    }
    .into_any()
}

fn one(result: &ResultDocument, family: &FamilyFeedback, number: Option<usize>) -> AnyView {
    let scale = &result.feedback.scale;
    let statements = feedback::given(result, family).into_iter().map(|(statement, rating)| {
        view! {
            <div class="pair">
                <dt dir="auto">{called::statement(&statement.id, &statement.text)}</dt>
                <dd dir="auto">{rating.words(scale)}</dd>
            </div>
        }
        .into_any()
    });
    let statements = statements.collect_view();
    let words = family.has_words().then(|| family.words.clone());
    view! {
        <article class="card one-family">
            <h3 dir="auto">{called::family(family, number)}</h3>
            <p class="quiet">{day::of_moment(family.when)}</p>
            <dl>{statements}</dl>
            {words
                .map(|words| {
                    view! {
                        <blockquote class="lines" dir="auto">
                            {words}
                        </blockquote>
                    }
                })}
        </article>
    }
    .into_any()
}
