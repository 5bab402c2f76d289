//! Records in the browser's IndexedDB.
//!
//! Three hazards decide how this is written. A transaction that fails in the middle would commit what it has: it is aborted by hand. Awaiting
//! anything but the transaction's own requests lets the browser close it. And a full disk shows only at the commit, as an
//! abort: until that has been awaited, nothing has been kept.

use std::cell::RefCell;
use std::future::Future;
use std::pin::Pin;

use js_sys::{Array, Function, Object, Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Blob, BlobPropertyBag, DomException, IdbDatabase, IdbKeyRange, IdbObjectStore, IdbRequest, IdbTransaction,
};
use work::Medium;

use super::{Content, Outcome, Place, Update, Write, schema};
use crate::earlier;
use crate::shelf::{LAST, Shelf, aside};
use crate::{Durability, StoreError};

/// Something under way. Without the box, a phone would get its code again for everything that waits for it.
type Doing<'d, T> = Pin<Box<dyn Future<Output = Result<T, StoreError>> + 'd>>;

pub(crate) struct Browser {
    name: String,
    /// The connection. A browser may close it at any time: phones do when the page has been away for a while.
    database: RefCell<IdbDatabase>,
    /// The updates that are on their way.
    updating: RefCell<Vec<IdbTransaction>>,
}

impl Browser {
    /// Opens the database, and makes it where it is not there: only a page that starts may do that. One whose data was removed under it
    /// must not say of the next key that it is saved, when all that belongs to it is gone.
    pub async fn open(name: &str) -> Result<Self, StoreError> {
        let database = RefCell::new(schema::open(name, true).await?);
        Ok(Self { name: name.to_owned(), database, updating: RefCell::default() })
    }

    /// What the database is called.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The connection, made anew when the browser has closed it.
    fn connection(&self) -> Doing<'_, IdbDatabase> {
        Box::pin(async {
            let database = self.database.borrow().clone();
            // Only to see whether there can be one.
            if database.transaction_with_str(Shelf::Journal.name()).is_ok() {
                return Ok(database);
            }
            let database = schema::open(&self.name, false).await?;
            self.database.replace(database.clone());
            Ok(database)
        })
    }

    fn read(&self, shelf: Shelf, keys: Result<IdbKeyRange, JsValue>) -> Doing<'_, Array> {
        Box::pin(async move {
            let database = self.connection().await?;
            let transaction = database.transaction_with_str(shelf.name()).map_err(failed)?;
            let store = store(&transaction, shelf)?;
            let values =
                done(&store.get_all_with_key(&keys.map_err(failed)?.into()).map_err(failed)?).await?;
            Ok(values.unchecked_into())
        })
    }

    pub async fn read_under(&self, shelf: Shelf, prefix: &str) -> Result<Vec<Option<String>>, StoreError> {
        let mut end = prefix.to_owned();
        end.push(LAST);
        let values = self.read(shelf, range(prefix, &end)).await?;
        Ok(values.iter().map(|value| value.as_string()).collect())
    }

    /// What is there and is no `Blob` is damaged, and as good as gone; so is one whose file the browser has lost.
    pub async fn medium(&self, key: String) -> Option<Content> {
        let held = self.read(Shelf::Media, IdbKeyRange::only(&key.into())).await.ok()?;
        let blob: Blob = held.get(0).dyn_into().ok()?;
        let bytes = JsFuture::from(blob.array_buffer()).await.ok()?;
        Some((blob.type_(), Uint8Array::new(&bytes).to_vec()))
    }

    pub async fn write(&self, changes: Vec<Write>) -> Result<(), StoreError> {
        let transaction = write(&self.connection().await?, changes)?;
        committed(&transaction).await
    }

    /// Sends every request and the commit before it returns: after this event, a page that goes away may be gone.
    pub fn write_now(&self, changes: Vec<Write>) {
        if !changes.is_empty() {
            // Nobody is left to be told.
            let _ = write(&self.database.borrow(), changes);
        }
    }

    pub fn stop_update(&self) {
        for transaction in self.updating.take() {
            // One that is being committed goes on.
            let _ = transaction.abort();
        }
    }

    pub fn reconnect(&self) {
        self.stop_update();
        self.database.borrow().close();
    }

    pub async fn update(
        &self,
        places: Vec<Place>,
        durability: Durability,
        update: Update<'_>,
    ) -> Result<(), StoreError> {
        let database = self.connection().await?;
        let shelves = places.iter().map(|(shelf, _)| *shelf).chain([Shelf::Earlier]);
        let transaction = start(&database, shelves, durability)?;
        self.updating.borrow_mut().push(transaction.clone());
        let updated = rewrite(&transaction, places, update).await;
        self.updating.borrow_mut().retain(|other| *other != transaction);
        updated
    }
}

/// Rewrites one record after the other, all or none.
async fn rewrite(
    transaction: &IdbTransaction,
    places: Vec<Place>,
    update: Update<'_>,
) -> Result<(), StoreError> {
    let committed = committed(transaction);
    let rewritten = async {
        for (shelf, key) in places {
            let (store, at) = (store(transaction, shelf)?, JsValue::from(&key));
            let held = done(&store.get(&at).map_err(failed)?).await?;
            let text = (!held.is_undefined()).then(|| held.as_string().unwrap_or_default());
            let text = match update(text.as_deref())? {
                Outcome::Stays => continue,
                Outcome::Goes => {
                    store.delete(&at).map_err(failed)?;
                    continue;
                }
                Outcome::Becomes(text) => text,
                Outcome::Follows(text, version) => {
                    let all = self::store(transaction, Shelf::Earlier)?;
                    let past = done(&all.get(&at).map_err(failed)?).await?;
                    if !past.is_undefined() && !past.is_string() {
                        put(&all, &aside(&key), &past)?;
                    }
                    let versions = earlier::with(&past.as_string().unwrap_or_default(), &version);
                    put(&all, &key, &versions.into())?;
                    text
                }
                Outcome::Replaces(text) => {
                    put(&store, &aside(&key), &held)?;
                    text
                }
            };
            put(&store, &key, &text.into())?;
        }
        Ok(())
    };
    let rewritten = rewritten.await;
    end(transaction, rewritten.is_ok());
    rewritten?;
    committed.await
}

/// Commits a transaction, or undoes it.
#[expect(deprecated, reason = "web-sys calls `commit` so, for which the standard has no other name")]
fn end(transaction: &IdbTransaction, is_whole: bool) {
    // Where a browser knows no commit, the transaction commits when it has nothing more to do; one that has failed is over.
    let _ = if is_whole { transaction.commit() } else { transaction.abort() };
}

/// A transaction that writes to these shelves.
fn start(
    database: &IdbDatabase,
    shelves: impl Iterator<Item = Shelf>,
    durability: Durability,
) -> Result<IdbTransaction, StoreError> {
    let names = Array::new();
    // A name that is there twice counts once.
    for shelf in shelves {
        names.push(&shelf.name().into());
    }
    let durability = match durability {
        Durability::Relaxed => "relaxed",
        Durability::Strict => "strict",
    };
    let options = Object::new();
    // By its name, because web-sys does not know the durability yet.
    Reflect::set(&options, &"durability".into(), &durability.into()).map_err(failed)?;
    let begin: Function = Reflect::get(database, &"transaction".into()).map_err(failed)?.unchecked_into();
    let transaction = begin.call3(database, &names, &"readwrite".into(), &options).map_err(failed)?;
    Ok(transaction.unchecked_into())
}

/// Sends every request and the commit at once.
fn write(database: &IdbDatabase, changes: Vec<Write>) -> Result<IdbTransaction, StoreError> {
    let transaction = start(database, changes.iter().map(Write::shelf), Durability::Strict)?;
    let written = changes.into_iter().try_for_each(|change| {
        let store = store(&transaction, change.shelf())?;
        match change {
            Write::Put { key, text, .. } => put(&store, &key, &text.into()),
            Write::PutMedium { key, medium } => put(&store, &key, &blob(&medium)?),
            Write::Delete { from, to, .. } => {
                let keys = range(&from, &to).map_err(failed)?;
                store.delete(&keys).map(drop).map_err(failed)
            }
        }
    });
    end(&transaction, written.is_ok());
    written.map(|()| transaction)
}

impl Write {
    fn shelf(&self) -> Shelf {
        match self {
            Self::Put { shelf, .. } | Self::Delete { shelf, .. } => *shelf,
            Self::PutMedium { .. } => Shelf::Media,
        }
    }
}

fn store(transaction: &IdbTransaction, shelf: Shelf) -> Result<IdbObjectStore, StoreError> {
    transaction.object_store(shelf.name()).map_err(failed)
}

fn put(store: &IdbObjectStore, key: &str, record: &JsValue) -> Result<(), StoreError> {
    store.put_with_key(record, &key.into()).map(drop).map_err(failed)
}

fn blob(medium: &Medium) -> Result<JsValue, StoreError> {
    let options = BlobPropertyBag::new();
    options.set_type(&medium.kind);
    let parts = Array::of1(&Uint8Array::from(medium.bytes.as_slice()));
    let blob = Blob::new_with_u8_array_sequence_and_options(&parts, &options);
    blob.map(JsValue::from).map_err(failed)
}

/// The keys from one on and before another.
fn range(from: &str, to: &str) -> Result<IdbKeyRange, JsValue> {
    IdbKeyRange::bound_with_lower_open_and_upper_open(&from.into(), &to.into(), false, true)
}

/// Waits for a request.
async fn done(request: &IdbRequest) -> Result<JsValue, StoreError> {
    let answered = Promise::new(&mut |done, failed| {
        request.set_onsuccess(Some(&done));
        request.set_onerror(Some(&failed));
    });
    match JsFuture::from(answered).await {
        Ok(_) => request.result().map_err(failed),
        Err(_) => Err(refused(request.error().ok().flatten())),
    }
}

/// Waits until a transaction is committed. It listens from the call on, not only from the first wait.
fn committed(transaction: &IdbTransaction) -> Doing<'static, ()> {
    let ended = JsFuture::from(Promise::new(&mut |done, failed| {
        transaction.set_oncomplete(Some(&done));
        transaction.set_onabort(Some(&failed));
    }));
    let transaction = transaction.clone();
    Box::pin(async move { ended.await.map(drop).map_err(|_| refused(transaction.error())) })
}

fn failed(error: JsValue) -> StoreError {
    refused(error.dyn_into().ok())
}

/// The exception's name says enough. Without one, the browser has undone what was written.
fn refused(error: Option<DomException>) -> StoreError {
    match error.map(|error| error.name()) {
        None => StoreError::Refused,
        Some(name) if name == "QuotaExceededError" => StoreError::Refused,
        Some(name) => StoreError::Failed(name),
    }
}
