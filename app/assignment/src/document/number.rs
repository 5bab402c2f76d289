//! Numbers as children write them: `6`, `-5`, `0.5`, `0,5`, `1/2`, `½`, `1 1/2`, `1½`, `1,000`, `10 000`.
//!
//! They are kept as written and compared exactly, as fractions: a phone needs no floating point to know that `0.50` is a half.

use std::cmp::Ordering;

use serde::{Deserialize, Serialize};

/// A number as somebody wrote it. Equal and ordered by value, not by spelling.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Number {
    written: String,
    numerator: i64,
    denominator: i64,
}

/// More digits than this are refused: nobody at a kitchen table means them, and products must fit in 128 bits.
const MOST_DIGITS: usize = 15;

/// The single-character fractions.
const VULGAR: [(char, i64, i64); 15] = [
    ('½', 1, 2),
    ('⅓', 1, 3),
    ('⅔', 2, 3),
    ('¼', 1, 4),
    ('¾', 3, 4),
    ('⅕', 1, 5),
    ('⅖', 2, 5),
    ('⅗', 3, 5),
    ('⅘', 4, 5),
    ('⅙', 1, 6),
    ('⅚', 5, 6),
    ('⅛', 1, 8),
    ('⅜', 3, 8),
    ('⅝', 5, 8),
    ('⅞', 7, 8),
];

impl Number {
    /// Reads a number; spaces around it are allowed. `None` when it is not one.
    pub fn parse(text: &str) -> Option<Self> {
        let written = text.trim();
        let (negative, digits) = match written.strip_prefix(['-', '−', '–']) {
            Some(rest) => (true, rest.trim_start()),
            None => (false, written.strip_prefix('+').unwrap_or(written)),
        };
        let (numerator, denominator) = mixed(digits).or_else(|| decimal(digits))?;
        Some(Self {
            written: written.to_owned(),
            numerator: if negative { -numerator } else { numerator },
            denominator,
        })
    }

    /// Whether writing it may take a minus or the line of a fraction, which the number keys of some phones do not have.
    pub fn needs_signs(&self) -> bool {
        self.numerator < 0 || self.numerator % self.denominator != 0
    }

    /// The number as it was written.
    pub fn as_written(&self) -> &str {
        &self.written
    }
}

/// `1/2`, `1 1/2`, `½`, `1½`.
fn mixed(text: &str) -> Option<(i64, i64)> {
    let vulgar = text.chars().next_back().and_then(|last| {
        VULGAR
            .iter()
            .find(|(sign, ..)| *sign == last)
            .map(|&(sign, n, d)| (&text[..text.len() - sign.len_utf8()], n, d))
    });
    let (whole, n, d) = match vulgar {
        Some(found) => found,
        None => {
            let (left, below) = text.split_once(['/', '⁄'])?;
            let left = left.trim_end();
            let (whole, above) = left.rsplit_once(' ').unwrap_or(("", left));
            (whole, digits(above)?, digits(below.trim_start())?)
        }
    };
    let whole = match whole.trim() {
        "" => 0,
        some => digits(some)?,
    };
    let numerator = whole.checked_mul(d)?.checked_add(n)?;
    (d != 0).then_some((numerator, d))
}

/// `6`, `0.5`, `.5`, `0,5`, and `1,000` or `10 000`, which in New Zealand is a thousand and ten thousand.
fn decimal(text: &str) -> Option<(i64, i64)> {
    let grouped = thousands(text, ',').or_else(|| thousands(text, ' '));
    let text = grouped.as_deref().unwrap_or(text);
    let (whole, fraction) = text.split_once(['.', ',']).unwrap_or((text, ""));
    if whole.len() + fraction.len() == 0 || whole.len() + fraction.len() > MOST_DIGITS {
        return None;
    }
    let denominator = 10_i64.pow(u32::try_from(fraction.len()).ok()?);
    let part = |text: &str| if text.is_empty() { Some(0) } else { digits(text) };
    Some((part(whole)? * denominator + part(fraction)?, denominator))
}

/// The number without its thousands separators, when that is what they are: one to three digits that do not start with a
/// zero, then groups of three. What follows a point stays.
fn thousands(text: &str, separator: char) -> Option<String> {
    let (whole, point) = text.find('.').map_or((text, ""), |at| text.split_at(at));
    let (first, groups) = whole.split_once(separator)?;
    let in_groups = groups.split(separator).all(|group| group.len() == 3 && digits(group).is_some());
    let starts = (1..=3).contains(&first.len()) && !first.starts_with('0') && digits(first).is_some();
    (in_groups && starts).then(|| whole.replace(separator, "") + point)
}

fn digits(text: &str) -> Option<i64> {
    let plain = !text.is_empty() && text.len() <= MOST_DIGITS && text.bytes().all(|b| b.is_ascii_digit());
    plain.then(|| text.bytes().fold(0, |sum, b| sum * 10 + i64::from(b - b'0')))
}

impl PartialEq for Number {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Number {}

impl PartialOrd for Number {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Number {
    fn cmp(&self, other: &Self) -> Ordering {
        let left = i128::from(self.numerator) * i128::from(other.denominator);
        let right = i128::from(other.numerator) * i128::from(self.denominator);
        left.cmp(&right)
    }
}

impl TryFrom<String> for Number {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text).ok_or("not a number")
    }
}

impl From<Number> for String {
    fn from(number: Number) -> Self {
        number.written
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn minus_and_fractions_need_more_than_digits() {
        let needs = |text: &str| Number::parse(text).unwrap().needs_signs();
        assert!(needs("-5") && needs("1/2") && needs("0.5"));
        assert!(!needs("6") && !needs("4/2") && !needs("0"));
    }

    fn number(text: &str) -> Number {
        Number::parse(text).unwrap_or_else(|| panic!("{text} is a number"))
    }

    #[test]
    fn a_half_is_a_half_however_it_is_written() {
        for half in ["1/2", " 0.5 ", "0,50", ".5", "½", "2/4", "0 1/2", "1 / 2", "+0.5"] {
            assert_eq!(number(half), number("1/2"), "{half}");
        }
        for one_and_a_half in ["1½", "1 1/2", "1.5", "3/2", "1 ½"] {
            assert_eq!(number(one_and_a_half), number("1.5"), "{one_and_a_half}");
        }
    }

    #[test]
    fn a_thousand_is_a_thousand() {
        for thousand in ["1000", "1,000", "1 000", "1,000.0"] {
            assert_eq!(number(thousand), number("1000"), "{thousand}");
        }
        assert_eq!(number("1,234,567.5"), number("1234567.5"));
        assert_eq!(
            (number("0,125"), number("1,25"), number("1,5")),
            (number("1/8"), number("1.25"), number("1.5"))
        );
        for neither in ["1,00,000", "1,0000,000", "1 00", "12 345 6"] {
            assert!(Number::parse(neither).is_none(), "{neither}");
        }
    }

    #[test]
    fn order_is_by_value() {
        assert!(number("-5") < number("-4.9"));
        assert!(number("1/3") < number("0.34"));
        assert!(number("10") > number("9"));
        assert_eq!(number("-0"), number("0"));
    }

    #[test]
    fn what_is_not_a_number_is_refused() {
        for text in
            ["", " ", "six", "1/0", "1.2.3", "1e3", "--5", "½½", "/2", "1/", "NaN", "٣", "1234567890123456"]
        {
            assert!(Number::parse(text).is_none(), "{text}");
        }
    }

    #[test]
    fn it_is_kept_as_written() {
        assert_eq!(number(" 0,50 ").as_written(), "0,50");
    }
}
