//! The store in a real browser's IndexedDB, and its twin in memory in the same browser.
#![cfg(target_arch = "wasm32")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test says what is wrong by stopping"
)]

mod kept;

use indexed_db_futures::database::Database;
use indexed_db_futures::prelude::*;
use indexed_db_futures::transaction::TransactionMode;
use kept::{answer, given};
use store::{Durability, Store, StoreError};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use work::{Medium, Value};

wasm_bindgen_test_configure!(run_in_browser);

/// A new database of that name.
async fn fresh(name: &str) -> Store {
    Database::delete_by_name(name).unwrap().await.unwrap();
    Store::open(name).await.unwrap()
}

mod database {
    use super::*;

    macro_rules! run {
        ($attribute:meta, $test:ident) => {
            #[$attribute]
            async fn $test() {
                kept::$test(fresh(stringify!($test)).await).await;
            }
        };
    }

    every_test!(wasm_bindgen_test, run);
}

mod memory {
    use super::*;

    macro_rules! run {
        ($attribute:meta, $test:ident) => {
            #[$attribute]
            async fn $test() {
                kept::$test(Store::in_memory()).await;
            }
        };
    }

    every_test!(wasm_bindgen_test, run);
}

#[wasm_bindgen_test]
async fn what_was_kept_is_there_when_it_is_opened_again() {
    let store = fresh("again").await;
    kept::keep(&store, vec![given(answer("1", "halves", "a", "kept"))]).await;
    drop(store);
    let again = Store::open("again").await.unwrap();
    assert!(again.is_lasting());
    assert_eq!(again.answers("1").await.unwrap().records.len(), 1);
}

#[wasm_bindgen_test]
async fn a_photo_is_a_blob_and_anything_else_in_its_place_is_none() {
    let store = fresh("blob").await;
    let photo = Medium { id: "a1".into(), kind: "image/png".into(), bytes: vec![0, 1, 2] };
    kept::keep_photo(&store, "1", "halves", photo).await.unwrap();
    let database = Database::open("blob").await.unwrap();
    let transaction = database.transaction("media").build().unwrap();
    let kept: Option<JsValue> =
        transaction.object_store("media").unwrap().get("1/halves/a1").primitive().unwrap().await.unwrap();
    let blob: web_sys::Blob = kept.unwrap().dyn_into().unwrap();
    assert_eq!((blob.type_().as_str(), blob.size() as u32), ("image/png", 3));
    spoil("blob", "media", &[("1/halves/a1", "a text".into())]).await;
    assert_eq!(store.medium("1", "halves", "a1").await, None);
}

/// Writes into the database what Taumahi never would.
async fn spoil(name: &str, shelf: &str, records: &[(&str, JsValue)]) {
    let database = Database::open(name).await.unwrap();
    let transaction = database.transaction(shelf).with_mode(TransactionMode::Readwrite).build().unwrap();
    for (key, record) in records {
        transaction.object_store(shelf).unwrap().put(record).with_key(*key).primitive().unwrap();
    }
    transaction.commit().await.unwrap();
    // One that stays open holds up whoever changes the schema.
    database.close();
}

#[wasm_bindgen_test]
async fn a_damaged_record_costs_only_itself_and_stays_where_it_is() {
    let store = fresh("damaged").await;
    kept::keep(&store, vec![given(answer("1", "halves", "a", "good"))]).await;
    spoil("damaged", "answers", &[("1/halves/b", "{half a rec".into()), ("1/halves/c", 7.into())]).await;
    for _ in 0..2 {
        let kept = store.answers("1").await.unwrap();
        assert_eq!((kept.records.len(), kept.damaged), (1, 2));
    }
}

#[wasm_bindgen_test]
async fn a_damaged_record_is_put_aside_when_another_takes_its_place() {
    let store = fresh("aside").await;
    let damaged = [("1/halves/a/text", "{half a rec".into()), ("1/halves/b/text", 7.into())];
    spoil("aside", "answers", &damaged).await;
    assert_eq!(store.answers("1").await.unwrap().damaged, 2);
    kept::keep(&store, ["a", "b"].map(|ask| given(answer("1", "halves", ask, "new"))).to_vec()).await;
    let kept = store.answers("1").await.unwrap();
    assert_eq!((kept.records.len(), kept.damaged), (2, 0), "it is typed again");
    let database = Database::open("aside").await.unwrap();
    let transaction = database.transaction("answers").build().unwrap();
    let shelf = transaction.object_store("answers").unwrap();
    for (key, record) in damaged {
        let aside: Option<JsValue> = shelf.get(format!("\u{ffff}{key}")).primitive().unwrap().await.unwrap();
        assert_eq!(aside, Some(record));
    }
}

#[wasm_bindgen_test]
async fn what_is_no_text_among_the_earlier_versions_is_put_aside_too() {
    let store = fresh("aside earlier").await;
    let key = "1/halves/a/text";
    spoil("aside earlier", "earlier", &[(key, 7.into())]).await;
    for words in ["once upon a time", "x"] {
        kept::keep(&store, vec![given(answer("1", "halves", "a", words))]).await;
    }
    assert_eq!(store.earlier("1", "halves").await.unwrap().len(), 1);
    let database = Database::open("aside earlier").await.unwrap();
    let transaction = database.transaction("earlier").build().unwrap();
    let shelf = transaction.object_store("earlier").unwrap();
    let aside: Option<JsValue> = shelf.get(format!("\u{ffff}{key}")).primitive().unwrap().await.unwrap();
    assert_eq!(aside, Some(7.into()));
}

#[wasm_bindgen_test]
async fn what_is_noted_is_kept_though_the_database_did_not_take_the_note() {
    let store = fresh("parked").await;
    store.leave("tab", &[given(answer("1", "halves", "a", "last words"))]);
    let storage = || web_sys::window().unwrap().local_storage().unwrap().unwrap();
    let newer = "tab3\nz{\"newer\":1}";
    storage().set_item("parked tab3", newer).unwrap();
    storage().set_item("parked/a/class/of/its/own tab4", "tab4\nx").unwrap();
    // As when it had to wait for another tab until its own was gone.
    let database = Database::open("parked").await.unwrap();
    let transaction = database.transaction("journal").with_mode(TransactionMode::Readwrite).build().unwrap();
    transaction.object_store("journal").unwrap().clear().unwrap();
    transaction.commit().await.unwrap();
    database.close();
    assert_eq!(store.take_in().await, Ok(true));
    assert_eq!(store.answers("1").await.unwrap().records.len(), 1);
    assert_eq!(store.take_in().await, Ok(false));
    assert_eq!(storage().get_item("parked tab").unwrap(), None);
    assert_eq!(
        storage().get_item("parked tab3").unwrap().as_deref(),
        Some(newer),
        "it stays for a newer Taumahi"
    );
}

/// Something happens at the second `put` from now on.
fn at_the_second_put(what: &str) {
    let script = "{
        const put = IDBObjectStore.prototype.put;
        let left = 2;
        IDBObjectStore.prototype.put = function (...given) {
            if (--left) return put.apply(this, given);
            IDBObjectStore.prototype.put = put;
            WHAT
            return put.apply(this, given);
        };
    }";
    js_sys::eval(&script.replace("WHAT", what)).unwrap();
}

#[wasm_bindgen_test]
async fn of_a_write_that_fails_in_the_middle_nothing_is_kept() {
    let store = fresh("middle").await;
    let both = || ["a", "b"].map(|ask| given(answer("1", "halves", ask, "words"))).to_vec();
    let photo = |id: &str| Medium { id: id.into(), kind: "image/png".into(), bytes: vec![1] };
    for fault in ["throw new DOMException('', 'QuotaExceededError');", "this.transaction.abort();"] {
        at_the_second_put(fault);
        let kept = store.keep(both(), Durability::Relaxed).await;
        // After an abort it is the next request that fails.
        assert!(matches!(kept, Err(StoreError::Refused | StoreError::Failed(_))), "{kept:?}");
        assert!(store.answers("1").await.unwrap().records.is_empty());
        at_the_second_put(fault);
        assert!(kept::keep_photo(&store, "1", "halves", photo("a1")).await.is_err());
        assert_eq!(store.medium("1", "halves", "a1").await, None);
        assert_eq!(store.take_in().await, Ok(false), "no note is without its photo");
    }
    kept::keep(&store, both()).await;
    assert_eq!(store.answers("1").await.unwrap().records.len(), 2);
}

#[wasm_bindgen_test]
async fn what_the_browser_undoes_at_the_commit_is_not_kept() {
    let store = fresh("at the commit").await;
    // As a full disk does: every request was answered.
    let at_the_commit = || {
        let script = "{
            const commit = IDBTransaction.prototype.commit;
            IDBTransaction.prototype.commit = function () {
                IDBTransaction.prototype.commit = commit;
                this.abort();
            };
        }";
        js_sys::eval(script).unwrap();
    };
    at_the_commit();
    let words = vec![given(answer("1", "halves", "a", "words"))];
    assert_eq!(store.keep(words, Durability::Relaxed).await, Err(StoreError::Refused));
    at_the_commit();
    let photo = Medium { id: "a1".into(), kind: "image/png".into(), bytes: vec![1] };
    assert_eq!(kept::keep_photo(&store, "1", "halves", photo).await, Err(StoreError::Refused));
    assert!(store.answers("1").await.unwrap().records.is_empty());
    assert_eq!(store.take_in().await, Ok(false));
}

/// The browser closes the connection that is next used, as phones do with pages that were away.
fn close_the_next_connection() {
    let script = "{
        const begin = IDBDatabase.prototype.transaction;
        IDBDatabase.prototype.transaction = function (...stores) {
            IDBDatabase.prototype.transaction = begin;
            this.close();
            return begin.apply(this, stores);
        };
    }";
    js_sys::eval(script).unwrap();
}

#[wasm_bindgen_test]
async fn a_connection_that_the_browser_closed_is_made_anew() {
    let store = fresh("closed").await;
    kept::keep(&store, vec![given(answer("1", "halves", "a", "before"))]).await;
    close_the_next_connection();
    kept::keep(&store, vec![given(answer("1", "halves", "b", "after"))]).await;
    close_the_next_connection();
    assert_eq!(store.answers("1").await.unwrap().records.len(), 2);
}

#[wasm_bindgen_test]
async fn nothing_is_called_kept_after_everything_was_removed_under_the_page() {
    let store = fresh("removed").await;
    kept::keep(&store, vec![given(answer("1", "halves", "a", "before"))]).await;
    // This waits until the store makes way.
    Database::delete_by_name("removed").unwrap().await.unwrap();
    let change = given(answer("1", "halves", "b", "after"));
    assert!(matches!(store.keep(vec![change], Durability::Relaxed).await, Err(StoreError::Failed(_))));
    assert!(store.answers("1").await.is_err());
    let later = Store::open("removed").await.unwrap();
    assert!(later.answers("1").await.unwrap().records.is_empty());
}

#[wasm_bindgen_test]
async fn a_page_that_a_newer_one_has_overtaken_writes_nothing_more() {
    let store = fresh("overtaken").await;
    Database::open("overtaken").with_version(200_u8).await.unwrap().close();
    let change = given(answer("1", "halves", "a", "old"));
    assert_eq!(store.keep(vec![change], Durability::Relaxed).await, Err(StoreError::Newer));
}

#[wasm_bindgen_test]
async fn a_newer_database_is_not_touched() {
    Database::delete_by_name("newer").unwrap().await.unwrap();
    Database::open("newer").with_version(200_u8).await.unwrap().close();
    assert_eq!(Store::open("newer").await.err(), Some(StoreError::Newer));
}

/// What the browsers of earlier versions held, by shelf and key: written by the program as it was then, and never changed. The last is
/// of the version that writes today.
const VERSIONS: [&str; 3] = [
    include_str!("../../../tests/versions/store-1.json"),
    include_str!("../../../tests/versions/store-2.json"),
    include_str!("../../../tests/versions/store-3.json"),
];

/// The own fields of an object.
fn fields(object: &JsValue) -> Vec<(String, JsValue)> {
    let fields = js_sys::Object::entries(object.unchecked_ref());
    let field = |pair: JsValue| {
        let pair: js_sys::Array = pair.unchecked_into();
        (pair.get(0).as_string().unwrap(), pair.get(1))
    };
    fields.iter().map(field).collect()
}

/// A record as it was: a text, or a photo or a recording.
fn record(value: &JsValue) -> JsValue {
    let Some(text) = js_sys::Reflect::get(value, &"base64".into()).ok().and_then(|text| text.as_string())
    else {
        return value.clone();
    };
    let bytes: Vec<u8> = web_sys::window().unwrap().atob(&text).unwrap().chars().map(|c| c as u8).collect();
    let options = web_sys::BlobPropertyBag::new();
    options.set_type(&js_sys::Reflect::get(value, &"type".into()).unwrap().as_string().unwrap());
    let parts = js_sys::Array::of1(&js_sys::Uint8Array::from(bytes.as_slice()));
    web_sys::Blob::new_with_u8_array_sequence_and_options(&parts, &options).unwrap().into()
}

/// Makes the database of a version as it was.
async fn as_it_was(name: &str, version: u8, text: &str) {
    Database::delete_by_name(name).unwrap().await.unwrap();
    let shelves = fields(&js_sys::JSON::parse(text).unwrap());
    let names: Vec<String> = shelves.iter().map(|(shelf, _)| shelf.clone()).collect();
    let database = Database::open(name).with_version(version).with_on_upgrade_needed(move |_, database| {
        for shelf in names {
            database.create_object_store(&shelf).build()?;
        }
        Ok(())
    });
    database.await.unwrap().close();
    for (shelf, records) in shelves {
        let records: Vec<(String, JsValue)> =
            fields(&records).into_iter().map(|(key, value)| (key, record(&value))).collect();
        let records: Vec<(&str, JsValue)> =
            records.iter().map(|(key, value)| (key.as_str(), value.clone())).collect();
        spoil(name, &shelf, &records).await;
    }
}

#[wasm_bindgen_test]
async fn what_every_version_has_kept_is_here_and_goes_on() {
    const HANA: &str = "00c0ffee00c0ffee";
    for (version, text) in (1..).zip(VERSIONS) {
        let name = format!("version {version}");
        as_it_was(&name, version, text).await;
        // Twice: as it was, and as today's version has left it.
        for time in 0..2 {
            let store = Store::open(&name).await.unwrap();
            assert_eq!(store.take_in().await, Ok(time == 0), "what was noted: {name}");
            let children = store.profiles().await.unwrap();
            assert_eq!((children.damaged, children.records[0].name.as_str()), (0, "Hana"), "{name}");
            let works = store.works(HANA).await.unwrap();
            assert_eq!((works.damaged, works.records.len()), (0, 1), "{name}");
            assert!(works.records[0].finished.is_some() && works.records[0].sent.len() == 1, "{name}");
            let answers = store.answers_to(HANA, "one-of-each").await.unwrap();
            let count = if version == 1 { 13 } else { 18 } + time;
            assert_eq!((answers.damaged, answers.records.len()), (0, count), "{name}");
            let has = |value: Value| answers.records.iter().any(|answer| answer.value == value);
            assert!(has(Value::Number("-5".into())) && has(Value::Text("Ka pai tō mahi".into())), "{name}");
            let photo = store.medium(HANA, "one-of-each", "0193a1b2c3d00001").await;
            assert_eq!(photo.map(|photo| photo.bytes), (version > 1).then(|| vec![0, 1, 255]), "{name}");
            let earlier = store.earlier(HANA, "one-of-each").await.unwrap();
            assert_eq!(earlier.len(), usize::from(version > 2), "{name}");
            let new = answer(HANA, "one-of-each", "new", "today");
            kept::keep(&store, vec![given(new)]).await;
        }
    }
}
