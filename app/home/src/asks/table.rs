//! Rows and columns: just the named rows, or as many as the child adds.

use assignment::{Column, Rows};
use leptos::prelude::*;
use ui::say;
use work::{Row, Value};

use super::{Field, columns, group};

/// A row with a number of its own while it is on the screen, so that its fields stay when another is taken out.
type Numbered = (usize, Row);

pub fn table(field: Field, columns: Vec<Column>, rows: Rows) -> AnyView {
    let held = match field.value() {
        Some(Value::Table(held)) => held,
        _ => Vec::new(),
    };
    let most = match &rows {
        Rows::Growing { most, .. } => usize::try_from(*most).unwrap_or(usize::MAX),
        Rows::Named(_) => 0,
    };
    let first: Vec<Numbered> = all_rows(&rows, held).into_iter().enumerate().collect();
    let next = StoredValue::new(first.len());
    let shown = RwSignal::new(first);
    let give = field.giver();
    let keep = move || {
        let rows = shown.with_untracked(|shown| shown.iter().map(|(_, row)| row.clone()).collect());
        give(Value::Table(rows));
    };
    let columns = StoredValue::new(columns);
    let row_view = {
        let keep = keep.clone();
        move |(number, row): Numbered| {
            let keep_typed = keep.clone();
            let typed = move |column: String, typed: String| {
                shown.update_untracked(|shown| {
                    if let Some((_, row)) = shown.iter_mut().find(|(known, _)| *known == number) {
                        columns::put(&mut row.cells, column, typed);
                    }
                });
                keep_typed();
            };
            let place =
                move || shown.with(|shown| shown.iter().position(|(known, _)| *known == number).unwrap_or(0));
            let name = row.name.clone();
            let title = move || if name.is_empty() { say::home_table_row(place() + 1) } else { name.clone() };
            let keep = keep.clone();
            let remove = move |_| {
                shown.update(|shown| shown.retain(|(known, _)| *known != number));
                keep();
            };
            view! {
                <fieldset class="row">
                    <legend>{title}</legend>
                    {columns.with_value(|all| columns::cells(all, &row.cells, typed))}
                    {(most > 0)
                        .then(|| {
                            view! {
                                <button type="button" class="small quiet" on:click=remove>
                                    {say::home_table_remove()}
                                </button>
                            }
                        })}
                </fieldset>
            }
            .into_any()
        }
    };
    let add = move |_: leptos::ev::MouseEvent| {
        let number = next.get_value();
        next.set_value(number + 1);
        shown.update(|shown| shown.push((number, Row::default())));
    };
    let full = move || shown.with(Vec::len) >= most;
    let inside = view! {
        <For each=move || shown.get() key=|(number, _)| *number children=row_view />
        {(most > 0)
            .then(|| {
                view! {
                    <button
                        type="button"
                        class="small"
                        hidden=full
                        on:click=add
                    >
                        {say::home_table_add()}
                    </button>
                }
            })}
    };
    group(&field, "group", inside.into_any())
}

/// The rows to show: the named ones with what they held, or those held and empty ones up to the start. Named rows that the
/// teacher took away come last as long as there is something in them.
fn all_rows(rows: &Rows, mut held: Vec<Row>) -> Vec<Row> {
    match rows {
        Rows::Named(names) => {
            let mut shown: Vec<Row> = Vec::new();
            for name in names {
                let at = held.iter().position(|row| row.name == *name);
                let row = at.map(|at| held.remove(at));
                shown.push(row.unwrap_or_else(|| Row { name: name.clone(), ..Row::default() }));
            }
            shown.extend(held.into_iter().filter(|row| !row.cells.is_empty()));
            shown
        }
        Rows::Growing { start, .. } => {
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
        Row { name: name.into(), cells: [("c".to_owned(), cell.to_owned())].into() }
    }

    #[test]
    fn named_rows_keep_what_they_held_in_any_order() {
        let rows = Rows::Named(vec!["Wool".into(), "Paper".into()]);
        let shown = all_rows(&rows, vec![row("Paper", "5"), row("Foil", "7")]);
        assert_eq!(
            shown,
            [Row { name: "Wool".into(), ..Row::default() }, row("Paper", "5"), row("Foil", "7")]
        );
    }

    #[test]
    fn a_growing_table_starts_with_its_empty_rows() {
        let rows = Rows::Growing { start: 2, most: 5 };
        assert_eq!(all_rows(&rows, vec![]).len(), 2);
        assert_eq!(all_rows(&rows, vec![row("", "1"); 3]).len(), 3);
    }
}
