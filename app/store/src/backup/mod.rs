//! A copy of what is kept, as a file: putting it back, on this phone or on another.
//!
//! `public/copy.js` writes the file without this program, so that it can be saved when nothing else works. It is text: words for people, then between
//! two lines that say so a record a line (see [`line`]). A line that is damaged costs one record, and a file that was cut in the middle its rest.
//! What comes back is joined with what is here ([`join`]): nothing that is here is lost.

mod join;
mod line;

use assignment::json::{self, InJson};
use work::{Answer, Profile, WorkRecord};

use crate::backing::{Outcome, Place};
use crate::journal::{self, Note};
use crate::shelf::{self, Shelf};
use crate::{Change, Durability, Store, StoreError, change};
use line::Record;

/// How the first line of the records begins and ends, with the version of the file between.
const BEGIN: [&str; 2] = ["-----BEGIN TAUMAHI COPY ", "-----"];

/// The same of their last line, with the number of records between.
const END: [&str; 2] = ["-----END TAUMAHI COPY ", "-----"];

/// The newest version of the file that can be read.
pub const VERSION: u32 = 1;

/// How many records are put back together: one that is refused holds up only few others.
const TOGETHER: usize = 100;

/// A file that is being read, piece by piece.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Backup {
    stage: Stage,
    /// How many records its end has named.
    promised: usize,
    /// How many records were put back, or were here already.
    pub read: usize,
    /// How many lines of records could not be read.
    pub unreadable: usize,
}

/// How far it is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum Stage {
    /// What people read.
    #[default]
    Words,
    Records,
    /// Its end was there.
    Ended,
}

/// What a whole file was.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BackupEnd {
    /// No copy of Taumahi's.
    Foreign,
    /// A copy whose end is missing, or some of its records.
    Cut,
    /// A copy with all its records.
    Whole,
}

/// Why a copy was not put back.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BackupError {
    /// It was written by a later version.
    #[error("this copy was made by a newer version of this page ({0})")]
    Newer(u32),
    /// What was read could not be kept.
    #[error("the copy could not be put back: {0}")]
    NotKept(StoreError),
}

impl Backup {
    /// What the file was, once all of it has been read.
    pub fn end(&self) -> BackupEnd {
        match self.stage {
            Stage::Words => BackupEnd::Foreign,
            Stage::Ended if self.promised == self.read + self.unreadable => BackupEnd::Whole,
            Stage::Records | Stage::Ended => BackupEnd::Cut,
        }
    }

    /// The records in the next whole lines of the file.
    fn records(&mut self, lines: &str) -> Result<Vec<Record>, BackupError> {
        let mut records = Vec::new();
        for line in lines.lines() {
            match self.stage {
                Stage::Words => {
                    if let Some(version) = between(BEGIN, line) {
                        match version.parse() {
                            Ok(version) if version <= VERSION => self.stage = Stage::Records,
                            version => return Err(BackupError::Newer(version.unwrap_or(u32::MAX))),
                        }
                    }
                }
                Stage::Records => {
                    if let Some(count) = between(END, line) {
                        self.stage = Stage::Ended;
                        self.promised = self.promised.saturating_add(count.parse().unwrap_or(usize::MAX));
                    } else if let Some(record) = line::read(line) {
                        records.push(record);
                    } else if !line.trim().is_empty() {
                        self.unreadable += 1;
                    }
                }
                // Copies that were joined into one file are read one after the other.
                Stage::Ended if between(BEGIN, line).is_some() => self.stage = Stage::Records,
                Stage::Ended => {}
            }
        }
        Ok(records)
    }
}

/// What stands between two ends of a line.
fn between<'l>([start, end]: [&str; 2], line: &'l str) -> Option<&'l str> {
    line.trim().strip_prefix(start)?.strip_suffix(end)
}

impl Store {
    /// Puts back what is in the next whole lines of a copy.
    ///
    /// # Errors
    /// [`BackupError`] when the copy is of a later version, or when something was not kept. What was put back before stays.
    pub async fn put_back(&self, backup: &mut Backup, lines: &str) -> Result<(), BackupError> {
        let mut texts = Vec::new();
        for record in backup.records(lines)? {
            if let Record::Medium { key, medium } = record {
                if self.backing.medium(key.clone()).await.is_none() {
                    self.put_medium(key, medium).await.map_err(BackupError::NotKept)?;
                }
                backup.read += 1;
            } else {
                texts.push(record);
            }
        }
        for together in texts.chunks(TOGETHER) {
            self.join_all(together).await.map_err(BackupError::NotKept)?;
            backup.read += together.len();
        }
        Ok(())
    }

    /// Joins records with what is kept, all or none.
    async fn join_all(&self, records: &[Record]) -> Result<(), StoreError> {
        let mut joins: Vec<(Place, Join)> = Vec::new();
        for record in records {
            match record {
                Record::Note(text) => joins.extend(noted(text)),
                record => joins.extend(place(record).map(|place| (place, Join::Record(record.clone())))),
            }
        }
        let places = joins.iter().map(|(place, _)| place.clone()).collect();
        let mut next = joins.iter_mut();
        let mut join = |held: Option<&str>| next.next().ok_or(StoreError::Record)?.1.apply(held);
        self.backing.update(places, Durability::Strict, &mut join).await
    }
}

/// What is to become of a record.
enum Join {
    Record(Record),
    Change(Change),
    /// It is written where nothing is.
    Text(String),
}

/// What a tab had noted comes back as the changes that it had made. What nobody can read of it stays for a newer Taumahi.
fn noted(text: &str) -> Vec<(Place, Join)> {
    let Note { tab, changes, rest } = journal::read(text);
    let join = |change: Change| match change {
        // Of two without a mark, nobody can tell whether they are the same: neither may undo the other again and again.
        Change::Answer { answer, .. } if answer.marks.is_empty() => Join::Record(Record::Answer(answer)),
        change => Join::Change(change),
    };
    let mut joins: Vec<_> = changes.into_iter().map(|change| (change.place(), join(change))).collect();
    if !rest.is_empty() && !tab.is_empty() {
        joins.push(((Shelf::Journal, shelf::under(&[tab])), Join::Text(rest)));
    }
    joins
}

/// Where a record belongs, by what is in it: what the line says of that may be damaged.
fn place(record: &Record) -> Option<Place> {
    Some(match record {
        Record::Child(child) => (Shelf::Profiles, shelf::key(&[&child.id])),
        Record::Work(work) => (Shelf::Works, shelf::key(&[&work.profile, &work.document.head.id])),
        Record::Answer(answer) => (Shelf::Answers, change::answer_key(answer)),
        Record::Earlier(versions) => (Shelf::Earlier, change::answer_key(versions.first()?)),
        Record::Aside { shelf, key, .. } => (*shelf, key.clone()),
        Record::Note(_) | Record::Medium { .. } => return None,
    })
}

impl Join {
    fn apply(&mut self, held: Option<&str>) -> Result<Outcome, StoreError> {
        Ok(match self {
            Self::Change(change) => return change.apply(held),
            Self::Text(text) | Self::Record(Record::Aside { text, .. }) => where_nothing_is(held, text),
            Self::Record(Record::Child(child)) => joined(held, child, |_: Profile, _| Outcome::Stays),
            Self::Record(Record::Work(work)) => joined(held, &**work, |held: WorkRecord, back| {
                let both = held.clone().join(back.clone());
                if both == held { Outcome::Stays } else { Outcome::Becomes(json::write(&both)) }
            }),
            Self::Record(Record::Answer(back)) => {
                joined(held, back, |held: Answer, back| join::answer(&held, back))
            }
            Self::Record(Record::Earlier(back)) => join::versions(held.unwrap_or_default(), back),
            Self::Record(Record::Note(_) | Record::Medium { .. }) => Outcome::Stays,
        })
    }
}

fn where_nothing_is(held: Option<&str>, text: &str) -> Outcome {
    if held.is_some() { Outcome::Stays } else { Outcome::Becomes(text.to_owned()) }
}

/// A record that comes back where nothing is, where one is that cannot be read, or where another is.
fn joined<T: InJson + Default>(held: Option<&str>, back: &T, join: impl FnOnce(T, &T) -> Outcome) -> Outcome {
    match held.map(json::read) {
        None => Outcome::Becomes(json::write(back)),
        Some(Err(_)) => Outcome::Replaces(json::write(back)),
        Some(Ok(held)) => join(held, back),
    }
}
