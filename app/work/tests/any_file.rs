//! What the fuzzer has found in the reader of results, again.
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
    replay::replay("result", holds::for_bytes);
}
