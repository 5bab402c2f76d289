//! One dated entry a sitting, with the family's tick.

use std::sync::{Arc, Mutex};

use assignment::{Column, Date};
use leptos::prelude::event_target_value;
use ui::element::{Element, Node, el, live};
use ui::{browser, say};
use work::{Entry, Value};

use super::line::Line;
use super::rows::{Growing, Place, Sheet, adding, rows};
use super::{Field, option};

/// More entries than a term has days are a mistake.
const MOST: usize = 100;

pub fn log(field: Field, columns: Vec<Column>, entries: u32, tick: String) -> Node {
    let of = field.clone();
    // A day alone is not a time yet.
    let made = move || of.look(|value| entries_in(value).iter().filter(|entry| !entry.is_empty()).count());
    let count = el("p").class("quiet").child(live(move || say::home_log_count(made(), entries)));
    let is_own = !tick.is_empty();
    let tick = if is_own { tick } else { say::log_tick() };
    let sheet = Arc::new(Sheet {
        field: field.clone(),
        columns,
        read: Box::new(|value| {
            entries_in(value).iter().map(|entry| Line::new(String::new(), entry.clone())).collect()
        }),
        write: |lines| Value::Log(lines.into_iter().map(|line| line.entry).collect()),
        heading: Box::new(|line| say::home_log_entry(line.before + 1)),
        fields: Box::new(move |place, cells| {
            Node::All(vec![day(place.clone()).into(), cells, ticked(place, &tick).taught(is_own).into()])
        }),
        growing: Some(Growing { remove: say::home_log_remove(), most: MOST }),
        out: Mutex::default(),
    });
    let words = |made| if made == 0 { say::home_log_first() } else { say::home_log_add() };
    let add = adding(&sheet, words, browser::today);
    field.group("group").child(count).child(rows(&sheet)).child(add).into()
}

fn entries_in(value: Option<&Value>) -> &[Entry] {
    match value {
        Some(Value::Log(held)) => held,
        _ => &[],
    }
}

/// The day of a row.
pub fn day(place: Place) -> Element {
    let of = place.clone();
    let date = el("input")
        .attr("type", "date")
        .attr("max", "9999-12-31")
        .value(move || of.held(|entry| entry.date.map(|date| date.to_string()).unwrap_or_default()))
        .on("input", move |event| {
            // A day that is half typed is no day; taken as none, it would empty the field under the child's fingers.
            let typed = event_target_value(&event);
            let date = Date::parse(&typed);
            if date.is_some() || typed.is_empty() && !browser::is_half_typed(&event) {
                place.change(Box::new(|entry| entry.date = date));
            }
        });
    el("label").class("cell").child(el("span").child(say::home_log_date())).child(date)
}

fn ticked(place: Place, words: &str) -> Element {
    let of = place.clone();
    let set = move |tick: bool| place.change(Box::new(|entry| entry.tick = tick));
    option("checkbox", "", words, move || of.held(|entry| entry.tick), set)
}
