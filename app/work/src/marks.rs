//! Which changes are in an answer: so that one that arrives twice counts once.

use serde::{Deserialize, Serialize};

/// The newest change of each page that is in an answer: the page's name and the change's number, the page that wrote last at the end. A page
/// numbers its changes, and they arrive in order: so what is not newer than its mark is in. As words, `0193a1b2c3d4e5f6.7 0193a1b2c3d4e5f7.2`, which
/// a phone can read without more code.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Marks(String);

assignment::words!(Marks);

/// Of how many pages marks are kept. A change comes a second time from a page that was left and the next one that starts, so that many
/// pages have long done with it.
const MOST: usize = 8;

impl From<String> for Marks {
    fn from(words: String) -> Self {
        Self(words)
    }
}

impl From<Marks> for String {
    fn from(marks: Marks) -> Self {
        marks.0
    }
}

impl Marks {
    /// The mark of one change. A page's name has no space and no point.
    pub fn of(page: &str, number: u32) -> Self {
        Self(mark(page, number))
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether all these changes are among the others too. What has no mark is never known to be.
    pub fn are_in(&self, others: &Self) -> bool {
        !self.is_empty() && self.all().all(|(page, number)| others.of_page(page) >= number)
    }

    /// The newest change of a page that is among them; 0 for none.
    pub fn of_page(&self, page: &str) -> u32 {
        self.all().find(|(known, _)| *known == page).map_or(0, |(_, number)| number)
    }

    /// These changes are made upon the others.
    pub fn follow(&mut self, others: &Self) {
        let only_theirs = others.all().filter(|(page, _)| self.of_page(page) == 0);
        let ours = self.all().map(|(page, number)| (page, number.max(others.of_page(page))));
        let all: Vec<String> = only_theirs.chain(ours).map(|(page, number)| mark(page, number)).collect();
        self.0 = all[all.len().saturating_sub(MOST)..].join(" ");
    }

    fn all(&self) -> impl Iterator<Item = (&str, u32)> {
        self.0.split(' ').filter_map(|words| {
            let (page, number) = words.split_once('.')?;
            Some((page, number.parse().ok()?))
        })
    }
}

fn mark(page: &str, number: u32) -> String {
    [page, ".", &number.to_string()].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_is_in_when_it_or_a_newer_one_of_its_page_is() {
        let mut kept = Marks::of("b", 7);
        kept.follow(&Marks::of("a", 3));
        let is_in = |page: &str, number| Marks::of(page, number).are_in(&kept);
        assert!(is_in("a", 3) && is_in("a", 2) && is_in("b", 7));
        assert!(!is_in("a", 4) && !is_in("c", 1));
        assert!(!Marks::default().are_in(&kept), "nobody knows");
        assert_eq!((kept.of_page("b"), kept.of_page("c")), (7, 0));
        let mut joined = Marks::of("b", 5);
        joined.follow(&kept);
        assert_eq!(String::from(joined), "a.3 b.7", "the newest of both");
    }

    #[test]
    fn the_pages_that_wrote_long_ago_are_forgotten() {
        let mut kept = Marks::default();
        for number in 1..=20 {
            let mut next = Marks::of(&format!("page{}", number % 10), number);
            next.follow(&kept);
            kept = next;
        }
        let pages: Vec<&str> = kept.all().map(|(page, _)| page).collect();
        assert_eq!((pages.len(), pages[0], pages[7]), (8, "page3", "page0"));
    }

    #[test]
    fn words_that_are_no_marks_are_none() {
        for words in ["", " ", "a", "a.", "a.b", "a.-1", "a.99999999999"] {
            assert_eq!(Marks::from(words.to_owned()).of_page("a"), 0, "{words}");
        }
    }
}
