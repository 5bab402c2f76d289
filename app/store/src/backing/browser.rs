//! Records in the browser's IndexedDB.
//!
//! Three hazards decide how this is written. A transaction that is dropped without `commit().await` rolls back. Awaiting
//! anything but the transaction's own requests lets the browser close it. And a full disk shows only at the commit, as an
//! abort: until that has been awaited, nothing has been kept.

use std::cell::RefCell;
use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Waker};

use indexed_db_futures::KeyRange;
use indexed_db_futures::database::Database;
use indexed_db_futures::error::{Error, OpenDbError, UnexpectedDataError};
use indexed_db_futures::internals::SystemRepr;
use indexed_db_futures::prelude::*;
use indexed_db_futures::transaction::{
    Transaction, TransactionDurability, TransactionMode, TransactionOptions,
};
use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, IdbTransaction};
use work::Medium;

use super::{Content, Outcome, Place, Update, Write, schema};
use crate::shelf::{LAST, Shelf, aside};
use crate::{Durability, StoreError};

/// Something under way. Without the box, a phone would get its code again for everything that waits for it.
type Doing<'d, T, E> = Pin<Box<dyn Future<Output = Result<T, E>> + 'd>>;

pub(crate) struct Browser {
    name: String,
    /// The connection. A browser may close it at any time: phones do when the page has been away for a while.
    database: RefCell<Database>,
    /// The updates that are on their way.
    updating: RefCell<Vec<IdbTransaction>>,
}

impl Browser {
    pub async fn open(name: &str) -> Result<Self, StoreError> {
        let database = RefCell::new(connect(name, true).await?);
        Ok(Self { name: name.to_owned(), database, updating: RefCell::default() })
    }

    /// The connection, made anew when the browser has closed it.
    fn connection(&self) -> Doing<'_, Database, StoreError> {
        Box::pin(async {
            let database = self.database.borrow().clone();
            // Only to see whether there can be one.
            if database.transaction(Shelf::Journal.name()).build().is_ok() {
                return Ok(database);
            }
            let database = connect(&self.name, false).await?;
            self.database.replace(database.clone());
            Ok(database)
        })
    }

    fn read(&self, shelf: Shelf, keys: KeyRange<String>) -> Doing<'_, Vec<JsValue>, StoreError> {
        Box::pin(async move {
            let database = self.connection().await?;
            let read = async {
                let transaction = database.transaction(shelf.name()).build()?;
                let store = transaction.object_store(shelf.name())?;
                store.get_all::<JsValue>().with_query::<String, _>(keys).await?.collect::<Result<_, _>>()
            };
            read.await.map_err(failed)
        })
    }

    pub async fn read_under(&self, shelf: Shelf, prefix: &str) -> Result<Vec<Option<String>>, StoreError> {
        let values = self.read(shelf, range(prefix)).await?;
        Ok(values.iter().map(JsValue::as_string).collect())
    }

    /// What is there and is no `Blob` is damaged, and as good as gone; so is one whose file the browser has lost.
    pub async fn medium(&self, key: String) -> Option<Content> {
        let held = self.read(Shelf::Media, KeyRange::Only(key)).await.ok()?.pop()?;
        let blob: Blob = held.dyn_into().ok()?;
        let bytes = JsFuture::from(blob.array_buffer()).await.ok()?;
        Some((blob.type_(), Uint8Array::new(&bytes).to_vec()))
    }

    pub async fn write(&self, changes: Vec<Write>) -> Result<(), StoreError> {
        write(self.connection().await?, changes).await.map_err(failed)
    }

    pub fn write_now(&self, changes: Vec<Write>) {
        if changes.is_empty() {
            return;
        }
        let database = self.database.borrow().clone();
        let mut writing = write(database, changes);
        // The first poll sends every request and the commit. A task that is only spawned would run after this event,
        // when a page that goes away may be gone.
        let mut context = Context::from_waker(Waker::noop());
        if writing.as_mut().poll(&mut context).is_pending() {
            // Nobody is left to be told.
            wasm_bindgen_futures::spawn_local(async { drop(writing.await) });
        }
    }

    pub fn stop_update(&self) {
        for transaction in self.updating.take() {
            // One that is being committed goes on.
            let _ = transaction.abort();
        }
    }

    pub async fn update(
        &self,
        places: Vec<Place>,
        durability: Durability,
        update: Update<'_>,
    ) -> Result<(), StoreError> {
        let database = self.connection().await?;
        let transaction =
            start(&database, places.iter().map(|(shelf, _)| *shelf), durability).map_err(failed)?;
        let own: IdbTransaction = transaction.as_sys().clone().unchecked_into();
        self.updating.borrow_mut().push(own.clone());
        // An error of `update` itself leaves the transaction uncommitted, which undoes it.
        let mut refused = None;
        let written = async {
            for (shelf, key) in places {
                let store = transaction.object_store(shelf.name())?;
                let held: Option<JsValue> = store.get(key.as_str()).primitive()?.await?;
                let text = held.as_ref().map(|held| held.as_string().unwrap_or_default());
                let text = match update(text.as_deref()) {
                    Ok(Outcome::Stays) => continue,
                    Ok(Outcome::Goes) => {
                        store.delete(key.as_str()).primitive()?;
                        continue;
                    }
                    Ok(Outcome::Becomes(text)) => text,
                    Ok(Outcome::Replaces(text)) => {
                        store.put(held.unwrap_or_default()).with_key(aside(&key)).primitive()?;
                        text
                    }
                    Err(error) => {
                        refused = Some(error);
                        return Ok(());
                    }
                };
                store.put(text).with_key(key).primitive()?;
            }
            transaction.commit().await
        };
        let written = written.await.map_err(failed);
        self.updating.borrow_mut().retain(|other| *other != own);
        written?;
        refused.map_or(Ok(()), Err)
    }
}

/// Opens the database. Where it is not there it is made, but only for a page that starts: one whose data was removed under it must not
/// say of the next key that it is saved, when all that belongs to it is gone. A connection makes way for a newer Taumahi, and for
/// whoever removes the site's data.
fn connect(name: &str, may_make: bool) -> Doing<'_, Database, StoreError> {
    Box::pin(async move {
        schema::open(name, may_make).await?;
        let database = Database::open(name).await.map_err(not_opened)?;
        schema::make_way(database.as_sys());
        Ok(database)
    })
}

/// A transaction that writes to these shelves.
fn start(
    database: &Database,
    shelves: impl Iterator<Item = Shelf>,
    durability: Durability,
) -> Result<Transaction<'_>, Error> {
    let mut names: Vec<&str> = Vec::new();
    for shelf in shelves {
        if !names.contains(&shelf.name()) {
            names.push(shelf.name());
        }
    }
    let durability = match durability {
        Durability::Relaxed => TransactionDurability::Relaxed,
        Durability::Strict => TransactionDurability::Strict,
    };
    database
        .transaction(names.as_slice())
        .with_mode(TransactionMode::Readwrite)
        .with_options(TransactionOptions::new().with_durability(durability))
        .build()
}

/// Sends every request before the first wait, so that one poll of this starts all of it.
fn write(database: Database, changes: Vec<Write>) -> Doing<'static, (), Error> {
    Box::pin(async move {
        let transaction = start(&database, changes.iter().map(Write::shelf), Durability::Strict)?;
        for change in changes {
            let store = transaction.object_store(change.shelf().name())?;
            match change {
                Write::Put { key, text, .. } => {
                    store.put(text).with_key(key).primitive()?;
                }
                Write::PutMedium { key, medium } => {
                    store.put(blob(&medium)?).with_key(key).primitive()?;
                }
                Write::Delete { from, to, .. } => {
                    store.delete::<String, _>(KeyRange::Bound(from, false, to, true)).primitive()?;
                }
            }
        }
        transaction.commit().await
    })
}

fn blob(medium: &Medium) -> Result<JsValue, Error> {
    let options = BlobPropertyBag::new();
    options.set_type(&medium.kind);
    let parts = Array::of1(&Uint8Array::from(medium.bytes.as_slice()));
    // Without room for it, it is as with a full disk.
    let blob = Blob::new_with_u8_array_sequence_and_options(&parts, &options);
    blob.map(JsValue::from).map_err(|_| Error::MissingData(UnexpectedDataError::TransactionAborted))
}

impl Write {
    fn shelf(&self) -> Shelf {
        match self {
            Self::Put { shelf, .. } | Self::Delete { shelf, .. } => *shelf,
            Self::PutMedium { .. } => Shelf::Media,
        }
    }
}

fn range(prefix: &str) -> KeyRange<String> {
    KeyRange::Bound(prefix.to_owned(), false, format!("{prefix}{LAST}"), true)
}

fn not_opened(error: OpenDbError) -> StoreError {
    match error {
        OpenDbError::Base(error) => failed(error),
        _ => StoreError::Failed(String::new()),
    }
}

/// The exception's name says enough; the library's own words for every error would bring 12 KB of number formatting to a phone.
fn failed(error: Error) -> StoreError {
    match error {
        Error::MissingData(UnexpectedDataError::TransactionAborted) => StoreError::Refused,
        Error::DomException(exception) => {
            let exception: &web_sys::DomException = exception.as_ref().unchecked_ref();
            match exception.name() {
                name if name == "QuotaExceededError" => StoreError::Refused,
                name => StoreError::Failed(name),
            }
        }
        _ => StoreError::Failed(String::new()),
    }
}
