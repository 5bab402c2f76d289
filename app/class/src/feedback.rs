//! What families said.

use work::result::ResultDocument;
use work::{Moment, Partner};

use crate::Roll;

/// How often each step of the scale was chosen for one statement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StatementCount {
    /// The statement's id.
    pub id: String,
    /// Its words, in the newest result.
    pub text: String,
    /// The labels of the scale, from low to high.
    pub scale: Vec<String>,
    /// How many families chose each label.
    pub counts: Vec<usize>,
}

/// One family's own words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FamilyWords {
    /// The student's name.
    pub student: String,
    /// The assignment's title.
    pub assignment: String,
    /// Who they are to the child.
    pub partner: Partner,
    /// Their name; empty when they did not give it.
    pub name: String,
    /// What they said.
    pub words: String,
    /// When.
    pub when: Moment,
}

/// Each statement of an assignment's feedback, counted. A statement that was asked with another scale is counted apart: a
/// “Yes” of three is not a “Yes” of five.
pub fn statements(roll: &Roll, assignment: &str) -> Vec<StatementCount> {
    let mut counts: Vec<StatementCount> = Vec::new();
    let mut results: Vec<&ResultDocument> =
        roll.newest().filter(|result| result.assignment.id == assignment).collect();
    results.sort_by_key(|result| std::cmp::Reverse(result.made));
    for result in results {
        let scale = &result.feedback.scale;
        for statement in &result.feedback.statements {
            let at = counts.iter().position(|count| count.id == statement.id && count.scale == *scale);
            let at = at.unwrap_or_else(|| {
                counts.push(StatementCount {
                    id: statement.id.clone(),
                    text: statement.text.clone(),
                    scale: scale.clone(),
                    counts: vec![0; scale.len()],
                });
                counts.len() - 1
            });
            for family in &result.families {
                let step = family.statements.get(&statement.id).and_then(|step| usize::try_from(*step).ok());
                if let Some(count) = step.and_then(|step| counts[at].counts.get_mut(step.checked_sub(1)?)) {
                    *count += 1;
                }
            }
        }
    }
    counts
}

/// All families' own words, the newest first; of one assignment, or of all.
pub fn words(roll: &Roll, assignment: Option<&str>) -> Vec<FamilyWords> {
    let mut words: Vec<FamilyWords> = roll
        .newest()
        .filter(|result| assignment.is_none_or(|id| result.assignment.id == id))
        .flat_map(|result| {
            result.families.iter().filter(|family| !family.words.trim().is_empty()).map(|family| {
                FamilyWords {
                    student: result.student.name.clone(),
                    assignment: result.assignment.title.clone(),
                    partner: family.partner,
                    name: family.name.clone(),
                    words: family.words.clone(),
                    when: family.when,
                }
            })
        })
        .collect();
    words.sort_by_key(|said| std::cmp::Reverse(said.when));
    words
}
