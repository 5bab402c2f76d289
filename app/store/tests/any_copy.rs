//! What the fuzzer has found in the reader of copies, again.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test says what is wrong by stopping"
)]

mod holds;
#[path = "../../../tests/fuzz/replay.rs"]
mod replay;

#[test]
fn what_is_kept_is_read_again() {
    replay::replay("backup", holds::for_bytes);
}

#[test]
fn a_copy_as_it_is_written_is_read() {
    holds::for_bytes(include_bytes!("copies/version-1.txt"));
}
