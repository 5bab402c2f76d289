//! One dated entry a sitting, with the family's tick.

use std::collections::BTreeMap;

use assignment::{Column, Date};
use leptos::prelude::*;
use ui::{browser, say};
use work::{Entry, Value};

use super::{Field, columns, group};

/// An entry with a number of its own while it is on the screen.
type Numbered = (usize, Entry);

pub fn log(field: Field, columns: Vec<Column>, entries: u32, tick: String) -> AnyView {
    let held = match field.value() {
        Some(Value::Log(held)) => held,
        _ => Vec::new(),
    };
    let first: Vec<Numbered> = held.into_iter().enumerate().collect();
    let next = StoredValue::new(first.len());
    let shown = RwSignal::new(first);
    let give = field.giver();
    let keep = move || {
        let entries = shown.with_untracked(|shown| shown.iter().map(|(_, entry)| entry.clone()).collect());
        give(Value::Log(entries));
    };
    let change = {
        let keep = keep.clone();
        move |number: usize, change: Box<dyn FnOnce(&mut Entry)>| {
            shown.update_untracked(|shown| {
                if let Some((_, entry)) = shown.iter_mut().find(|(known, _)| *known == number) {
                    change(entry);
                }
            });
            keep();
        }
    };
    let remove = {
        let keep = keep.clone();
        move |number: usize| {
            shown.update(|shown| shown.retain(|(known, _)| *known != number));
            keep();
        }
    };
    let add = move |_: leptos::ev::MouseEvent| {
        let number = next.get_value();
        next.set_value(number + 1);
        let entry = Entry { date: browser::today(), cells: BTreeMap::new(), tick: false };
        shown.update(|shown| shown.push((number, entry)));
        keep();
    };
    let columns = StoredValue::new(columns);
    let tick = if tick.is_empty() { say::log_tick() } else { tick };
    let entry_view = move |(number, entry): Numbered| {
        let place =
            move || shown.with(|shown| shown.iter().position(|(known, _)| *known == number).unwrap_or(0));
        let (change, remove) = (change.clone(), remove.clone());
        view! {
            <fieldset class="row">
                <legend>{move || say::home_log_entry(place() + 1)}</legend>
                {entry_fields(&entry, columns, &tick, move |changed| change(number, changed))}
                <button type="button" class="small quiet" on:click=move |_| remove(number)>
                    {say::home_log_remove()}
                </button>
            </fieldset>
        }
        .into_any()
    };
    let made = move || shown.with(Vec::len);
    let inside = view! {
        <p class="quiet">{move || say::home_log_count(made(), entries)}</p>
        <For each=move || shown.get() key=|(number, _)| *number children=entry_view />
        <button type="button" class="small" on:click=add>
            {move || if made() == 0 { say::home_log_first() } else { say::home_log_add() }}
        </button>
    };
    group(&field, "group", inside.into_any())
}

fn entry_fields(
    entry: &Entry,
    columns: StoredValue<Vec<Column>>,
    tick: &str,
    change: impl Fn(Box<dyn FnOnce(&mut Entry)>) + Clone + 'static,
) -> AnyView {
    let (change_date, change_cell, change_tick) = (change.clone(), change.clone(), change);
    let typed = move |column: String, typed: String| {
        change_cell(Box::new(move |entry| columns::put(&mut entry.cells, column, typed)));
    };
    view! {
        <label class="cell">
            <span>{say::home_log_date()}</span>
            <input
                type="date"
                prop:value=entry.date.map(|date| date.to_string()).unwrap_or_default()
                on:input:target=move |event| {
                    let date = Date::parse(&event.target().value());
                    change_date(Box::new(move |entry| entry.date = date));
                }
            />
        </label>
        {columns.with_value(|all| columns::cells(all, &entry.cells, typed))}
        <label class="option">
            <input
                type="checkbox"
                checked=entry.tick
                on:change:target=move |event| {
                    let tick = event.target().checked();
                    change_tick(Box::new(move |entry| entry.tick = tick));
                }
            />
            <span>{tick.to_owned()}</span>
        </label>
    }
    .into_any()
}
