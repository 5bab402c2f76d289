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
use store::{Store, StoreError};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

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
async fn a_damaged_record_costs_only_itself_and_stays_where_it_is() {
    let store = fresh("damaged").await;
    kept::keep(&store, vec![given(answer("1", "halves", "a", "good"))]).await;
    let database = Database::open("damaged").await.unwrap();
    let transaction = database.transaction("answers").with_mode(TransactionMode::Readwrite).build().unwrap();
    {
        let shelf = transaction.object_store("answers").unwrap();
        shelf.put("{half a rec").with_key("1/halves/b").primitive().unwrap();
        shelf.put(7_u8).with_key("1/halves/c").primitive().unwrap();
    }
    transaction.commit().await.unwrap();
    for _ in 0..2 {
        let kept = store.answers("1").await.unwrap();
        assert_eq!((kept.records.len(), kept.damaged), (1, 2));
    }
}

#[wasm_bindgen_test]
async fn a_newer_database_is_not_touched() {
    Database::delete_by_name("newer").unwrap().await.unwrap();
    Database::open("newer").with_version(200_u8).await.unwrap().close();
    assert_eq!(Store::open("newer").await.err(), Some(StoreError::Newer));
}
