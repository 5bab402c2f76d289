//! What families wrote, with whose family it is and where to read on.

use work::FamilyFeedback;

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
}

/// All families' own words, the newest first; of one assignment, or of all.
pub fn quotes(roll: &Roll, assignment: Option<&str>) -> Vec<Quote> {
    let assignments: Vec<AssignmentColumn> =
        roll.assignments().into_iter().filter(|column| assignment.is_none_or(|id| column.id == id)).collect();
    let mut quotes = Vec::new();
    for student in roll.students() {
        for column in &assignments {
            let families = roll.result(&student.id, &column.id).map_or(&[][..], |result| &result.families);
            quotes.extend(families.iter().filter(|family| family.has_words()).map(|family| Quote {
                student: student.clone(),
                assignment: column.clone(),
                family: family.clone(),
            }));
        }
    }
    quotes.sort_by_key(|quote| std::cmp::Reverse(quote.family.when));
    quotes
}
