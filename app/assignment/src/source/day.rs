//! A day as a teacher writes it, and what was meant by one that is not a day.

use crate::document::Date;

/// What word processors make of a hyphen.
const HYPHENS: [char; 6] = ['\u{2010}', '\u{2011}', '\u{2012}', '–', '—', '−'];

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// The text with plain hyphens.
pub(super) fn with_hyphens(text: &str) -> String {
    text.replace(HYPHENS, "-")
}

/// Reads `2026-11-25`, whatever a word processor has made of the hyphens.
pub(super) fn read_day(text: &str) -> Option<Date> {
    Date::parse(&with_hyphens(text))
}

/// What to do about a text that is no day.
pub(super) fn help_with_day(text: &str) -> String {
    let text = with_hyphens(text);
    let with_digits: String = text.chars().map(digit_for).collect();
    if let Some(date) = Date::parse(&with_digits) {
        return format!("There is a letter in it where a digit should be. Write {date}, all in digits.");
    }
    let parts: Vec<&str> = text.split(['/', '.', '-']).map(str::trim).collect();
    let numbers: Option<Vec<u16>> = parts.iter().map(|part| part.parse().ok()).collect();
    let Some([first, month, last]) = numbers.as_deref() else { return GENERAL.to_owned() };
    // New Zealand writes the day first.
    let is_year_first = parts[0].len() == 4;
    let (year, day) = if is_year_first {
        (*first, *last)
    } else {
        (if *last < 100 { 2000 + *last } else { *last }, *first)
    };
    match day_of(year, *month, day) {
        Ok(date) if is_year_first => {
            format!("Write it with hyphens, the month and the day in two digits: {date}.")
        }
        Ok(date) => format!("Write the year first: {date}."),
        Err(help) => help,
    }
}

const GENERAL: &str = "Write the year, the month and the day: 2026-11-25.";

fn day_of(year: u16, month: u16, day: u16) -> Result<Date, String> {
    let month = u8::try_from(month).unwrap_or_default();
    let Some(name) = usize::from(month).checked_sub(1).and_then(|at| MONTHS.get(at)) else {
        return Err(format!("There is no month {month}. {GENERAL}"));
    };
    let date = |day| Date::new(year, month, day);
    if let Some(date) = u8::try_from(day).ok().and_then(date) {
        return Ok(date);
    }
    let Some(last) = (28..=31).rev().find(|day| date(*day).is_some()) else { return Err(GENERAL.to_owned()) };
    let of_year = if month == 2 { format!(" {year}") } else { String::new() };
    Err(format!("{name}{of_year} has {last} days. Change the day or the month."))
}

/// The digit that a letter was taken for.
fn digit_for(c: char) -> char {
    match c {
        'O' | 'o' => '0',
        'l' | 'I' => '1',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_word_processors_make_of_a_hyphen_is_one() {
        for text in ["2026-12-08", "2026–12–08", "2026\u{2011}12\u{2011}08", "2026−12—08"] {
            assert_eq!(read_day(text).map(|day| day.to_string()).as_deref(), Some("2026-12-08"), "{text}");
        }
        assert_eq!(read_day("2026 12 08"), None);
    }

    #[test]
    fn what_was_meant_is_said() {
        for (text, said) in [
            ("2026-11-31", "November has 30 days"),
            ("2026-02-29", "February 2026 has 28 days"),
            ("2O26-12-08", "a letter in it where a digit should be. Write 2026-12-08"),
            ("2026-l2-08", "Write 2026-12-08"),
            ("8/12/2026", "the year first: 2026-12-08"),
            ("31.11.2026", "November has 30 days"),
            ("2026/12/8", "2026-12-08"),
            ("2026-13-01", "There is no month 13"),
            ("2026-0-1", "There is no month 0"),
            ("next week", "2026-11-25"),
            ("2026-11-25-1", "2026-11-25"),
            ("8/12/26", "the year first: 2026-12-08"),
            ("0-1-2", "January has 31 days"),
            ("99999-1-2", "2026-11-25"),
            ("", "2026-11-25"),
        ] {
            assert!(help_with_day(text).contains(said), "{text}: {}", help_with_day(text));
        }
    }
}
