//! What is kept on the device: the browser's IndexedDB, and the same in memory.
//!
//! Nothing else in Taumahi touches IndexedDB. Every record is a text under a key on a [`Shelf`](shelf), or a photo or a recording; an
//! answer is one record, so two tabs never overwrite each other's work and a damaged record costs one answer. A write is done when its transaction
//! has committed: only then may anything say "Saved".

mod backing;
mod backup;
mod change;
mod draft;
mod earlier;
mod error;
mod journal;
mod queue;
mod shelf;

pub use backup::{Backup, BackupEnd, BackupError, VERSION as BACKUP_VERSION};
pub use change::{Change, Durability};
pub use draft::Draft;
pub use error::StoreError;
pub use queue::Queue;

use std::rc::Rc;

use assignment::json::{self, InJson};
use work::result::ResultDocument;
use work::{Answer, Marks, Medium, Moment, Profile, WorkRecord};

use backing::{Backing, Outcome, Write};
use journal::Note;
use shelf::Shelf;

/// The name of the families' database, before the folder of the site. Part of the stored schema.
pub const FAMILIES: &str = "taumahi ";

/// The same of the teacher's.
pub const DESK: &str = "taumahi-desk ";

/// An open store. Clones are the same store.
#[derive(Clone)]
pub struct Store {
    backing: Rc<Backing>,
}

/// What was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept<T> {
    /// The records that could be read.
    pub records: Vec<T>,
    /// How many could not. They are left where they are.
    pub damaged: usize,
}

impl Store {
    /// A store that lasts as long as the page: for tests, and for browsers that keep nothing.
    pub fn in_memory() -> Self {
        Self { backing: Rc::new(Backing::memory()) }
    }

    /// Opens the database of this name in the browser, and makes it when it is not there.
    ///
    /// # Errors
    /// [`StoreError`] when the browser keeps nothing, or when a newer Taumahi has written there.
    #[cfg(target_arch = "wasm32")]
    pub async fn open(name: &str) -> Result<Self, StoreError> {
        Ok(Self { backing: Rc::new(Backing::browser(name).await?) })
    }

    /// The browser's database, or a store in memory in browsers that keep nothing: work can still be done there, and sent.
    ///
    /// # Errors
    /// [`StoreError`] when something is kept, perhaps, and cannot be reached: an empty store would look as if it were lost.
    pub async fn open_or_memory(name: &str) -> Result<Self, StoreError> {
        #[cfg(target_arch = "wasm32")]
        match Self::open(name).await {
            Err(StoreError::Unavailable(_)) => {}
            opened => return opened,
        }
        let _: &str = name;
        Ok(Self::in_memory())
    }

    /// Whether what is written here is still there after the page is closed.
    pub fn is_lasting(&self) -> bool {
        self.backing.is_lasting()
    }

    /// The children on this device.
    ///
    /// # Errors
    /// [`StoreError`] when the browser refuses to read.
    pub async fn profiles(&self) -> Result<Kept<Profile>, StoreError> {
        self.read_all(Shelf::Profiles, "").await
    }

    /// All work that a child has started.
    ///
    /// # Errors
    /// [`StoreError`] when the browser refuses to read.
    pub async fn works(&self, profile: &str) -> Result<Kept<WorkRecord>, StoreError> {
        self.read_all(Shelf::Works, &shelf::under(&[profile])).await
    }

    /// Every answer of a child.
    ///
    /// # Errors
    /// [`StoreError`] when the browser refuses to read.
    pub async fn answers(&self, profile: &str) -> Result<Kept<Answer>, StoreError> {
        self.read_all(Shelf::Answers, &shelf::under(&[profile])).await
    }

    /// Every answer of a child to one assignment.
    ///
    /// # Errors
    /// [`StoreError`] when the browser refuses to read.
    pub async fn answers_to(&self, profile: &str, assignment: &str) -> Result<Kept<Answer>, StoreError> {
        self.read_all(Shelf::Answers, &shelf::under(&[profile, assignment])).await
    }

    /// What a child's answers to an assignment were before they were changed, of each the oldest first.
    ///
    /// # Errors
    /// [`StoreError`] when the browser refuses to read.
    pub async fn earlier(&self, profile: &str, assignment: &str) -> Result<Vec<Answer>, StoreError> {
        let texts = self.backing.read_under(Shelf::Earlier, &shelf::under(&[profile, assignment])).await?;
        Ok(texts.into_iter().flatten().flat_map(|text| earlier::read(&text)).collect())
    }

    /// Puts an earlier version of an answer in the place of the one that is kept, which is among the earlier versions then. `page` is a
    /// name that no other page has, and `now` the time.
    ///
    /// # Errors
    /// [`StoreError`] when it was not kept.
    pub async fn bring_back(&self, version: Answer, page: &str, now: Moment) -> Result<(), StoreError> {
        let places = vec![(Shelf::Answers, change::answer_key(&version))];
        let mut back = Answer { when: now, marks: Marks::of(page, 1), was: None, ..version };
        let mut replace = |held: Option<&str>| {
            let held: Option<Answer> = held.map(json::read).transpose().map_err(|_| StoreError::Record)?;
            let Some(held) = held else { return Ok(Outcome::Becomes(json::write(&back))) };
            back.revision = held.revision.saturating_add(1);
            back.when = back.when.max(held.when);
            back.marks.follow(&held.marks);
            Ok(Outcome::Follows(json::write(&back), held))
        };
        self.backing.update(places, Durability::Strict, &mut replace).await
    }

    /// Keeps changes, all or none, with no other write in between. Gives back the answers among them as they were kept: each has a
    /// revision later than that of the one it replaces, whichever tab wrote that, and is merged with it.
    ///
    /// # Errors
    /// [`StoreError`] when none was kept.
    pub async fn keep(
        &self,
        changes: Vec<Change>,
        durability: Durability,
    ) -> Result<Vec<Answer>, StoreError> {
        let places = changes.iter().map(Change::place).collect();
        let mut kept = changes;
        let mut next = kept.iter_mut();
        self.backing
            .update(places, durability, &mut |held| next.next().ok_or(StoreError::Record)?.apply(held))
            .await?;
        Ok(kept.iter().filter_map(Change::answer).cloned().collect())
    }

    /// Notes in this very moment what a tab has not yet kept, because its page may be gone in the next. There is nobody to tell whether
    /// it arrived. It stands in a place of its own, where it overwrites nothing, and [`take_in`](Self::take_in) keeps it later. It stands there
    /// twice: in the database, hard, and beside it, since a write that waits for another tab's is dropped with its page. Without changes,
    /// what the tab noted before is removed.
    pub fn leave(&self, tab: &str, changes: &[Change]) {
        let text = if changes.is_empty() { String::new() } else { journal::write(tab, changes) };
        self.backing.park(tab, &text);
        let key = shelf::under(&[tab]);
        let write = if text.is_empty() {
            Write::delete_under(Shelf::Journal, key)
        } else {
            Write::Put { shelf: Shelf::Journal, key, text }
        };
        self.backing.write_now(vec![write]);
    }

    /// Lets all that was kept be on the disk, not only with the system, from now on. There is nobody to tell.
    pub fn harden(&self) {
        // A write that is hard takes along all before it.
        let write = Write::Put { shelf: Shelf::Journal, key: shelf::aside("hard"), text: String::new() };
        self.backing.write_now(vec![write]);
    }

    /// Gives up the connection, and what is on its way in it: the next use makes it anew.
    pub fn reconnect(&self) {
        self.backing.reconnect();
    }

    /// Gives up the changes that are just being kept, so that nothing holds up what the page still has to [`leave`](Self::leave): it
    /// goes now.
    pub fn stop_keeping(&self) {
        self.backing.stop_update();
    }

    /// Keeps what tabs had not yet kept when they were left, and says whether there was any.
    ///
    /// # Errors
    /// [`StoreError`] when the browser refuses. What was not taken in stays for the next time.
    pub async fn take_in(&self) -> Result<bool, StoreError> {
        let (mut any, mut refused) = (false, None);
        let noted = self.backing.read_under(Shelf::Journal, "").await?.into_iter().flatten();
        let noted = noted.map(|text| (text, false));
        let parked = self.backing.parked().into_iter().map(|text| (text, true));
        for (text, is_parked) in noted.chain(parked) {
            if is_parked && !self.backing.parked().contains(&text) {
                continue;
            }
            let Note { tab, mut changes, rest } = journal::read(&text);
            if changes.is_empty() {
                continue;
            }
            let mut places = vec![(Shelf::Journal, shelf::under(&[tab]))];
            places.extend(changes.iter().map(Change::place));
            let mut first = true;
            let mut next = changes.iter_mut();
            let mut take = |held: Option<&str>| {
                if !std::mem::take(&mut first) {
                    next.next().ok_or(StoreError::Record)?.apply(held)
                } else if is_parked {
                    Ok(Outcome::Stays)
                } else if held != Some(&text) {
                    Err(StoreError::Record)
                } else if rest.is_empty() {
                    Ok(Outcome::Goes)
                } else {
                    Ok(Outcome::Becomes(rest.clone()))
                }
            };
            match self.backing.update(places, Durability::Strict, &mut take).await {
                Ok(()) => any = true,
                // Another tab has taken it in meanwhile, or its own has written anew.
                Err(StoreError::Record) => {}
                Err(error) => {
                    // It must not hold up the others.
                    refused = Some(error);
                    continue;
                }
            }
            // Also what stood in the database: a step that comes a second time may be older than another.
            if self.backing.parked().contains(&text) {
                self.backing.park(tab, &rest);
            }
        }
        refused.map_or(Ok(any), Err)
    }

    /// Keeps a photo or a recording of a piece of work, and notes the answer that is to name it, for [`take_in`](Self::take_in). When this is
    /// done both are on the disk. It looks at nothing that is kept before, so all of it is on its way at once.
    ///
    /// # Errors
    /// [`StoreError`] when neither was kept.
    pub async fn keep_medium(&self, medium: Medium, answer: Answer) -> Result<(), StoreError> {
        self.backing.write(with_note(medium, answer)).await
    }

    /// The same as the page is left: there is nobody to tell whether it was kept.
    pub fn leave_medium(&self, medium: Medium, answer: Answer) {
        self.backing.write_now(with_note(medium, answer));
    }

    async fn put_medium(&self, key: String, medium: Medium) -> Result<(), StoreError> {
        self.backing.write(vec![Write::PutMedium { key, medium }]).await
    }

    /// The photo or recording that an answer names; `None` when it is not here or cannot be read.
    pub async fn medium(&self, profile: &str, assignment: &str, id: &str) -> Option<Medium> {
        let (kind, bytes) = self.backing.medium(shelf::key(&[profile, assignment, id])).await?;
        Some(Medium { id: id.to_owned(), kind, bytes })
    }

    /// Removes the photos and recordings of a piece of work whose ids sort before `until` and that none of these answers names. All
    /// answers have to be among them, also those that are not kept yet. Nobody waits for it: what is still there is removed another time.
    pub fn tidy_media(&self, profile: &str, assignment: &str, answers: &[Answer], until: &str) {
        let key = |id: &str| shelf::key(&[profile, assignment, id]);
        let captures = answers.iter().flat_map(|answer| answer.value.captures());
        let named: Vec<String> = captures.map(|capture| key(&capture.id)).collect();
        let (mut from, end) = (shelf::under(&[profile, assignment]), key(until));
        let mut gaps = Vec::new();
        while from < end {
            let to = named.iter().filter(|key| **key >= from && **key < end).min().unwrap_or(&end).clone();
            let mut behind = to.clone();
            behind.push('\0');
            gaps.push(Write::Delete { shelf: Shelf::Media, from, to });
            from = behind;
        }
        self.backing.write_now(gaps);
    }

    /// Removes a child with all that is kept of it.
    ///
    /// # Errors
    /// [`StoreError`] when all of it is still there.
    pub async fn delete_child(&self, profile: &str) -> Result<(), StoreError> {
        let all = [Shelf::Works, Shelf::Answers, Shelf::Earlier, Shelf::Media];
        let mut gone: Vec<Write> =
            all.into_iter().map(|shelf| Write::delete_under(shelf, shelf::under(&[profile]))).collect();
        let key = shelf::key(&[profile]);
        let behind = [&key, "\0"].concat();
        gone.push(Write::Delete { shelf: Shelf::Profiles, from: key, to: behind });
        self.backing.write(gone).await
    }

    /// Every result that the teacher has opened, without its photos and recordings: [`medium`](Self::medium) has each of them.
    ///
    /// # Errors
    /// [`StoreError`] when the browser refuses to read.
    pub async fn results(&self) -> Result<Kept<ResultDocument>, StoreError> {
        self.read_all(Shelf::Results, "").await
    }

    /// Keeps results and their photos and recordings, all or none; what is there already is kept once.
    ///
    /// # Errors
    /// [`StoreError`] when none was kept.
    pub async fn put_results(&self, results: &[ResultDocument]) -> Result<(), StoreError> {
        let mut changes = Vec::new();
        for result in results {
            let text = json::write(&result.without_media());
            changes.push(Write::Put { shelf: Shelf::Results, key: result_key(result), text });
            changes.extend(result.media.iter().filter_map(|medium| {
                let key = shelf::key(&[&result.student.id, &result.assignment.id, &medium.id]);
                Some(Write::PutMedium { key, medium: medium.medium()? })
            }));
        }
        self.backing.write(changes).await
    }

    /// Removes every result of a student.
    ///
    /// # Errors
    /// [`StoreError`] when they are still there.
    pub async fn delete_student(&self, student: &str) -> Result<(), StoreError> {
        self.delete_results_under(&shelf::under(&[student])).await
    }

    /// Removes every result.
    ///
    /// # Errors
    /// [`StoreError`] when they are still there.
    pub async fn delete_results(&self) -> Result<(), StoreError> {
        self.delete_results_under("").await
    }

    async fn delete_results_under(&self, prefix: &str) -> Result<(), StoreError> {
        let under = |shelf| Write::delete_under(shelf, prefix.to_owned());
        self.backing.write(vec![under(Shelf::Results), under(Shelf::Media)]).await
    }

    /// What was written and not saved to a file, by every tab.
    ///
    /// # Errors
    /// [`StoreError`] when the browser refuses to read.
    pub async fn drafts(&self) -> Result<Kept<Draft>, StoreError> {
        self.read_all(Shelf::Drafts, "").await
    }

    /// Keeps what a tab has not saved to files: all of it, in place of what that tab and those whose drafts it has taken over had kept.
    /// A tab that looked as if it were gone may still be written in: its draft goes only while it is the one that was taken over.
    ///
    /// # Errors
    /// [`StoreError`] when it was not kept; what was kept before still is.
    pub async fn put_drafts(&self, drafts: &[Draft], taken_over: &[Draft]) -> Result<(), StoreError> {
        let is_replaced = |old: &&Draft| drafts.iter().any(|draft| draft.key() == old.key());
        let old = taken_over.iter().filter(|old| !is_replaced(old)).map(|old| (old, false));
        let all: Vec<(&Draft, bool)> = old.chain(drafts.iter().map(|draft| (draft, true))).collect();
        if all.is_empty() {
            // Browsers have no transaction without a shelf.
            return Ok(());
        }
        let places = all.iter().map(|(draft, _)| (Shelf::Drafts, draft.key())).collect();
        let mut next = all.into_iter();
        let mut put = |held: Option<&str>| {
            let (draft, is_new) = next.next().ok_or(StoreError::Record)?;
            if is_new {
                Ok(Outcome::Becomes(json::write(draft)))
            } else if held.and_then(|held| json::read(held).ok()).as_ref() == Some(draft) {
                Ok(Outcome::Goes)
            } else {
                Ok(Outcome::Stays)
            }
        };
        self.backing.update(places, Durability::Strict, &mut put).await
    }

    async fn read_all<T: InJson + Default>(&self, shelf: Shelf, prefix: &str) -> Result<Kept<T>, StoreError> {
        let texts = self.backing.read_under(shelf, prefix).await?;
        let all = texts.len();
        let records: Vec<T> =
            texts.into_iter().filter_map(|text| json::read(text.as_deref()?).ok()).collect();
        Ok(Kept { damaged: all - records.len(), records })
    }
}

/// A photo or a recording, and under its own name the note of the answer that is to name it.
fn with_note(medium: Medium, answer: Answer) -> Vec<Write> {
    let id = medium.id.clone();
    let key = shelf::key(&[&answer.profile, &answer.assignment, &id]);
    let text = journal::write(&id, &[Change::Answer { answer, base: None }]);
    let note = Write::Put { shelf: Shelf::Journal, key: shelf::under(&[&id]), text };
    vec![Write::PutMedium { key, medium }, note]
}

fn result_key(result: &ResultDocument) -> String {
    shelf::key(&[&result.student.id, &result.assignment.id, &result.made.to_string()])
}
