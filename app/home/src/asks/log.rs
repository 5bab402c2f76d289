//! One dated entry a sitting, with the family's tick.

use assignment::{Column, Date};
use leptos::prelude::With;
use ui::element::{Element, Node, el, live};
use ui::{browser, say};
use work::{Entry, Value};

use super::rows::{Cells, RowWords, Rows, cells, put};
use super::{Field, option};

/// More entries than a term has days are a mistake.
const MOST: usize = 100;

pub fn log(field: Field, columns: Vec<Column>, entries: u32, tick: String) -> Node {
    let held = match field.value() {
        Some(Value::Log(held)) => held,
        _ => Vec::new(),
    };
    let rows = Rows::new(held);
    let open = field.open;
    let slot = field.slot();
    let made = move || {
        open.work.with(|work| match work.value(&slot) {
            Some(Value::Log(entries)) => entries.len(),
            _ => 0,
        })
    };
    let count = el("p").class("quiet").child(live(move || say::home_log_count(made(), entries)));
    let group = field.group("group").child(count);
    let keep = move || field.give(Value::Log(rows.now()));
    let keep_typed = keep.clone();
    let tick = if tick.is_empty() { say::log_tick() } else { tick };
    let draw =
        move |at: usize, entry: &Entry| entry_fields(at, entry, rows, &columns, &tick, keep_typed.clone());
    let words = RowWords {
        remove: say::home_log_remove(),
        add: |made| if made == 0 { say::home_log_first() } else { say::home_log_add() },
    };
    let today = || Entry { date: browser::today(), cells: Cells::new(), tick: false };
    group.child(rows.view(words, Some(MOST), draw, today, keep)).into()
}

fn entry_fields(
    at: usize,
    entry: &Entry,
    rows: Rows<Entry>,
    columns: &[Column],
    tick: &str,
    keep: impl Fn() + Clone + Send + Sync + 'static,
) -> Element {
    let (keep_date, keep_cell) = (keep.clone(), keep.clone());
    let dated = move |typed: String| {
        rows.change(at, |entry| entry.date = Date::parse(&typed));
        keep_date();
    };
    let typed = move |column: &str, words: String| {
        rows.change(at, |entry| put(&mut entry.cells, column, words));
        keep_cell();
    };
    let ticked = move |tick: bool| {
        rows.change(at, |entry| entry.tick = tick);
        keep();
    };
    let date = el("input")
        .attr("type", "date")
        .value(entry.date.map(|date| date.to_string()).unwrap_or_default())
        .on_input(dated);
    let day = el("label").class("cell").child(el("span").child(say::home_log_date())).child(date);
    el("fieldset")
        .class("row")
        .child(el("legend").child(say::home_log_entry(at + 1)))
        .child(day)
        .child(cells(columns, &entry.cells, typed))
        .child(option("checkbox", "", tick, entry.tick, ticked))
}
