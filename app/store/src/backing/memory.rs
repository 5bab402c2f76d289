//! Records in memory, in the order of their keys. A sorted list: a map's code would be on every phone, for browsers that keep
//! nothing and hold a family's few hundred answers.

use std::cell::RefCell;

use super::{Outcome, Place, Update, Write};
use crate::StoreError;
use crate::shelf::{LAST, Shelf, aside};

#[derive(Debug, Default)]
pub(crate) struct Memory {
    records: RefCell<Vec<Record>>,
}

#[derive(Debug, Clone)]
struct Record {
    shelf: Shelf,
    key: String,
    text: String,
}

impl Memory {
    pub fn read_under(&self, shelf: Shelf, prefix: &str) -> Vec<Option<String>> {
        let records = self.records.borrow();
        let under = records.iter().filter(|record| {
            record.shelf == shelf && record.key.starts_with(prefix) && !record.key.starts_with(LAST)
        });
        under.map(|record| Some(record.text.clone())).collect()
    }

    pub fn write(&self, changes: Vec<Write>) {
        let mut records = self.records.borrow_mut();
        for change in changes {
            match change {
                Write::Put { shelf, key, text } => put(&mut records, shelf, key, text),
                Write::DeleteUnder { shelf, prefix } => {
                    records.retain(|record| record.shelf != shelf || !record.key.starts_with(&prefix));
                }
            }
        }
    }

    pub fn update(&self, places: Vec<Place>, update: Update<'_>) -> Result<(), StoreError> {
        let mut records = self.records.borrow().clone();
        for (shelf, key) in places {
            let held = records.iter().find(|record| record.shelf == shelf && record.key == key);
            let held = held.map(|record| record.text.clone());
            match update(held.as_deref())? {
                Outcome::Stays => {}
                Outcome::Becomes(text) => put(&mut records, shelf, key, text),
                Outcome::Replaces(text) => {
                    put(&mut records, shelf, aside(&key), held.unwrap_or_default());
                    put(&mut records, shelf, key, text);
                }
                Outcome::Goes => records.retain(|record| record.shelf != shelf || record.key != key),
            }
        }
        *self.records.borrow_mut() = records;
        Ok(())
    }
}

fn put(records: &mut Vec<Record>, shelf: Shelf, key: String, text: String) {
    let at = records
        .iter()
        .position(|record| (record.shelf, &record.key) >= (shelf, &key))
        .unwrap_or(records.len());
    match records.get_mut(at) {
        Some(record) if record.shelf == shelf && record.key == key => record.text = text,
        _ => records.insert(at, Record { shelf, key, text }),
    }
}
