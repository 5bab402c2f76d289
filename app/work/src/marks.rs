//! Which changes are in an answer: so that one that arrives twice counts once.

use assignment::json::{InJson, Json};
use serde::{Deserialize, Serialize};

use crate::Named;

/// The newest change of each page that is in an answer, by the page's name, the page that wrote last at the end. A page numbers its
/// changes, and they arrive in order: so what is not newer than its mark is in.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Marks(Named<u32>);

/// Of how many pages marks are kept. A change comes a second time from a page that was left and the next one that starts, so that many
/// pages have long done with it.
const MOST: usize = 8;

impl Marks {
    /// The mark of one change.
    pub fn of(page: &str, number: u32) -> Self {
        Self([(page.to_owned(), number)].into_iter().collect())
    }

    /// Whether there is none.
    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether all these changes are among the others too. What has no mark is never known to be.
    pub fn are_in(&self, others: &Self) -> bool {
        !self.is_empty() && self.0.iter().all(|(page, number)| others.0.get(page) >= Some(number))
    }

    /// The newest change of a page that is among them; 0 for none.
    pub fn of_page(&self, page: &str) -> u32 {
        self.0.get(page).copied().unwrap_or_default()
    }

    /// These changes are made upon the others.
    pub fn follow(&mut self, others: &Self) {
        let mut all = others.0.clone();
        for (page, number) in self.0.iter() {
            let newest = all.get(page).copied().unwrap_or_default().max(*number);
            all.remove(page);
            all.put(page.to_owned(), newest);
        }
        all.keep_last(MOST);
        self.0 = all;
    }
}

impl InJson for Marks {
    fn read(&mut self, json: Json) -> bool {
        self.0.read(json)
    }

    fn write(&self, text: &mut String) {
        self.0.write(text);
    }

    fn is_blank(&self) -> bool {
        self.is_empty()
    }
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
    }

    #[test]
    fn the_pages_that_wrote_long_ago_are_forgotten() {
        let mut kept = Marks::default();
        for number in 1..=20 {
            let mut next = Marks::of(&format!("page {}", number % 10), number);
            next.follow(&kept);
            kept = next;
        }
        let pages: Vec<&str> = kept.0.iter().map(|(page, _)| page).collect();
        assert_eq!((pages.len(), pages[0], pages[7]), (8, "page 3", "page 0"));
    }
}
