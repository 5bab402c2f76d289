//! Days as people say them. There is no browser here to ask.

use assignment::Date;

use crate::words::{Word, Words};

const WEEKDAYS: [Word; 7] = [
    Word::Sunday,
    Word::Monday,
    Word::Tuesday,
    Word::Wednesday,
    Word::Thursday,
    Word::Friday,
    Word::Saturday,
];

const MONTHS: [Word; 12] = [
    Word::January,
    Word::February,
    Word::March,
    Word::April,
    Word::May,
    Word::June,
    Word::July,
    Word::August,
    Word::September,
    Word::October,
    Word::November,
    Word::December,
];

/// `Wednesday 25 November`.
pub(crate) fn spoken(date: Date, words: &Words<'_>) -> String {
    let (_, month, day) = date.parts();
    let month = MONTHS.get(usize::from(month) - 1).copied().unwrap_or(Word::January);
    words
        .with(Word::DayOfMonth, "weekday", &words.say(weekday(date)))
        .replace("{day}", &day.to_string())
        .replace("{month}", &words.say(month))
}

/// By the day's number in a calendar whose years begin in March, so that the leap day is the last.
fn weekday(date: Date) -> Word {
    let (year, month, day) = date.parts();
    let (year, month) = (i32::from(year), i32::from(month));
    let (year, month) = if month < 3 { (year - 1, month + 12) } else { (year, month) };
    let number = year + year / 4 - year / 100 + year / 400 + (13 * (month + 1)) / 5 + i32::from(day) - 1;
    usize::try_from(number.rem_euclid(7))
        .ok()
        .and_then(|at| WEEKDAYS.get(at))
        .copied()
        .unwrap_or(Word::Sunday)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_said_with_its_weekday() {
        let spoken = |date| spoken(Date::parse(date).unwrap(), &Words::ENGLISH);
        assert_eq!(spoken("2026-11-25"), "Wednesday 25 November");
        assert_eq!(spoken("2028-02-29"), "Tuesday 29 February");
        assert_eq!(spoken("2000-01-01"), "Saturday 1 January");
        assert_eq!(spoken("2100-03-01"), "Monday 1 March");
    }
}
