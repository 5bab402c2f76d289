//! What families wrote.

use class::Quote;
use leptos::prelude::*;
use ui::{day, facts};

use crate::called;
use crate::screen::Screen;

#[component]
pub fn QuoteList(
    /// The words, in the order they are shown.
    quotes: Vec<Quote>,
    /// Whether all are about one assignment, which then need not be named.
    #[prop(optional)]
    one_assignment: bool,
) -> AnyView {
    let items = quotes.into_iter().map(|quote| {
        let Quote { student, assignment, family, number } = quote;
        let who = called::family_of(&family, number, &student);
        let href = Screen::work(&student.id, &assignment.id).href();
        let about =
            facts(&[(!one_assignment).then_some(assignment.title), Some(day::of_moment(family.when))]);
        view! {
            <li class="card">
                <blockquote class="lines" dir="auto">
                    {family.words}
                </blockquote>
                <p class="from">
                    <a href=href dir="auto">
                        {who}
                    </a>
                    <span class="quiet" dir="auto">
                        {about}
                    </span>
                </p>
            </li>
        }
        .into_any()
    });
    view! { <ul class="quotes">{items.collect_view()}</ul> }.into_any()
}
