//! What tables and logs have in common: sets of cells, one below the other, to fill, add and take out.

use std::sync::Arc;

use assignment::Column;
use leptos::prelude::*;
use ui::browser;
use ui::element::{Element, Node, el, live};
use work::Named;

use super::button;

/// What was typed, by the column's id.
pub type Cells = Named<String>;

/// What tells the rows of one question apart: an id, or a name for a row that the teacher named.
pub type RowKey = (u32, String);

/// A row's key and its place, by which it is drawn. The row itself is in the work.
#[derive(Clone)]
pub struct Place {
    /// Which row.
    pub key: RowKey,
    /// How many stand before it.
    pub before: usize,
}

/// The rows of one question that can be added to and taken from.
pub struct Growing {
    /// On the button that takes a row out.
    pub remove: String,
    /// On the button that adds one, from how many there are.
    pub add: fn(usize) -> String,
    /// How many there can be.
    pub most: usize,
    /// Adds one.
    pub add_one: Box<dyn Fn() + Send + Sync>,
    /// Takes one out.
    pub take_out: Arc<dyn Fn(&RowKey) + Send + Sync>,
}

/// An id that no other tab gives to a row, however many add one at the same time. The first rows of a table have small ones.
pub fn new_row_id() -> u32 {
    browser::chance() | 1 << 31
}

/// Draws every row by `draw`. They are drawn anew when one is added or taken out, not while somebody types.
pub fn rows(
    keys: impl Fn() -> Vec<RowKey> + Send + Sync + 'static,
    draw: impl Fn(Place) -> Element + Send + Sync + 'static,
    growing: Option<Growing>,
) -> Node {
    let keys = Memo::new(move |_| keys());
    let (remove, adding) = match growing {
        None => (None, None),
        Some(Growing { remove, add, most, add_one, take_out }) => {
            let count = move || keys.with(Vec::len);
            let adding = button(String::new(), add_one)
                .child(live(move || add(count())))
                .live_flag("hidden", move || count() >= most);
            (Some((remove, take_out)), Some(adding))
        }
    };
    let drawn = live(move || {
        let row = |(before, key): (usize, RowKey)| -> Node {
            let remove = remove.clone().map(|(words, take_out)| {
                let key = key.clone();
                button(words, move || take_out(&key)).class("small quiet")
            });
            draw(Place { key, before }).child(remove).into()
        };
        keys.get().into_iter().enumerate().map(row).collect::<Vec<Node>>()
    });
    Node::All(vec![drawn, adding.into()])
}

/// A field for each column. `held` has what is in the cells now; `typed` gets the column's id and what was typed.
pub fn cells(
    columns: &[Column],
    held: impl Fn(&str) -> String + Clone + Send + Sync + 'static,
    typed: impl Fn(&str, String) + Clone + Send + Sync + 'static,
) -> Node {
    let fields = columns.iter().map(|column| {
        let (id, held_id, typed, held) = (column.id.clone(), column.id.clone(), typed.clone(), held.clone());
        let unit = column.number.as_ref().filter(|unit| !unit.is_empty());
        let heading = el("span")
            .child(column.heading.clone())
            .child(unit.map(|unit| el("span").class("quiet").child(format!(" ({unit})"))));
        let input = el("input")
            .attr("type", "text")
            .attr("inputmode", if column.number.is_some() { "decimal" } else { "text" })
            .attr("autocomplete", "off")
            .value(move || held(&held_id))
            .on_input(move |words| typed(&id, words));
        el("label").class("cell").child(heading).child(input).into()
    });
    el("div").class("cells").children(fields).into()
}

/// Puts what was typed into the cells; an empty cell is left out.
pub fn put(cells: &mut Cells, column: &str, typed: String) {
    if typed.is_empty() {
        cells.remove(column);
    } else {
        cells.put(column.to_owned(), typed);
    }
}
