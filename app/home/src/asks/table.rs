//! Rows and columns: just the named rows, or as many as the child adds.

use assignment::{Column, Rows as Wanted};
use ui::element::{Node, el};
use ui::say;
use work::{Row, Value};

use super::Field;
use super::rows::{RowWords, Rows, cells, put};

pub fn table(field: Field, columns: Vec<Column>, wanted: Wanted) -> Node {
    let held = match field.value() {
        Some(Value::Table(held)) => held,
        _ => Vec::new(),
    };
    let most = match &wanted {
        Wanted::Growing { most, .. } => usize::try_from(*most).ok(),
        Wanted::Named(_) => None,
    };
    let rows = Rows::new(all_rows(&wanted, held));
    let group = field.group("group");
    let keep = move || field.give(Value::Table(rows.now()));
    let keep_typed = keep.clone();
    let draw = move |at: usize, row: &Row| {
        let keep = keep_typed.clone();
        let typed = move |column: &str, words: String| {
            rows.change(at, |row| put(&mut row.cells, column, words));
            keep();
        };
        let name = if row.name.is_empty() { say::home_table_row(at + 1) } else { row.name.clone() };
        let legend = el("legend").child(name);
        el("fieldset").class("row").child(legend).child(cells(&columns, &row.cells, typed))
    };
    let words = RowWords { remove: say::home_table_remove(), add: |_| say::home_table_add() };
    group.child(rows.view(words, most, draw, Row::default, keep)).into()
}

/// The rows to show: the named ones with what they held, or those held and empty ones up to the start. Named rows that the
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
        Wanted::Growing { start, .. } => {
            let start = usize::try_from(*start).unwrap_or(0);
            while held.len() < start {
                held.push(Row::default());
            }
            held
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(name: &str, cell: &str) -> Row {
        Row { name: name.into(), cells: [("c".to_owned(), cell.to_owned())].into_iter().collect() }
    }

    #[test]
    fn named_rows_keep_what_they_held_in_any_order() {
        let wanted = Wanted::Named(vec!["Wool".into(), "Paper".into()]);
        let shown = all_rows(&wanted, vec![row("Paper", "5"), row("Foil", "7")]);
        assert_eq!(
            shown,
            [Row { name: "Wool".into(), ..Row::default() }, row("Paper", "5"), row("Foil", "7")]
        );
    }

    #[test]
    fn a_growing_table_starts_with_its_empty_rows() {
        let wanted = Wanted::Growing { start: 2, most: 5 };
        assert_eq!(all_rows(&wanted, vec![]).len(), 2);
        assert_eq!(all_rows(&wanted, vec![row("", "1"); 3]).len(), 3);
    }
}
