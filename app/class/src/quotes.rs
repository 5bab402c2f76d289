//! What families wrote, with whose family it is and where to read on.

use work::FamilyFeedback;

use crate::feedback::people;
use crate::{AssignmentColumn, Roll, Student};

/// One family's own words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quote {
    /// Whose family it is.
    pub student: Student,
    /// What they did together.
    pub assignment: AssignmentColumn,
    /// Who said what, and when.
    pub family: FamilyFeedback,
    /// Which one it is of several at home who would be called the same, from 1.
    pub number: Option<usize>,
}

/// All families' own words, the newest first; of one assignment, or of all.
pub fn quotes(roll: &Roll, assignment: Option<&str>) -> Vec<Quote> {
    let assignments: Vec<AssignmentColumn> =
        roll.assignments().into_iter().filter(|column| assignment.is_none_or(|id| column.id == id)).collect();
    let mut quotes = Vec::new();
    for student in roll.students() {
        for column in &assignments {
            let people = roll.result(&student.id, &column.id).map(people).unwrap_or_default();
            let with_words = people.into_iter().filter(|(family, _)| family.has_words());
            quotes.extend(with_words.map(|(family, number)| Quote {
                student: student.clone(),
                assignment: column.clone(),
                family: family.clone(),
                number,
            }));
        }
    }
    quotes.sort_by_key(|quote| std::cmp::Reverse(quote.family.when));
    quotes
}
