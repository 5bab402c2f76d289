//! Reading the columns of a table or a log.

use super::Code;
use super::diagnostic::{Diagnostics, did_you_mean};
use super::family::Role;
use super::fields::Value;
use super::id::{Nameless, ids_of, named};
use super::schema::{Fields, plain_text};
use crate::document::Column;

/// Reads the list `columns`: each `melted: Time until it melted (number, minutes)`, or only its heading.
pub(super) fn read_columns(fields: &mut Fields<'_>, found: &mut Diagnostics) -> Vec<Column> {
    let mut names = Vec::new();
    let mut columns = Vec::new();
    for item in fields.list("columns", found) {
        found.said(Role::Asked, item.span());
        let (given, words) = named(&item);
        let (heading, number) = read_heading(&words, found);
        if heading.is_empty() {
            found.report(
                Code::ValueMissing,
                item.span(),
                "This column has no heading.",
                "Write what it holds first, such as `Time (number, minutes)`.",
            );
            continue;
        }
        names.push(Nameless { given, words: heading.clone(), span: item.span() });
        columns.push(Column { id: String::new(), heading, number });
    }
    let ids = ids_of(&names, found);
    columns.into_iter().zip(ids).filter_map(|(column, id)| Some(Column { id: id?, ..column })).collect()
}

/// The heading, and for a column of numbers their unit.
fn read_heading(value: &Value<'_>, found: &mut Diagnostics) -> (String, Option<String>) {
    let words = plain_text(value, found);
    let Some((heading, note)) = words.strip_suffix(')').and_then(|words| words.rsplit_once('(')) else {
        return (words, None);
    };
    let (kind, unit) = note.split_once(',').unwrap_or((note, ""));
    if kind.trim().eq_ignore_ascii_case("number") {
        return (heading.trim_end().to_owned(), Some(unit.trim().to_owned()));
    }
    let first = kind.split_whitespace().next().unwrap_or_default();
    if did_you_mean(first, &["number"]).is_some() {
        let start = heading.len();
        found.report(
            Code::ColumnUnclear,
            value.source_span(start, words.len()),
            format!("This column is for words, because “({note})” is only a part of its heading."),
            "For a column of numbers write (number) at the end, or with a unit (number, minutes).",
        );
    }
    (words, None)
}
