//! Rows and columns: just the named rows, or as many as the child adds.

use std::sync::Arc;

use assignment::{Column, Rows as Wanted};
use ui::element::{Node, el};
use ui::say;
use work::{Row, Value};

use super::Field;
use super::rows::{Growing, Place, RowKey, cells, new_row_id, put, rows};

pub fn table(field: Field, columns: Vec<Column>, wanted: Wanted) -> Node {
    let wanted = Arc::new(wanted);
    let growing = match *wanted {
        Wanted::Named(_) => None,
        Wanted::Growing { most, .. } => {
            let (from, rows_wanted) = (field.clone(), wanted.clone());
            let (field, wanted) = (field.clone(), wanted.clone());
            Some(Growing {
                remove: say::home_table_remove(),
                add: |_| say::home_table_add(),
                most: usize::try_from(most).unwrap_or(usize::MAX),
                add_one: Box::new(move || {
                    let row = Row { id: new_row_id(), ..Row::default() };
                    change(&field, &wanted, |rows| rows.push(row));
                }),
                take_out: Arc::new(move |gone| {
                    change(&from, &rows_wanted, |rows| rows.retain(|row| key(row) != *gone));
                }),
            })
        }
    };
    let drawing = field.clone();
    let drawn = wanted.clone();
    let draw = move |Place { key: of, before }: Place| {
        let name = if of.1.is_empty() { say::home_table_row(before + 1) } else { of.1.clone() };
        let (field, same) = (drawing.clone(), of.clone());
        let held = move |column: &str| field.look(|value| cell(rows_in(value), &same, column));
        let (field, wanted) = (drawing.clone(), drawn.clone());
        let typed = move |column: &str, words: String| {
            change(&field, &wanted, |rows| {
                if let Some(row) = rows.iter_mut().find(|row| key(row) == of) {
                    put(&mut row.cells, column, words);
                }
            });
        };
        el("fieldset").class("row").child(el("legend").child(name)).child(cells(&columns, held, typed))
    };
    let of = field.clone();
    let keys = move || {
        let held = of.look(|value| rows_in(value).to_vec());
        all_rows(&wanted, held).iter().map(key).collect()
    };
    field.group("group").child(rows(keys, draw, growing)).into()
}

fn key(row: &Row) -> RowKey {
    (row.id, row.name.clone())
}

fn cell(rows: &[Row], of: &RowKey, column: &str) -> String {
    let row = rows.iter().find(|row| key(row) == *of);
    row.and_then(|row| row.cells.get(column)).cloned().unwrap_or_default()
}

fn change(field: &Field, wanted: &Wanted, change: impl FnOnce(&mut Vec<Row>)) {
    let mut rows = all_rows(wanted, rows_in(field.value_now().as_ref()).to_vec());
    change(&mut rows);
    field.give(Value::Table(rows));
}

fn rows_in(value: Option<&Value>) -> &[Row] {
    match value {
        Some(Value::Table(held)) => held,
        _ => &[],
    }
}

/// The rows to show: the named ones with what they held, or those held, or the empty ones to start with. Named rows that the
/// teacher took away come last as long as there is something in them.
fn all_rows(wanted: &Wanted, mut held: Vec<Row>) -> Vec<Row> {
    match wanted {
        Wanted::Named(names) => {
            let mut shown: Vec<Row> = Vec::new();
            for name in names {
                let at = held.iter().position(|row| row.name == *name);
                let row = at.map(|at| held.remove(at));
                shown.push(row.unwrap_or_else(|| Row { name: name.clone(), ..Row::default() }));
            }
            shown.extend(held.into_iter().filter(|row| !row.cells.is_empty()));
            shown
        }
        Wanted::Growing { start, .. } if held.is_empty() => {
            (1..=*start).map(|id| Row { id, ..Row::default() }).collect()
        }
        Wanted::Growing { .. } => held,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(id: u32, name: &str, cell: &str) -> Row {
        Row { id, name: name.into(), cells: [("c".to_owned(), cell.to_owned())].into_iter().collect() }
    }

    #[test]
    fn named_rows_keep_what_they_held_in_any_order() {
        let wanted = Wanted::Named(vec!["Wool".into(), "Paper".into()]);
        let shown = all_rows(&wanted, vec![row(0, "Paper", "5"), row(0, "Foil", "7")]);
        let wool = Row { name: "Wool".into(), ..Row::default() };
        assert_eq!(shown, [wool, row(0, "Paper", "5"), row(0, "Foil", "7")]);
    }

    #[test]
    fn a_growing_table_starts_with_its_empty_rows_and_does_not_bring_back_those_taken_out() {
        let wanted = Wanted::Growing { start: 2, most: 5 };
        let ids = |rows: Vec<Row>| rows.iter().map(|row| row.id).collect::<Vec<_>>();
        assert_eq!(ids(all_rows(&wanted, vec![])), [1, 2]);
        assert_eq!(ids(all_rows(&wanted, vec![row(2, "", "1")])), [2]);
    }
}
