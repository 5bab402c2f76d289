//! What families wrote, with whose family it is and where to read on.

use class::{AssignmentColumn, Roll, Student};
use work::FamilyFeedback;

/// One family's own words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quote {
    /// Whose family it is.
    pub student: Student,
    /// What they did together.
    pub assignment: AssignmentColumn,
    /// Who said what, and when.
    pub family: FamilyFeedback,
}

/// All families' own words, the newest first; of one assignment, or of all.
///
/// [`class::feedback::words`] says the same without ids. The desk needs them: two children can have one name, and their
/// families' words must not be taken for each other's.
pub fn quotes(roll: &Roll, assignment: Option<&str>) -> Vec<Quote> {
    let assignments: Vec<AssignmentColumn> =
        roll.assignments().into_iter().filter(|column| assignment.is_none_or(|id| column.id == id)).collect();
    let mut quotes = Vec::new();
    for student in roll.students() {
        for column in &assignments {
            let families = roll.result(&student.id, &column.id).map_or(&[][..], |result| &result.families);
            quotes.extend(families.iter().filter(|family| !family.words.trim().is_empty()).map(|family| {
                Quote { student: student.clone(), assignment: column.clone(), family: family.clone() }
            }));
        }
    }
    quotes.sort_by_key(|quote| std::cmp::Reverse(quote.family.when));
    quotes
}

#[cfg(test)]
mod tests {
    use work::Partner;

    use super::*;
    use crate::made_up::{family, result};

    #[test]
    fn the_newest_words_come_first_and_only_the_newest_result_speaks() {
        let mut first = result("1", "Aroha", "halves", 1);
        first.families = vec![family(Partner::Nana, "old", 1)];
        let mut again = result("1", "Aroha", "halves", 2);
        again.families = vec![family(Partner::Nana, "Ka pai", 5), family(Partner::Dad, " ", 6)];
        let mut other = result("2", "aroha", "thirds", 1);
        other.families = vec![family(Partner::Mum, "Lovely", 9)];
        let roll = Roll::new([first, again, other]);
        let said = |assignment| -> Vec<_> {
            quotes(&roll, assignment).into_iter().map(|q| (q.student.id, q.family.words)).collect()
        };
        assert_eq!(said(None), [("2".into(), "Lovely".into()), ("1".to_owned(), "Ka pai".to_owned())]);
        assert_eq!(said(Some("halves")), [("1".into(), "Ka pai".into())]);
        assert!(quotes(&roll, None).iter().all(|quote| quote.student.shares_name));
    }
}
