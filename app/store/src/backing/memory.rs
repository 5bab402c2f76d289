//! Records in memory, in the order of their keys. A sorted list: a map's code would be on every phone, for browsers that keep
//! nothing and hold a family's few hundred answers.

use std::cell::RefCell;

use super::{Change, Update};
use crate::StoreError;
use crate::shelf::Shelf;

#[derive(Debug, Default)]
pub(crate) struct Memory {
    records: RefCell<Vec<Record>>,
}

#[derive(Debug)]
struct Record {
    shelf: Shelf,
    key: String,
    text: String,
}

impl Memory {
    pub fn read_under(&self, shelf: Shelf, prefix: &str) -> Vec<Option<String>> {
        let records = self.records.borrow();
        let under = records.iter().filter(|record| record.shelf == shelf && record.key.starts_with(prefix));
        under.map(|record| Some(record.text.clone())).collect()
    }

    pub fn write(&self, changes: Vec<Change>) {
        let mut records = self.records.borrow_mut();
        for change in changes {
            match change {
                Change::Put { shelf, key, text } => put(&mut records, shelf, key, text),
                Change::DeleteUnder { shelf, prefix } => {
                    records.retain(|record| record.shelf != shelf || !record.key.starts_with(&prefix));
                }
            }
        }
    }

    pub fn update(&self, shelf: Shelf, keys: Vec<String>, update: Update<'_>) -> Result<(), StoreError> {
        let mut changed = Vec::new();
        for key in keys {
            let records = self.records.borrow();
            let held = records.iter().find(|record| record.shelf == shelf && record.key == key);
            let text = update(&key, held.map(|record| record.text.as_str()))?;
            changed.push(Change::Put { shelf, key, text });
        }
        self.write(changed);
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
