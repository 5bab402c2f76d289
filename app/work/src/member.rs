//! One person at home, told apart from others who are the same to the child.

use std::fmt;

use crate::Partner;

/// A family member: who they are to the child, and which of them. The second aunty is no less an aunty, and what she says is hers.
///
/// The word for them in files and keys is `aunty` for the first and `aunty-2` for the second.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Member {
    partner: Partner,
    number: u8,
}

/// More of one kind than answer for one child, and the last number that is one digit.
const MOST: u8 = 9;

impl Member {
    /// The first of them.
    pub fn first(partner: Partner) -> Self {
        Self { partner, number: 1 }
    }

    /// All that there can be of them.
    pub fn all(partner: Partner) -> impl DoubleEndedIterator<Item = Self> {
        (1..=MOST).map(move |number| Self { partner, number })
    }

    /// Who they are to the child.
    pub fn partner(self) -> Partner {
        self.partner
    }

    /// Which of them, from 1, as a digit.
    pub fn digit(self) -> char {
        char::from(b'0' + self.number)
    }

    /// The member of that word. Each has one word only, so that no answer has two places.
    pub fn named(word: &str) -> Option<Self> {
        let (partner, number) = match word.split_once('-') {
            None => (word, 1),
            Some((partner, number)) => match number.as_bytes() {
                [digit @ b'2'..=b'9'] => (partner, digit - b'0'),
                _ => return None,
            },
        };
        Some(Self { partner: Partner::named(partner)?, number })
    }
}

impl fmt::Display for Member {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.partner.name())?;
        if self.number > 1 {
            f.write_str("-")?;
            fmt::Write::write_char(f, self.digit())?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_member_has_one_word() {
        let words: Vec<String> = Member::all(Partner::Aunty).map(|member| member.to_string()).collect();
        assert_eq!(words[..3], ["aunty", "aunty-2", "aunty-3"]);
        assert_eq!(words.last().map(String::as_str), Some("aunty-9"));
        for member in Partner::ALL.into_iter().flat_map(Member::all) {
            assert_eq!(Member::named(&member.to_string()), Some(member));
        }
    }

    #[test]
    fn other_spellings_are_nobody() {
        for word in [
            "",
            "-2",
            "king",
            "king-2",
            "aunty-",
            "aunty-0",
            "aunty-1",
            "aunty-02",
            "aunty-10",
            "aunty-+2",
            "aunty-2-2",
            "aunty--2",
            "aunty-２",
            "aunty 2",
            "Aunty",
        ] {
            assert_eq!(Member::named(word), None, "{word}");
        }
    }
}
