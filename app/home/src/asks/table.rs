//! Rows and columns: just the named rows, or as many as the child adds.

use std::sync::{Arc, Mutex};

use assignment::{Column, Kind, Rows as Wanted};
use ui::element::{Node, nothing};
use ui::say;
use work::{Row, Value};

use super::Field;
use super::line::Line;
use super::rows::{Growing, Sheet, adding, rows};

/// `labels` are the names of rows as they are read here.
pub fn table(field: Field, columns: Vec<Column>, labels: Wanted) -> Node {
    let Kind::Table { rows: wanted, .. } = field.ask.kind.clone() else { return nothing() };
    let growing = match wanted {
        Wanted::Named(_) => None,
        Wanted::Growing { most, .. } => Some(Growing {
            remove: say::home_table_remove(),
            most: usize::try_from(most).unwrap_or(usize::MAX),
        }),
    };
    let names = wanted.clone();
    let sheet = Arc::new(Sheet {
        field: field.clone(),
        columns,
        read: Box::new(move |value| all_rows(&wanted, rows_in(value))),
        write: |lines| Value::Table(lines.into_iter().map(Row::from).collect()),
        heading: Box::new(move |Line { name, before, .. }| match (&names, &labels) {
            (Wanted::Named(names), Wanted::Named(labels)) => {
                let label = names.iter().position(|known| known == name).and_then(|at| labels.get(at));
                label.unwrap_or(name).clone()
            }
            _ if name.is_empty() => say::home_table_row(before + 1),
            _ => name.clone(),
        }),
        fields: Box::new(|_, cells| cells),
        growing,
        out: Mutex::default(),
    });
    let add = sheet.growing.is_some().then(|| adding(&sheet, |_| say::home_table_add(), || None));
    field.group("group").child(rows(&sheet)).child(add).into()
}

fn rows_in(value: Option<&Value>) -> Vec<Line> {
    match value {
        Some(Value::Table(held)) => held.iter().cloned().map(Line::from).collect(),
        _ => Vec::new(),
    }
}

/// The rows to show: the named ones with what they held, or those held, or the empty ones to start with. Named rows that the
/// teacher took away come last as long as there is something in them.
fn all_rows(wanted: &Wanted, mut held: Vec<Line>) -> Vec<Line> {
    match wanted {
        Wanted::Named(names) => {
            let mut shown: Vec<Line> = Vec::new();
            for name in names {
                let at = held.iter().position(|row| row.name == *name);
                let row = at.map(|at| held.remove(at));
                shown.push(row.unwrap_or_else(|| empty(0, name.clone())));
            }
            shown.extend(held.into_iter().filter(|row| !row.entry.cells.is_empty()));
            shown
        }
        Wanted::Growing { start, .. } if held.is_empty() => {
            (1..=*start).map(|id| empty(id, String::new())).collect()
        }
        Wanted::Growing { .. } => held,
    }
}

fn empty(id: u32, name: String) -> Line {
    Line::from(Row { id, name, ..Row::default() })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(id: u32, name: &str, cell: &str) -> Line {
        Row { id, name: name.into(), cells: [("c".to_owned(), cell.to_owned())].into_iter().collect() }.into()
    }

    #[test]
    fn named_rows_keep_what_they_held_in_any_order() {
        let wanted = Wanted::Named(vec!["Wool".into(), "Paper".into()]);
        let shown = all_rows(&wanted, vec![row(0, "Paper", "5"), row(0, "Foil", "7")]);
        assert_eq!(shown, [empty(0, "Wool".into()), row(0, "Paper", "5"), row(0, "Foil", "7")]);
    }

    #[test]
    fn a_growing_table_starts_with_its_empty_rows_and_does_not_bring_back_those_taken_out() {
        let wanted = Wanted::Growing { start: 2, most: 5 };
        let ids = |rows: Vec<Line>| rows.iter().map(|row| row.entry.id).collect::<Vec<_>>();
        assert_eq!(ids(all_rows(&wanted, vec![])), [1, 2]);
        assert_eq!(ids(all_rows(&wanted, vec![row(2, "", "1")])), [2]);
    }
}
