//! Each statement of the feedback, counted: numbers in a table, with a bar for each.

use class::feedback::StatementCount;
use leptos::prelude::*;
use ui::say;

#[component]
pub fn Counts(
    /// The statements.
    statements: Vec<StatementCount>,
) -> AnyView {
    let tables = statements.into_iter().map(table).collect_view();
    view! { <div class="counts">{tables}</div> }.into_any()
}

fn table(statement: StatementCount) -> AnyView {
    let all: usize = statement.counts.iter().sum();
    let rows = statement.scale.into_iter().zip(statement.counts).map(|(label, count)| {
        let share = (count * 100).checked_div(all).unwrap_or(0);
        view! {
            <tr>
                <th scope="row">{label}</th>
                <td class="count">{count}</td>
                <td class="bars" aria-hidden="true">
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
    view! {
        <div class="card">
            <table>
                <caption>
                    {statement.text} <span class="quiet">{say::desk_feedback_families(all)}</span>
                </caption>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}
