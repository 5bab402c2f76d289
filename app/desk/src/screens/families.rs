//! What everyone at home said about one student's work.

use leptos::prelude::*;
use ui::{day, say};
use work::FamilyFeedback;
use work::result::ResultDocument;

use crate::called;

/// Each in their own right.
pub fn families(result: &ResultDocument) -> AnyView {
    let all = result.families.iter().map(|family| one(result, family)).collect_view();
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

fn one(result: &ResultDocument, family: &FamilyFeedback) -> AnyView {
    let scale = &result.feedback.scale;
    let statements = result.feedback.statements.iter().filter_map(|statement| {
        let label = family.statements.get(&statement.id)?.words(scale);
        let view = view! {
            <div class="pair">
                <dt>{statement.text.clone()}</dt>
                <dd>{label}</dd>
            </div>
        };
        Some(view.into_any())
    });
    let statements = statements.collect_view();
    let words = Some(family.words.clone()).filter(|words| !words.trim().is_empty());
    view! {
        <article class="card one-family">
            <h3>{called::family(family)}</h3>
            <p class="quiet">{day::of_moment(family.when)}</p>
            <dl class="pairs">{statements}</dl>
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
