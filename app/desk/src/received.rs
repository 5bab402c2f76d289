//! What has been received: all of it, and what of some results is new.

use class::Roll;
use work::result::ResultDocument;

/// Every result of a roll, older versions too.
pub fn everything(roll: &Roll) -> Vec<ResultDocument> {
    let assignments = roll.assignments();
    let students = roll.students();
    let versions = students.iter().flat_map(|student| {
        assignments.iter().flat_map(|assignment| roll.versions(&student.id, &assignment.id))
    });
    versions.cloned().collect()
}

/// Those of `results` that the roll does not hold, each once.
pub fn new_among(roll: &Roll, results: Vec<ResultDocument>) -> Vec<ResultDocument> {
    let mut new: Vec<ResultDocument> = Vec::new();
    for result in results {
        let held = roll.versions(&result.student.id, &result.assignment.id).contains(&result);
        // The moments differ for nearly all, so a thousand files are compared in no time.
        let twice = |other: &ResultDocument| other.made == result.made && *other == result;
        if !held && !new.iter().any(twice) {
            new.push(result);
        }
    }
    new
}

/// The roll with these results too.
pub fn with(roll: &Roll, new: &[ResultDocument]) -> Roll {
    Roll::new(everything(roll).into_iter().chain(new.iter().cloned()))
}

/// The roll without a student.
pub fn without(roll: &Roll, student: &str) -> Roll {
    Roll::new(everything(roll).into_iter().filter(|result| result.student.id != student))
}

/// The names of the classes that the results are from, with their schools; most often one.
pub fn classes(roll: &Roll) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for class in roll.newest().filter_map(|result| result.class.as_ref()) {
        let parts = [class.name.as_str(), class.school.as_str()];
        let name = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ");
        if !name.is_empty() && !names.contains(&name) {
            names.push(name);
        }
    }
    names.sort_unstable();
    names
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::made_up::result;

    #[test]
    fn what_is_here_already_is_not_new() {
        let roll = Roll::new([result("1", "Aroha", "halves", 10)]);
        let again = result("1", "Aroha", "halves", 10);
        let later = result("1", "Aroha", "halves", 11);
        let other = result("2", "Tama", "halves", 10);
        let new = new_among(&roll, vec![again, later.clone(), other.clone(), later.clone()]);
        assert_eq!(new, [later, other]);
    }

    #[test]
    fn a_roll_grows_and_shrinks_without_losing_versions() {
        let first = [result("1", "Aroha", "halves", 10), result("2", "Tama", "thirds", 10)];
        let roll = with(&Roll::new(first), &[result("1", "Aroha", "halves", 11)]);
        assert_eq!(roll.versions("1", "halves").len(), 2);
        assert_eq!(everything(&roll).len(), 3);
        let left = without(&roll, "1");
        assert_eq!(everything(&left), [result("2", "Tama", "thirds", 10)]);
    }

    #[test]
    fn each_class_is_named_once() {
        let mut results = [result("1", "Aroha", "halves", 1), result("2", "Tama", "halves", 1)];
        for result in &mut results {
            result.class = Some(work::result::ClassHead { name: "Room 12".into(), ..Default::default() });
        }
        let roll = Roll::new(results.into_iter().chain([result("3", "Mere", "halves", 1)]));
        assert_eq!(classes(&roll), ["Room 12"]);
    }
}
