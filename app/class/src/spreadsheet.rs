//! What spreadsheets do to a cell that they were only asked to show.

use assignment::{Date, Number};

/// The cell, with an apostrophe in front where a spreadsheet would not take it as it was typed: where it would run it as a
/// formula, in any of the signs that some spreadsheet runs, or turn it into a date. Spreadsheets mark text that way themselves. A
/// number such as `-5` or `-1,000` stays as it is, and so does a whole date, which is one.
pub fn guarded(cell: &str) -> String {
    if is_like_date(cell) || (is_like_formula(cell) && Number::parse(cell).is_none()) {
        format!("'{cell}")
    } else {
        cell.to_owned()
    }
}

fn is_like_formula(cell: &str) -> bool {
    cell.trim_start_matches([' ', '\u{feff}'])
        .starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '|', '%', '＝', '＋', '－', '＠'])
}

/// `1/2`, `5-6`, `3/4/5`: a half, a score and a ratio to a child, days of some month to a spreadsheet.
fn is_like_date(cell: &str) -> bool {
    let is_group = |group: &str| {
        let group = group.trim();
        (1..=4).contains(&group.len()) && group.bytes().all(|b| b.is_ascii_digit())
    };
    let in_groups =
        |sign: char| (2..=3).contains(&cell.split(sign).count()) && cell.split(sign).all(is_group);
    (in_groups('/') || in_groups('-')) && Date::parse(cell).is_none()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_become_text() {
        for formula in [
            "=1+1",
            "+cmd",
            "-cmd",
            "@SUM(A1)",
            "\t=1",
            "\r=1",
            "=HYPERLINK(\"x\")",
            " =1",
            "-1+1",
            "--5",
            "＝1",
            "-",
            "+5+5",
            "-5-6",
        ] {
            assert_eq!(guarded(formula), format!("'{formula}"));
        }
    }

    #[test]
    fn what_would_become_a_date_becomes_text() {
        for like_date in ["1/2", "3/4", "5-6", "1 / 2", "12/25", "3-2-1", "1/2/2026", "0/10"] {
            assert_eq!(guarded(like_date), format!("'{like_date}"));
        }
    }

    #[test]
    fn numbers_stay_numbers_and_words_words() {
        for plain in [
            "-5",
            "+5",
            "-0.5",
            "12,5",
            "-1,000,000",
            "-1/2",
            "1 1/2",
            "½",
            "half",
            "1/2 a cup",
            "",
            "ā",
            "it's = to",
            "2026-11-23",
            "09-555-1234-5",
        ] {
            assert_eq!(guarded(plain), plain);
        }
    }
}
