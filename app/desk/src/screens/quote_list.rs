//! What families wrote.

use class::Quote;
use leptos::prelude::*;
use ui::day;

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
        let Quote { student, assignment, family } = quote;
        let who = called::family_of(&family, &student);
        let href = Screen::work(&student.id, &assignment.id).href();
        let about = [(!one_assignment).then_some(assignment.title), Some(day::of_moment(family.when))];
        let about = about.into_iter().flatten().filter(|words| !words.is_empty()).collect::<Vec<_>>();
        view! {
            <li class="card">
                <blockquote class="lines" dir="auto">
                    {family.words}
                </blockquote>
                <p class="from">
                    <a href=href>{who}</a>
                    <span class="quiet">{about.join(" · ")}</span>
                </p>
            </li>
        }
        .into_any()
    });
    view! { <ul class="quotes">{items.collect_view()}</ul> }.into_any()
}
