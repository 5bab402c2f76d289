//! Where the records really are.

#[cfg(target_arch = "wasm32")]
mod browser;
mod memory;
#[cfg(target_arch = "wasm32")]
mod parked;
#[cfg(target_arch = "wasm32")]
mod schema;

use work::{Answer, Medium};

use crate::shelf::{LAST, Shelf};
use crate::{Durability, StoreError};

/// One write, whatever the record holds.
#[derive(Debug, Clone)]
pub(crate) enum Write {
    /// A text.
    Put { shelf: Shelf, key: String, text: String },
    /// A photo or a recording.
    PutMedium { key: String, medium: Medium },
    /// Every record from a key on and before another.
    Delete { shelf: Shelf, from: String, to: String },
}

impl Write {
    /// Removes every record whose key starts with `prefix`.
    pub fn delete_under(shelf: Shelf, prefix: String) -> Self {
        let mut to = prefix.clone();
        to.push(LAST);
        Self::Delete { shelf, from: prefix, to }
    }
}

/// What becomes of a record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// It stays as it is.
    Stays,
    /// This is its text now.
    Becomes(String),
    /// This is its text now. Something of what was there is worth keeping among its earlier versions.
    Follows(String, Answer),
    /// This is its text now. Nobody could read what was there, which is put aside.
    Replaces(String),
    /// It is removed.
    Goes,
}

/// Says what becomes of the next record, from the text it has: an empty one when it has something else than text.
pub(crate) type Update<'u> = &'u mut dyn FnMut(Option<&str>) -> Result<Outcome, StoreError>;

/// What a photo or a recording is: its media type and its bytes.
pub(crate) type Content = (String, Vec<u8>);

/// Where a record stands.
pub(crate) type Place = (Shelf, String);

/// The browser's database, or a map that is gone with the page. An enum rather than a trait, so that what uses a store
/// need not be generic over it.
pub(crate) enum Backing {
    #[cfg(target_arch = "wasm32")]
    Browser(browser::Browser),
    Memory(memory::Memory),
}

impl Backing {
    pub fn memory() -> Self {
        Self::Memory(memory::Memory::default())
    }

    #[cfg(target_arch = "wasm32")]
    pub async fn browser(name: &str) -> Result<Self, StoreError> {
        Ok(Self::Browser(browser::Browser::open(name).await?))
    }

    pub fn is_lasting(&self) -> bool {
        match self {
            #[cfg(target_arch = "wasm32")]
            Self::Browser(_) => true,
            Self::Memory(_) => false,
        }
    }

    /// The texts of all records whose keys start with `prefix`; `None` for one that is not text.
    pub async fn read_under(&self, shelf: Shelf, prefix: &str) -> Result<Vec<Option<String>>, StoreError> {
        match self {
            #[cfg(target_arch = "wasm32")]
            Self::Browser(browser) => browser.read_under(shelf, prefix).await,
            Self::Memory(memory) => Ok(memory.read_under(shelf, prefix)),
        }
    }

    /// The photo or recording of this key; `None` when it is not there or cannot be read.
    pub async fn medium(&self, key: String) -> Option<Content> {
        match self {
            #[cfg(target_arch = "wasm32")]
            Self::Browser(browser) => browser.medium(key).await,
            Self::Memory(memory) => memory.medium(&key),
        }
    }

    /// Makes all changes, or none.
    pub async fn write(&self, changes: Vec<Write>) -> Result<(), StoreError> {
        match self {
            #[cfg(target_arch = "wasm32")]
            Self::Browser(browser) => browser.write(changes).await,
            Self::Memory(memory) => {
                memory.write(changes);
                Ok(())
            }
        }
    }

    /// Starts all changes before it returns, and does not wait for them.
    pub fn write_now(&self, changes: Vec<Write>) {
        match self {
            #[cfg(target_arch = "wasm32")]
            Self::Browser(browser) => browser.write_now(changes),
            Self::Memory(memory) => memory.write(changes),
        }
    }

    /// Notes a text of a tab in this very moment, in place of the one that it had noted so before. An empty one only removes that.
    pub fn park(&self, tab: &str, text: &str) {
        match self {
            #[cfg(target_arch = "wasm32")]
            Self::Browser(browser) => parked::park(browser.name(), tab, text),
            Self::Memory(_) => {
                // What is written to memory waits for nobody.
                let _: (&str, &str) = (tab, text);
            }
        }
    }

    /// What tabs have noted so.
    pub fn parked(&self) -> Vec<String> {
        match self {
            #[cfg(target_arch = "wasm32")]
            Self::Browser(browser) => parked::parked(browser.name()),
            Self::Memory(_) => Vec::new(),
        }
    }

    /// Undoes the update that is on its way, if it can still be undone: it would hold up what is written as the page goes.
    pub fn stop_update(&self) {
        match self {
            #[cfg(target_arch = "wasm32")]
            Self::Browser(browser) => browser.stop_update(),
            // None is ever on its way.
            Self::Memory(_) => {}
        }
    }

    /// Gives up the connection with all that is on its way in it.
    pub fn reconnect(&self) {
        match self {
            #[cfg(target_arch = "wasm32")]
            Self::Browser(browser) => browser.reconnect(),
            // Memory needs none.
            Self::Memory(_) => {}
        }
    }

    /// Rewrites records from what they hold, one after the other, all or none, with no other write in between.
    pub async fn update(
        &self,
        places: Vec<Place>,
        durability: Durability,
        update: Update<'_>,
    ) -> Result<(), StoreError> {
        match self {
            #[cfg(target_arch = "wasm32")]
            Self::Browser(browser) => browser.update(places, durability, update).await,
            Self::Memory(memory) => {
                // Memory is gone with the page either way.
                let _: Durability = durability;
                memory.update(places, update)
            }
        }
    }
}
