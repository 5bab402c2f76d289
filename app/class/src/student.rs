//! The rows, and how rows of one name are told apart.

use std::collections::BTreeMap;

use work::normalised_name;
use work::result::ResultDocument;

/// A row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Student {
    /// The id from the child's device.
    pub id: String,
    /// The name as it was typed, in the newest result.
    pub name: String,
    /// The picture the child chose.
    pub picture: String,
    /// Another row has the same name: another child, or the same child on another device.
    pub shares_name: bool,
    /// Of the rows that share name and picture, which one it is, from 1; the device that was used first comes first.
    pub device: Option<usize>,
}

/// The students of these results, one of each, by name. Ids begin with the moment they were given, so those of one name stand in
/// the order in which they started.
pub fn by_name<'r>(mut results: Vec<&'r ResultDocument>) -> Vec<Student> {
    results.sort_by_cached_key(|result| (normalised_name(&result.student.name), result.student.id.clone()));
    let mut names: BTreeMap<String, usize> = BTreeMap::new();
    let mut twins: BTreeMap<(String, &str), usize> = BTreeMap::new();
    for result in &results {
        let name = normalised_name(&result.student.name);
        *names.entry(name.clone()).or_default() += 1;
        *twins.entry((name, &result.student.picture)).or_default() += 1;
    }
    let mut passed: BTreeMap<(String, &str), usize> = BTreeMap::new();
    let student = |result: &'r ResultDocument| {
        let name = normalised_name(&result.student.name);
        let shares_name = names.get(&name).is_some_and(|count| *count > 1);
        let twin = (name, result.student.picture.as_str());
        let device = passed.entry(twin.clone()).or_default();
        *device += 1;
        Student {
            id: result.student.id.clone(),
            name: result.student.name.clone(),
            picture: result.student.picture.clone(),
            shares_name,
            device: twins.get(&twin).filter(|count| **count > 1).map(|_| *device),
        }
    };
    results.iter().copied().map(student).collect()
}
