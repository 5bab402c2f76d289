//! What tables and logs have in common: sets of cells, one below the other, to fill, add and take out.

use assignment::Column;
use leptos::prelude::*;
use ui::element::{Element, Node, el, live};
use work::Named;

use super::button;

/// What was typed, by the column's id.
pub type Cells = Named<String>;

/// The words around the rows.
pub struct RowWords {
    /// On the button that takes a row out.
    pub remove: String,
    /// On the button that adds one, from how many there are.
    pub add: fn(usize) -> String,
}

/// The rows of one question. `T` is a table's row or a log's entry.
pub struct Rows<T> {
    /// The rows as they are now: what is typed goes here first, so that a row drawn anew shows it.
    held: StoredValue<Vec<T>>,
    /// Set when a row is added or taken out, so that all are drawn anew.
    changed: RwSignal<bool>,
}

impl<T> Clone for Rows<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Rows<T> {}

impl<T: Clone + Send + Sync + 'static> Rows<T> {
    /// These rows.
    pub fn new(held: Vec<T>) -> Self {
        Self { held: StoredValue::new(held), changed: RwSignal::new(false) }
    }

    /// All rows as they are now.
    pub fn now(self) -> Vec<T> {
        self.held.get_value()
    }

    /// Changes the row at a place, as somebody types.
    pub fn change(self, at: usize, change: impl FnOnce(&mut T)) {
        self.held.update_value(|rows| {
            rows.get_mut(at).map(change);
        });
    }

    /// Draws every row by `draw`, and below them the button to add `fresh` ones while there are fewer than `most`. `keep` is
    /// called after each adding and taking out. Without `most`, rows stay as they are.
    pub fn view(
        self,
        words: RowWords,
        most: Option<usize>,
        draw: impl Fn(usize, &T) -> Element + Send + Sync + 'static,
        fresh: impl Fn() -> T + Send + Sync + 'static,
        keep: impl Fn() + Clone + Send + Sync + 'static,
    ) -> Node {
        let count = move || {
            self.changed.track();
            self.held.with_value(Vec::len)
        };
        let kept = keep.clone();
        let RowWords { remove, add } = words;
        let rows = live(move || {
            self.changed.track();
            let rows = self.held.get_value();
            let drawn = rows.iter().enumerate().map(|(at, row)| {
                let keep = kept.clone();
                let take_out = move || {
                    self.held.update_value(|rows| {
                        rows.remove(at);
                    });
                    keep();
                    self.changed.update(|changed| *changed = !*changed);
                };
                let remove = most.map(|_| button(remove.clone(), take_out).class("small quiet"));
                draw(at, row).child(remove).into()
            });
            drawn.collect::<Vec<Node>>()
        });
        let add_one = move || {
            self.held.update_value(|rows| rows.push(fresh()));
            keep();
            self.changed.update(|changed| *changed = !*changed);
        };
        let adding = most.map(|most| {
            button(String::new(), add_one)
                .child(live(move || add(count())))
                .live_flag("hidden", move || count() >= most)
        });
        Node::All(vec![rows, adding.into()])
    }
}

/// A field for each column. `typed` gets the column's id and what is in it now.
pub fn cells(
    columns: &[Column],
    held: &Cells,
    typed: impl Fn(&str, String) + Clone + Send + Sync + 'static,
) -> Node {
    let fields = columns.iter().map(|column| {
        let (id, typed) = (column.id.clone(), typed.clone());
        let unit = column.number.as_ref().filter(|unit| !unit.is_empty());
        let heading = el("span")
            .child(column.heading.clone())
            .child(unit.map(|unit| el("span").class("quiet").child(format!(" ({unit})"))));
        let input = el("input")
            .attr("type", "text")
            .attr("inputmode", if column.number.is_some() { "decimal" } else { "text" })
            .attr("autocomplete", "off")
            .value(held.get(&column.id).cloned().unwrap_or_default())
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
