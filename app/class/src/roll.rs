//! Students × assignments.

use std::collections::BTreeMap;

use assignment::{Date, Head, Index};
use work::Moment;
use work::result::ResultDocument;

use crate::student::{self, Student};

/// A clock that is ahead by more than this is wrong, in milliseconds: a day, since a phone may be set to any time zone.
const AHEAD: Moment = 24 * 60 * 60 * 1000;

/// Everything received, with the newest result of each student for each assignment on top.
#[derive(Debug, Clone, Default)]
pub struct Roll {
    /// Newest first, by student's id and assignment's id.
    results: BTreeMap<(String, String), Vec<ResultDocument>>,
    /// No result can have been made later; `None` when nobody knows what time it is.
    latest: Option<Moment>,
}

/// A column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AssignmentColumn {
    /// The assignment's id.
    pub id: String,
    /// Its title in the newest result.
    pub title: String,
}

impl Roll {
    /// Takes these results, in any order, and believes their clocks.
    pub fn new(results: impl IntoIterator<Item = ResultDocument>) -> Self {
        let mut roll = Self::default();
        for result in results {
            roll.add(result);
        }
        roll
    }

    /// A roll with nothing on it. What says that it was made long after `now` was made by a phone whose clock is wrong: nobody
    /// knows when, so it is taken for the oldest.
    pub fn as_of(now: Moment) -> Self {
        Self { latest: Some(now.saturating_add(AHEAD)), ..Self::default() }
    }

    /// Adds a result, and says whether it is new here. One of the same student, assignment and moment takes the place of the
    /// other, as it does where results are kept.
    pub fn add(&mut self, result: ResultDocument) -> bool {
        let latest = self.latest;
        let key = (result.student.id.clone(), result.assignment.id.clone());
        let versions = self.results.entry(key).or_default();
        if let Some(held) = versions.iter_mut().find(|held| held.made == result.made) {
            let new = *held != result;
            *held = result;
            return new;
        }
        let at = versions.iter().position(|held| is_newer(latest, &result, held));
        versions.insert(at.unwrap_or(versions.len()), result);
        true
    }

    /// Removes all results of a student.
    pub fn remove_student(&mut self, student: &str) {
        self.results.retain(|(id, _), _| id != student);
    }

    /// Removes all results.
    pub fn clear(&mut self) {
        self.results.clear();
    }

    /// Whether nothing has been received.
    pub fn is_empty(&self) -> bool {
        self.results.is_empty()
    }

    /// Whether both hold the same results in the same order.
    pub fn holds_same(&self, other: &Self) -> bool {
        self.results == other.results
    }

    /// When a result was made; `None` when its phone's clock was wrong.
    pub fn made(&self, result: &ResultDocument) -> Option<Moment> {
        believed(self.latest, result.made)
    }

    /// The students, by name.
    pub fn students(&self) -> Vec<Student> {
        student::by_name(self.newest_by(|result| &result.student.id))
    }

    /// The student of this id.
    pub fn student(&self, id: &str) -> Option<Student> {
        self.students().into_iter().find(|student| student.id == id)
    }

    /// The assignments that somebody has sent, in the order they open.
    pub fn assignments(&self) -> Vec<AssignmentColumn> {
        let mut columns = self.newest_by(|result| &result.assignment.id);
        columns.sort_by_key(|result| (result.assignment.opens, result.assignment.id.clone()));
        let column = |result: &ResultDocument| AssignmentColumn {
            id: result.assignment.id.clone(),
            title: result.assignment.title.clone(),
        };
        columns.into_iter().map(column).collect()
    }

    /// The class's assignments that are open by now and that nobody has sent. They may well be done.
    pub fn not_received<'i>(&self, index: &'i Index, today: Option<Date>) -> Vec<&'i Head> {
        let open = |head: &&Head| today.is_none_or(|today| head.opens.is_none_or(|opens| opens <= today));
        index.assignments.iter().filter(open).filter(|head| self.head(&head.id).is_none()).collect()
    }

    /// What the newest result says of an assignment; `None` when nothing has been received for it.
    pub fn head(&self, assignment: &str) -> Option<&Head> {
        self.of_assignment(assignment).first().map(|result| &result.assignment)
    }

    /// The newest result of a student for an assignment.
    pub fn result(&self, student: &str, assignment: &str) -> Option<&ResultDocument> {
        self.versions(student, assignment).first()
    }

    /// All results of a student for an assignment, the newest first.
    pub fn versions(&self, student: &str, assignment: &str) -> &[ResultDocument] {
        self.results.get(&(student.to_owned(), assignment.to_owned())).map_or(&[], Vec::as_slice)
    }

    /// Whether a student has sent a newer result for the same assignment.
    pub fn has_newer(&self, student: &str, assignment: &str, made: Moment) -> bool {
        self.result(student, assignment).is_some_and(|newest| newest.made != made)
    }

    /// The newest result of every student for every assignment.
    pub fn newest(&self) -> impl Iterator<Item = &ResultDocument> {
        self.results.values().filter_map(|versions| versions.first())
    }

    /// The newest result of every student for one assignment; the one that was made last comes first.
    pub fn of_assignment(&self, assignment: &str) -> Vec<&ResultDocument> {
        let mut results: Vec<&ResultDocument> =
            self.newest().filter(|result| result.assignment.id == assignment).collect();
        results.sort_by_key(|result| std::cmp::Reverse(self.made(result)));
        results
    }

    /// The names of the classes that the results are from, with their schools; most often one.
    pub fn classes(&self) -> Vec<String> {
        let mut names: Vec<String> = Vec::new();
        for class in self.newest().filter_map(|result| result.class.as_ref()) {
            let parts = [class.name.as_str(), class.school.as_str()];
            let name = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ");
            if !name.is_empty() && !names.contains(&name) {
                names.push(name);
            }
        }
        names.sort_unstable();
        names
    }

    /// The newest result for each id.
    fn newest_by(&self, id: fn(&ResultDocument) -> &str) -> Vec<&ResultDocument> {
        let mut newest: BTreeMap<&str, &ResultDocument> = BTreeMap::new();
        for result in self.newest() {
            let held = newest.entry(id(result)).or_insert(result);
            if self.made(result) > self.made(held) {
                *held = result;
            }
        }
        newest.into_values().collect()
    }
}

/// Whether one result of the same work is newer than another: it says so itself, or its clock does.
fn is_newer(latest: Option<Moment>, one: &ResultDocument, other: &ResultDocument) -> bool {
    let age = |result: &ResultDocument| (believed(latest, result.made), result.made);
    match (one.after.contains(&other.made), other.after.contains(&one.made)) {
        (true, false) => true,
        (false, true) => false,
        _ => age(one) > age(other),
    }
}

fn believed(latest: Option<Moment>, made: Moment) -> Option<Moment> {
    Some(made).filter(|made| latest.is_none_or(|latest| *made <= latest))
}
