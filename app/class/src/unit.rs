//! A number with its unit. It stands beside the field, and some type it all the same.

use assignment::Number;

/// What was typed, without the unit: `6` of `6 cm`.
pub(crate) fn without_unit<'t>(typed: &'t str, unit: &str) -> &'t str {
    let number = typed.trim_end().strip_suffix(unit).unwrap_or(typed);
    // Words that end like the unit, such as `farm` with `m`, are words.
    if Number::parse(number).is_some() { number.trim() } else { typed }
}

/// `12 minutes`, or just `12`. What is no number, such as `lots`, stays as it is.
pub fn with_unit(typed: &str, unit: &str) -> String {
    let number = without_unit(typed, unit);
    if unit.is_empty() || Number::parse(number).is_none() {
        typed.to_owned()
    } else {
        format!("{number} {unit}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_unit_stands_there_once_and_only_behind_a_number() {
        for (typed, unit, words) in [
            ("12", "minutes", "12 minutes"),
            ("2.50 mm", "mm", "2.50 mm"),
            ("1/2m ", "m", "1/2 m"),
            ("12", "", "12"),
            ("lots", "mm", "lots"),
            ("farm", "m", "farm"),
            ("5 mm or 6 mm", "mm", "5 mm or 6 mm"),
            ("", "mm", ""),
        ] {
            assert_eq!(with_unit(typed, unit), words, "{typed} with {unit}");
        }
        assert_eq!((without_unit("6cm", "cm"), without_unit("about 6 cm", "cm")), ("6", "about 6 cm"));
    }
}
