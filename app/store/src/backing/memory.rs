//! Records in memory.

use std::cell::RefCell;
use std::collections::BTreeMap;

use super::{Change, Update};
use crate::StoreError;
use crate::shelf::Shelf;

#[derive(Debug, Default)]
pub(crate) struct Memory {
    records: RefCell<BTreeMap<(Shelf, String), String>>,
}

impl Memory {
    pub fn read_under(&self, shelf: Shelf, prefix: &str) -> Vec<Option<String>> {
        let records = self.records.borrow();
        let under = records.iter().filter(|((on, key), _)| *on == shelf && key.starts_with(prefix));
        under.map(|(_, text)| Some(text.clone())).collect()
    }

    pub fn write(&self, changes: Vec<Change>) {
        let mut records = self.records.borrow_mut();
        for change in changes {
            match change {
                Change::Put { shelf, key, text } => {
                    records.insert((shelf, key), text);
                }
                Change::DeleteUnder { shelf, prefix } => {
                    records.retain(|(on, key), _| *on != shelf || !key.starts_with(&prefix));
                }
            }
        }
    }

    pub fn update(&self, shelf: Shelf, keys: Vec<String>, update: Update<'_>) -> Result<(), StoreError> {
        let mut changed = Vec::new();
        for key in keys {
            let held = self.records.borrow().get(&(shelf, key.clone())).cloned();
            let text = update(&key, held.as_deref())?;
            changed.push(Change::Put { shelf, key, text });
        }
        self.write(changed);
        Ok(())
    }
}
