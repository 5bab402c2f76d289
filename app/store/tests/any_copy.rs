//! What the fuzzer has found in the reader of copies, again.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test says what is wrong by stopping"
)]

mod holds;

use std::fs;
use std::path::Path;

#[test]
fn what_is_kept_is_read_again() {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fuzz/corpus/backup");
    let kept: Vec<_> = fs::read_dir(corpus).unwrap().map(|file| file.unwrap().path()).collect();
    assert!(kept.len() > 100, "the corpus is not where it was");
    for path in kept {
        let bytes = fs::read(&path).unwrap();
        let held = std::panic::catch_unwind(|| holds::for_bytes(&bytes));
        assert!(held.is_ok(), "{}", path.display());
    }
}

#[test]
fn a_copy_as_it_is_written_is_read() {
    holds::for_bytes(include_bytes!("copies/version-1.txt"));
}
