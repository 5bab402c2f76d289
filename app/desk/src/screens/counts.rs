//! Each statement of the feedback, counted: numbers in a table, with a bar for each.

use class::feedback::StatementCount;
use leptos::prelude::*;
use ui::{facts, say};

use crate::called;

#[component]
pub fn Counts(
    /// The statements.
    statements: Vec<StatementCount>,
) -> AnyView {
    let tables = statements.iter().map(table).collect_view();
    view! { <div class="counts">{tables}</div> }.into_any()
}

fn table(statement: &StatementCount) -> AnyView {
    let rows = statement.shares().map(|(label, count, share)| {
        view! {
            <tr>
                <th scope="row" dir="auto">
                    {label.to_owned()}
                </th>
                <td class="count">{count}</td>
                <td aria-hidden="true">
                    // The page's policy forbids styles in attributes; the width of a shape is none.
                    <svg class="bar">
                        <rect width=format!("{share}%") height="100%"></rect>
                    </svg>
                </td>
            </tr>
        }
        .into_any()
    });
    let rows = rows.collect_view();
    let about = [
        Some(say::desk_feedback_people(statement.people())),
        statement.has_newer_words.then(say::desk_feedback_other_words),
    ];
    view! {
        <div class="card">
            <table>
                <caption>
                    <bdi>{called::statement(&statement.id, &statement.text)}</bdi>
                    <span class="quiet">{facts(&about)}</span>
                </caption>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}
