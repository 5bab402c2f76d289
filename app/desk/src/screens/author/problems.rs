//! What is wrong with the text, in its order.

use leptos::prelude::*;
use ui::say;

use super::Page;
use crate::authoring::check::Problem;

/// The list. `go` moves to a place in the editor.
pub fn problems(page: Page, go: Callback<usize>) -> AnyView {
    let count = move || {
        page.author.checked.with(|checked| {
            let mistakes = checked.problems.iter().filter(|problem| problem.is_error).count();
            match (mistakes, checked.problems.len() - mistakes) {
                (0, 0) => say::desk_write_good(),
                (0, hints) => say::desk_write_hints(hints),
                (mistakes, _) => say::desk_write_mistakes(mistakes),
            }
        })
    };
    let one = move |problem: Problem| {
        let class = if problem.is_error { "problem-line error" } else { "problem-line" };
        let words = say::desk_write_line(problem.line, &problem.message);
        view! {
            <li class=class>
                <button type="button" on:click=move |_| go.run(problem.from)>
                    {words}
                </button>
                <p>{problem.help} " " <span class="quiet">{problem.code}</span></p>
            </li>
        }
        .into_any()
    };
    view! {
        <section class="problems" aria-labelledby="problems">
            <h2 id="problems">{say::desk_write_problems()}</h2>
            <p role="status">{count}</p>
            <ul>{move || page.author.checked.with(|checked| checked.problems.iter().cloned().map(one).collect_view())}</ul>
        </section>
    }
    .into_any()
}
