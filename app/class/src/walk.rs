//! Going from one child's work to the next, as a teacher reads a pile of exercise books.

use crate::{AssignmentColumn, Roll, Student};

/// The students before and after this one, by name, who have sent this assignment too.
pub fn neighbours(roll: &Roll, student: &str, assignment: &str) -> (Option<Student>, Option<Student>) {
    let sent: Vec<Student> =
        roll.students().into_iter().filter(|other| roll.result(&other.id, assignment).is_some()).collect();
    let Some(at) = sent.iter().position(|other| other.id == student) else { return (None, None) };
    let before = at.checked_sub(1).and_then(|at| sent.get(at).cloned());
    (before, sent.get(at + 1).cloned())
}

/// The other assignments that this student has sent.
pub fn others(roll: &Roll, student: &str, assignment: &str) -> Vec<AssignmentColumn> {
    let sent =
        |column: &AssignmentColumn| column.id != assignment && roll.result(student, &column.id).is_some();
    roll.assignments().into_iter().filter(sent).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::made_up::result;

    #[test]
    fn the_walk_passes_over_those_who_have_sent_nothing() {
        let roll = Roll::new([
            result("1", "Ana", "halves", 1),
            result("2", "Ben", "thirds", 1),
            result("3", "Cleo", "halves", 1),
            result("3", "Cleo", "thirds", 1),
        ]);
        let ids = |(before, after): (Option<Student>, Option<Student>)| {
            (before.map(|student| student.id), after.map(|student| student.id))
        };
        assert_eq!(ids(neighbours(&roll, "1", "halves")), (None, Some("3".into())));
        assert_eq!(ids(neighbours(&roll, "3", "halves")), (Some("1".into()), None));
        assert_eq!(ids(neighbours(&roll, "2", "halves")), (None, None));
        let more: Vec<_> = others(&roll, "3", "halves").into_iter().map(|column| column.id).collect();
        assert_eq!(more, ["thirds"]);
    }
}
