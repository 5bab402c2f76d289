//! An answer in the words of a translation.

use assignment::{Ask, Kind, Rows};

use crate::{Row, Value};

/// The value as it is read beside `shown`, the translation of `ask`: options and names of rows in its words.
pub fn in_words_of(ask: &Ask, shown: &Ask, value: &Value) -> Value {
    let same = |own: &[String], shown: &[String], words: &String| -> String {
        let at = own.iter().position(|own| own == words);
        at.and_then(|at| shown.get(at)).unwrap_or(words).clone()
    };
    match (&ask.kind, &shown.kind, value) {
        (Kind::Choice { options, .. }, Kind::Choice { options: other, .. }, Value::Choice(chosen)) => {
            Value::Choice(same(options, other, chosen))
        }
        (Kind::Choices { options, .. }, Kind::Choices { options: other, .. }, Value::Choices(chosen)) => {
            Value::Choices(chosen.iter().map(|words| same(options, other, words)).collect())
        }
        (
            Kind::Table { rows: Rows::Named(names), .. },
            Kind::Table { rows: Rows::Named(other), .. },
            Value::Table(rows),
        ) => {
            let row = |row: &Row| Row { name: same(names, other, &row.name), ..row.clone() };
            Value::Table(rows.iter().map(row).collect())
        }
        _ => value.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ask(options: &[&str]) -> Ask {
        Ask {
            id: "best".into(),
            kind: Kind::Choice { options: options.iter().map(|o| (*o).to_owned()).collect(), correct: None },
            ..Ask::default()
        }
    }

    #[test]
    fn what_was_chosen_is_read_in_the_language_of_the_page() {
        let (own, shown) = (ask(&["paper", "wool"]), ask(&["pepa", "fulufulu"]));
        let chosen = |words: &str| Value::Choice(words.to_owned());
        assert_eq!(in_words_of(&own, &shown, &chosen("wool")), chosen("fulufulu"));
        assert_eq!(in_words_of(&own, &shown, &chosen("gone since")), chosen("gone since"));
    }
}
