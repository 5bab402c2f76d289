//! One dated entry a sitting, with the family's tick.

use std::sync::Arc;

use assignment::{Column, Date};
use leptos::prelude::event_target_value;
use ui::element::{Element, Node, el, live};
use ui::{browser, say};
use work::{Entry, Value};

use super::rows::{Cells, Growing, Place, RowKey, cells, new_row_id, put, rows};
use super::{Field, option};

/// More entries than a term has days are a mistake.
const MOST: usize = 100;

pub fn log(field: Field, columns: Vec<Column>, entries: u32, tick: String) -> Node {
    let of = field.clone();
    let made = move || of.look(|value| entries_in(value).len());
    let count = el("p").class("quiet").child(live(move || say::home_log_count(made(), entries)));
    let tick = if tick.is_empty() { say::log_tick() } else { tick };
    let (of, from) = (field.clone(), field.clone());
    let growing = Growing {
        remove: say::home_log_remove(),
        add: |made| if made == 0 { say::home_log_first() } else { say::home_log_add() },
        most: MOST,
        add_one: Box::new(move || {
            let fresh = Entry { id: new_row_id(), date: browser::today(), cells: Cells::new(), tick: false };
            change(&of, |entries| entries.push(fresh));
        }),
        take_out: Arc::new(move |(id, _)| change(&from, |entries| entries.retain(|entry| entry.id != *id))),
    };
    let drawing = field.clone();
    let draw = move |place: Place| entry_fields(&drawing, place, &columns, &tick);
    let of = field.clone();
    let keys = move || of.look(|value| entries_in(value).iter().map(key).collect());
    field.group("group").child(count).child(rows(keys, draw, Some(growing))).into()
}

fn key(entry: &Entry) -> RowKey {
    (entry.id, String::new())
}

fn entries_in(value: Option<&Value>) -> &[Entry] {
    match value {
        Some(Value::Log(held)) => held,
        _ => &[],
    }
}

fn change(field: &Field, change: impl FnOnce(&mut Vec<Entry>)) {
    let mut entries = entries_in(field.value_now().as_ref()).to_vec();
    change(&mut entries);
    field.give(Value::Log(entries));
}

fn change_one(field: &Field, id: u32, change_it: impl FnOnce(&mut Entry)) {
    change(field, |entries| {
        entries.iter_mut().find(|entry| entry.id == id).map(change_it);
    });
}

/// What is in one entry now.
fn held<T: Default>(field: &Field, id: u32, look: impl Fn(&Entry) -> T) -> T {
    field.look(|value| entries_in(value).iter().find(|entry| entry.id == id).map(look).unwrap_or_default())
}

fn entry_fields(field: &Field, place: Place, columns: &[Column], tick: &str) -> Element {
    let Place { key: (id, _), before } = place;
    let (of, to) = (field.clone(), field.clone());
    let date = el("input")
        .attr("type", "date")
        .attr("max", "9999-12-31")
        .value(move || held(&of, id, |entry| entry.date.map(|date| date.to_string()).unwrap_or_default()))
        .on("input", move |event| {
            // A day that is half typed is no day; taken as none, it would empty the field under the child's fingers.
            let typed = event_target_value(&event);
            let date = Date::parse(&typed);
            if date.is_some() || typed.is_empty() && !browser::is_half_typed(&event) {
                change_one(&to, id, |entry| entry.date = date);
            }
        });
    let day = el("label").class("cell").child(el("span").child(say::home_log_date())).child(date);
    let (of, to) = (field.clone(), field.clone());
    let cell =
        move |column: &str| held(&of, id, |entry| entry.cells.get(column).cloned().unwrap_or_default());
    let typed = move |column: &str, words: String| {
        change_one(&to, id, |entry| put(&mut entry.cells, column, words));
    };
    let (of, to) = (field.clone(), field.clone());
    let ticked = move || held(&of, id, |entry| entry.tick);
    let set = move |tick: bool| change_one(&to, id, |entry| entry.tick = tick);
    el("fieldset")
        .class("row")
        .child(el("legend").child(say::home_log_entry(before + 1)))
        .child(day)
        .child(cells(columns, cell, typed))
        .child(option("checkbox", "", tick, ticked, set))
}
