//! Records in memory, in the order of their keys. A sorted list: a map's code would be on every phone, for browsers that keep
//! nothing and hold a family's few hundred answers.

use std::cell::RefCell;

use work::Medium;

use super::{Outcome, Place, Update, Write};
use crate::StoreError;
use crate::shelf::{LAST, Shelf, aside};

#[derive(Debug, Default)]
pub(crate) struct Memory {
    records: RefCell<Vec<Record>>,
    /// Photos and recordings with their keys, in any order. They are never copied: see [`Memory::update`].
    media: RefCell<Vec<(String, Medium)>>,
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

    pub fn medium(&self, key: &str) -> Option<Medium> {
        self.media.borrow().iter().find(|(held, _)| held == key).map(|(_, medium)| medium.clone())
    }

    pub fn write(&self, changes: Vec<Write>) {
        let (mut records, mut media) = (self.records.borrow_mut(), self.media.borrow_mut());
        for change in changes {
            match change {
                Write::Put { shelf, key, text } => put(&mut records, shelf, key, text),
                Write::PutMedium { key, medium } => {
                    media.retain(|(held, _)| *held != key);
                    media.push((key, medium));
                }
                Write::Delete { shelf, from, to } => {
                    let goes = |key: &String| (&from..&to).contains(&key);
                    records.retain(|record| record.shelf != shelf || !goes(&record.key));
                    media.retain(|(key, _)| shelf != Shelf::Media || !goes(key));
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
