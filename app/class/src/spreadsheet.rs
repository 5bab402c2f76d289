//! What spreadsheets do to a cell that they were only asked to show.

use std::ops::RangeInclusive;

use assignment::{Date, Number};

/// The cell, with an apostrophe in front where a spreadsheet would not take it as it was typed: where it would run it as a
/// formula, in any of the signs that some spreadsheet runs, turn it into a date or a time, or round it. Spreadsheets mark text that way
/// themselves. A number such as `-5` or `-1,000` stays as it is, and so does a whole date, which is one. What was typed with apostrophes in
/// front of such a text gets one more, so that a program that takes one off has what was typed.
pub fn guarded(cell: &str) -> String {
    if is_changed(cell.trim_start_matches('\'')) { format!("'{cell}") } else { cell.to_owned() }
}

/// The same for what was typed as a number, of which the noughts in front say nothing: `05` is five.
pub fn guarded_number(cell: &str) -> String {
    if is_code(cell) && Number::parse(cell).is_some() { cell.to_owned() } else { guarded(cell) }
}

fn is_changed(cell: &str) -> bool {
    let is_no_number = || is_like_formula(cell) || has_only_digits(cell) || has_exponent(cell);
    is_code(cell)
        || is_like_date(cell)
        || is_like_time(cell)
        || is_like_month(cell)
        || (Number::parse(cell).is_none() && is_no_number())
}

fn is_like_formula(cell: &str) -> bool {
    cell.trim_start_matches([' ', '\u{feff}'])
        .starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '|', '%', '＝', '＋', '－', '＠'])
}

/// `1/2`, `5-6`, `3/4/5`, `1.2.26`: a half, a score and a ratio to a child, days of some month to a spreadsheet.
fn is_like_date(cell: &str) -> bool {
    let groups = |sign: char, groups: RangeInclusive<usize>| is_in_groups(cell, sign, groups);
    (groups('/', 2..=3) || groups('-', 2..=3) || groups('.', 3..=3)) && Date::parse(cell).is_none()
}

/// `3:30`, `1:2`, `4 pm`: a ratio, too, would become a time.
fn is_like_time(cell: &str) -> bool {
    let lower = cell.trim().to_ascii_lowercase();
    let halves = ["am", "pm", "a", "p"];
    let half = halves.iter().find_map(|half| lower.strip_suffix(half));
    let clock = half.unwrap_or(&lower);
    is_in_groups(clock, ':', 2..=3) || (half.is_some() && is_in_groups(clock, ':', 1..=1))
}

/// Whether these are so many groups of up to four digits, with this sign between them.
fn is_in_groups(cell: &str, sign: char, groups: RangeInclusive<usize>) -> bool {
    let is_group = |group: &str| {
        let group = group.trim();
        (1..=4).contains(&group.len()) && group.bytes().all(|b| b.is_ascii_digit())
    };
    groups.contains(&cell.split(sign).count()) && cell.split(sign).all(is_group)
}

/// `3 March`, `Mar 3`, `SEPT2`.
fn is_like_month(cell: &str) -> bool {
    const MONTHS: [&str; 12] = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    let lower = cell.to_ascii_lowercase();
    let mut words = lower.split(|c: char| !c.is_ascii_alphabetic()).filter(|word| !word.is_empty());
    let is_month =
        words.next().is_some_and(|word| word.len() > 2 && MONTHS.iter().any(|month| month.starts_with(word)));
    let mut numbers = lower.split(|c: char| !c.is_ascii_digit()).filter(|digits| !digits.is_empty());
    let is_day = (1..=2).contains(&numbers.by_ref().take(3).count());
    let has_only_these = lower.chars().all(|c| c.is_ascii_alphanumeric() || " ,-./".contains(c));
    is_month && words.next().is_none() && is_day && has_only_these
}

/// `00123`, `0212345678`: a spreadsheet drops the noughts in front.
fn is_code(cell: &str) -> bool {
    let digits = cell.trim();
    digits.len() > 1 && digits.starts_with('0') && digits.bytes().all(|b| b.is_ascii_digit())
}

/// A number that [`Number`] does not know is one of more digits than a spreadsheet keeps.
fn has_only_digits(cell: &str) -> bool {
    let digits = cell.trim();
    digits.len() > 1 && digits.bytes().all(|b| b.is_ascii_digit() || b".,".contains(&b))
}

/// `1e5`, `12E34`: the last digits of a child's id can be such a number.
fn has_exponent(cell: &str) -> bool {
    let is_number =
        |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit() || b".,".contains(&b));
    cell.trim()
        .split_once(['e', 'E'])
        .is_some_and(|(number, power)| is_number(number) && is_number(power.trim_start_matches(['+', '-'])))
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
        for like_date in ["1/2", "3/4", "5-6", "1 / 2", "12/25", "3-2-1", "1/2/2026", "0/10", "1.2.2026"] {
            assert_eq!(guarded(like_date), format!("'{like_date}"));
        }
    }

    #[test]
    fn an_apostrophe_that_was_typed_is_told_from_ours() {
        for (typed, written) in
            [("'=1", "''=1"), ("''1/2", "'''1/2"), ("'tis", "'tis"), ("' x='", "' x='"), ("'", "'")]
        {
            assert_eq!(guarded(typed), written);
        }
    }

    #[test]
    fn what_would_become_a_time_or_a_month_becomes_text() {
        for like_time in
            ["3:30", "1:2", "3:30:10", "4pm", "4:30 PM", "3 March", "Mar 3", "SEPT2", "1-May-26", "may 2026"]
        {
            assert_eq!(guarded(like_time), format!("'{like_time}"));
        }
        for words in
            ["mayor 3", "I may 3", "march", "ma 3", "3 may be", "pm", "a", "1:", "March 3, 2026, at 4"]
        {
            assert_eq!(guarded(words), words);
        }
    }

    #[test]
    fn what_would_be_rounded_becomes_text() {
        for code in ["00123", "0212345678", "1e5", "0190000000e12345", "1.5E+3", "1234567890123456", "1,2,3"]
        {
            assert_eq!(guarded(code), format!("'{code}"));
        }
        assert_eq!((guarded_number("05"), guarded_number("-5")), ("05".into(), "-5".into()));
        assert_eq!((guarded_number("1/2"), guarded_number("=1")), ("'1/2".into(), "'=1".into()));
        assert_eq!(guarded_number("0012345678901234"), "'0012345678901234");
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
            "0",
            "0.5",
            "1,000",
            "100",
            "e5",
            "5e",
            "0190b3f00c1e2d4f",
            "09-555-1234-5",
        ] {
            assert_eq!(guarded(plain), plain);
        }
    }
}
