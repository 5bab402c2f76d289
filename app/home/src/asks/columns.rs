//! The cells of one row of a table or one entry of a log.

use std::collections::BTreeMap;

use assignment::Column;
use leptos::prelude::*;

/// A field for each column. `typed` gets the column's id and what is in it now.
pub fn cells(
    columns: &[Column],
    held: &BTreeMap<String, String>,
    typed: impl Fn(String, String) + Clone + 'static,
) -> AnyView {
    let fields = columns.iter().map(|column| {
        let (id, typed) = (column.id.clone(), typed.clone());
        let unit = column.number.clone().filter(|unit| !unit.is_empty());
        let inputmode = if column.number.is_some() { "decimal" } else { "text" };
        view! {
            <label class="cell">
                <span>
                    {column.heading.clone()} {unit.map(|unit| view! { <span class="quiet">" (" {unit} ")"</span> })}
                </span>
                <input
                    type="text"
                    inputmode=inputmode
                    autocomplete="off"
                    prop:value=held.get(&column.id).cloned().unwrap_or_default()
                    on:input:target=move |event| typed(id.clone(), event.target().value())
                />
            </label>
        }
        .into_any()
    });
    view! { <div class="cells">{fields.collect_view()}</div> }.into_any()
}

/// Puts what was typed into the cells; an empty cell is left out.
pub fn put(cells: &mut BTreeMap<String, String>, column: String, typed: String) {
    if typed.is_empty() {
        cells.remove(&column);
    } else {
        cells.insert(column, typed);
    }
}
