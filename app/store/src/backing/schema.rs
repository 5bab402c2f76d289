//! Making the database: its version and its object stores.

use js_sys::Promise;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{DomException, IdbDatabase, IdbFactory, IdbOpenDbRequest};

use crate::StoreError;
use crate::shelf::{SCHEMA, Shelf};

/// After how many milliseconds a database that does not open is given up.
const LATE: i32 = 8_000;

/// Opens the database of this name. What is missing is made, if it may be.
///
/// # Errors
/// [`StoreError::Unavailable`] where the browser keeps nothing, [`StoreError::Newer`] when it has a later version, and
/// [`StoreError::Failed`] or [`StoreError::Refused`] when the browser could not do it.
pub async fn open(name: &str, may_make: bool) -> Result<IdbDatabase, StoreError> {
    let factory = factory().ok_or_else(|| StoreError::Unavailable(String::new()))?;
    let request = factory.open_with_u32(name, u32::from(SCHEMA)).map_err(|error| not_made(&error))?;
    let upgrading = request.clone();
    let upgrade = Closure::once(move || {
        if may_make {
            make_shelves(&upgrading);
        } else if let Some(transaction) = upgrading.transaction() {
            // The request fails then, and no empty database is left behind.
            let _ = transaction.abort();
        }
    });
    request.set_onupgradeneeded(Some(upgrade.as_ref().unchecked_ref()));
    let opened = Promise::new(&mut |done, failed| {
        request.set_onsuccess(Some(&done));
        request.set_onerror(Some(&failed));
        // Another page may hold it up for ever, or the browser itself.
        if let Some(window) = web_sys::window() {
            let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(&failed, LATE);
        }
    });
    let opened = JsFuture::from(opened).await;
    match opened.ok().and_then(|_| database(&request)) {
        Some(database) => {
            make_way(&database);
            Ok(database)
        }
        None => {
            // One that comes after all would hold up a newer page.
            let late = request.clone();
            let close = Closure::<dyn Fn()>::new(move || {
                if let Some(database) = database(&late) {
                    database.close();
                }
            });
            request.set_onsuccess(Some(close.into_js_value().unchecked_ref()));
            Err(request.error().ok().flatten().map_or(StoreError::Refused, |error| not_made(&error)))
        }
    }
}

/// Lets a newer page change the database, or the browser remove it, while this page is open: both wait until all connections are closed.
fn make_way(database: &IdbDatabase) {
    let closing = database.clone();
    let close = Closure::<dyn Fn()>::new(move || closing.close());
    database.set_onversionchange(Some(close.into_js_value().unchecked_ref()));
}

/// `None` where there is none: an old browser, or a setting that forbids it.
fn factory() -> Option<IdbFactory> {
    web_sys::window()?.indexed_db().ok()?
}

fn make_shelves(request: &IdbOpenDbRequest) {
    let Some(database) = database(request) else { return };
    for shelf in Shelf::ALL {
        // One that is there already stays as it is. Another failure aborts the upgrade, and the request says so.
        let _ = database.create_object_store(shelf.name());
    }
}

fn database(request: &IdbOpenDbRequest) -> Option<IdbDatabase> {
    request.result().ok().map(JsCast::unchecked_into)
}

fn not_made(error: &JsValue) -> StoreError {
    let name = error.dyn_ref::<DomException>().map(DomException::name).unwrap_or_default();
    match name.as_str() {
        "VersionError" => StoreError::Newer,
        "QuotaExceededError" => StoreError::Refused,
        // A private window of an older Firefox, or a setting that forbids keeping.
        "InvalidStateError" | "SecurityError" => StoreError::Unavailable(name),
        _ => StoreError::Failed(name),
    }
}
