//! The store in memory, on any machine.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test says what is wrong by stopping"
)]

mod kept;

use store::Store;

macro_rules! run {
    ($attribute:meta, $test:ident) => {
        #[$attribute]
        fn $test() {
            pollster::block_on(kept::$test(Store::in_memory()));
        }
    };
}

every_test!(test, run);

#[test]
fn it_says_that_it_does_not_last() {
    assert!(!Store::in_memory().is_lasting());
}
