//! How families found it, counted.

use assignment::Statement;
use work::Rating;
use work::result::ResultDocument;

use crate::Roll;

/// The most labels that a scale of feedback can have.
const MOST_STEPS: u32 = 7;

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

/// Each statement of an assignment's feedback, counted. A statement that was answered on another scale is counted apart: a
/// “Yes” of three is not a “Yes” of five.
pub fn statements(roll: &Roll, assignment: &str) -> Vec<StatementCount> {
    let mut counts: Vec<StatementCount> = Vec::new();
    let mut results: Vec<&ResultDocument> =
        roll.newest().filter(|result| result.assignment.id == assignment).collect();
    results.sort_by_key(|result| std::cmp::Reverse(result.made));
    for result in results {
        for statement in &result.feedback.statements {
            place(&mut counts, statement, &result.feedback.scale);
            for rating in result.families.iter().filter_map(|family| family.statements.get(&statement.id)) {
                let labels = labels(*rating, &result.feedback.scale);
                // A file can say anything; a step that no scale has is no opinion.
                let step = usize::try_from(rating.step).ok().and_then(|step| step.checked_sub(1));
                let Some(step) = step.filter(|step| *step < labels.len()) else { continue };
                place(&mut counts, statement, &labels).counts[step] += 1;
            }
        }
    }
    counts
}

fn place<'c>(
    counts: &'c mut Vec<StatementCount>,
    statement: &Statement,
    scale: &[String],
) -> &'c mut StatementCount {
    let at = counts.iter().position(|count| count.id == statement.id && count.scale == *scale);
    let at = at.unwrap_or_else(|| {
        counts.push(StatementCount {
            id: statement.id.clone(),
            text: statement.text.clone(),
            scale: scale.to_vec(),
            counts: vec![0; scale.len()],
        });
        counts.len() - 1
    });
    &mut counts[at]
}

/// The labels that the family chose from; numbers, when only the length of their scale is known.
fn labels(rating: Rating, asked: &[String]) -> Vec<String> {
    if usize::try_from(rating.of) == Ok(asked.len()) {
        asked.to_vec()
    } else {
        (1..=rating.of.min(MOST_STEPS)).map(|step| step.to_string()).collect()
    }
}
