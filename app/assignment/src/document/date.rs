//! A day of the calendar, with no time and no time zone.

use std::fmt;

use serde::{Deserialize, Serialize};

/// A day of the Gregorian calendar, in JSON and in source files written `2026-11-25`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Date {
    year: u16,
    month: u8,
    day: u8,
}

crate::words!(Date);

impl Default for Date {
    /// The first day of the calendar.
    fn default() -> Self {
        Self { year: 1, month: 1, day: 1 }
    }
}

impl Date {
    /// A day that exists, or `None`. Months and days count from 1.
    pub fn new(year: u16, month: u8, day: u8) -> Option<Self> {
        let exists = (1..=9999).contains(&year)
            && (1..=12).contains(&month)
            && (1..=days_in(year, month)).contains(&day);
        exists.then_some(Self { year, month, day })
    }

    /// Reads `2026-11-25`; `None` for anything else.
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split('-');
        let mut part = |length: usize| {
            let part = parts.next()?;
            let plain = part.len() == length && part.bytes().all(|b| b.is_ascii_digit());
            if plain { part.parse::<u16>().ok() } else { None }
        };
        let (year, month, day) = (part(4)?, part(2)?, part(2)?);
        if parts.next().is_some() {
            return None;
        }
        Self::new(year, u8::try_from(month).ok()?, u8::try_from(day).ok()?)
    }

    /// The day after; `None` after the last day of the calendar.
    pub fn tomorrow(self) -> Option<Self> {
        let Self { year, month, day } = self;
        Self::new(year, month, day + 1)
            .or_else(|| Self::new(year, month + 1, 1))
            .or_else(|| Self::new(year + 1, 1, 1))
    }

    /// Year, month (1 to 12) and day (1 to 31).
    pub fn parts(self) -> (u16, u8, u8) {
        (self.year, self.month, self.day)
    }
}

fn days_in(year: u16, month: u8) -> u8 {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

impl TryFrom<String> for Date {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text).ok_or("not a date such as 2026-11-25")
    }
}

impl From<Date> for String {
    fn from(date: Date) -> Self {
        date.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_day_after_a_month_or_a_year_is_the_first() {
        let after = |text| Date::parse(text).unwrap().tomorrow().map(|date| date.to_string());
        assert_eq!(after("2026-11-29").as_deref(), Some("2026-11-30"));
        assert_eq!(after("2028-02-28").as_deref(), Some("2028-02-29"));
        assert_eq!(after("2026-02-28").as_deref(), Some("2026-03-01"));
        assert_eq!(after("2026-12-31").as_deref(), Some("2027-01-01"));
        assert_eq!(after("9999-12-31"), None);
    }

    #[test]
    fn only_days_that_exist() {
        for good in ["2026-11-25", "2024-02-29", "2000-02-29"] {
            assert_eq!(Date::parse(good).map(|d| d.to_string()).as_deref(), Some(good));
        }
        for bad in [
            "2026-02-29",
            "1900-02-29",
            "2026-13-01",
            "2026-11-31",
            "2026-1-1",
            "25-11-2026",
            "2026-11-25-1",
            "",
        ] {
            assert_eq!(Date::parse(bad), None, "{bad}");
        }
    }

    #[test]
    fn later_days_are_greater() {
        assert!(Date::parse("2026-12-01") > Date::parse("2026-11-30"));
    }
}
