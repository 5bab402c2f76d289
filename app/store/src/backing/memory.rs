//! Records in memory, in the order of their keys. A sorted list: a map's code would be on every phone, for browsers that keep
//! nothing and hold a family's few hundred answers.

use std::cell::RefCell;
use std::rc::Rc;

use work::Medium;

use super::{Content, Outcome, Place, Update, Write};
use crate::StoreError;
use crate::earlier;
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
    /// What a record of the media has instead. An update copies all records, and need not copy this.
    medium: Option<Rc<Medium>>,
}

impl Memory {
    pub fn read_under(&self, shelf: Shelf, prefix: &str) -> Vec<Option<String>> {
        let records = self.records.borrow();
        let under = records.iter().filter(|record| {
            record.shelf == shelf && record.key.starts_with(prefix) && !record.key.starts_with(LAST)
        });
        under.map(|record| Some(record.text.clone())).collect()
    }

    pub fn medium(&self, key: &str) -> Option<Content> {
        let records = self.records.borrow();
        let held = records.iter().find(|record| record.shelf == Shelf::Media && record.key == key);
        let medium = held?.medium.as_deref()?;
        Some((medium.kind.clone(), medium.bytes.clone()))
    }

    pub fn write(&self, changes: Vec<Write>) {
        let mut records = self.records.borrow_mut();
        for change in changes {
            match change {
                Write::Put { shelf, key, text } => {
                    put(&mut records, Record { shelf, key, text, medium: None })
                }
                Write::PutMedium { key, medium } => {
                    let (shelf, text, medium) = (Shelf::Media, String::new(), Some(Rc::new(medium)));
                    put(&mut records, Record { shelf, key, text, medium });
                }
                Write::Delete { shelf, from, to } => {
                    records.retain(|record| record.shelf != shelf || record.key < from || record.key >= to);
                }
            }
        }
    }

    pub fn update(&self, places: Vec<Place>, update: Update<'_>) -> Result<(), StoreError> {
        let mut records = self.records.borrow().clone();
        for (shelf, key) in places {
            let held = of(&records, shelf, &key);
            match update(held.as_deref())? {
                Outcome::Stays => {}
                Outcome::Becomes(text) => put(&mut records, Record { shelf, key, text, medium: None }),
                Outcome::Follows(text, version) => {
                    let past = of(&records, Shelf::Earlier, &key).unwrap_or_default();
                    let earlier = Record {
                        shelf: Shelf::Earlier,
                        key: key.clone(),
                        text: earlier::with(&past, &version),
                        medium: None,
                    };
                    put(&mut records, earlier);
                    put(&mut records, Record { shelf, key, text, medium: None });
                }
                Outcome::Replaces(text) => {
                    let (key_aside, held) = (aside(&key), held.unwrap_or_default());
                    put(&mut records, Record { shelf, key: key_aside, text: held, medium: None });
                    put(&mut records, Record { shelf, key, text, medium: None });
                }
                Outcome::Goes => records.retain(|record| record.shelf != shelf || record.key != key),
            }
        }
        *self.records.borrow_mut() = records;
        Ok(())
    }
}

fn of(records: &[Record], shelf: Shelf, key: &str) -> Option<String> {
    let held = records.iter().find(|record| record.shelf == shelf && record.key == key)?;
    Some(held.text.clone())
}

fn put(records: &mut Vec<Record>, new: Record) {
    let at = records
        .iter()
        .position(|record| (record.shelf, &record.key) >= (new.shelf, &new.key))
        .unwrap_or(records.len());
    match records.get_mut(at) {
        Some(record) if record.shelf == new.shelf && record.key == new.key => *record = new,
        _ => records.insert(at, new),
    }
}
