//! Reads again what the fuzzer has found and a target's corpus keeps. The tests of the crates that read it take this in by its path.

use std::fs;
use std::panic::{RefUnwindSafe, catch_unwind};
use std::path::Path;

/// Every input of a target, each of which has to hold.
pub fn replay(target: &str, holds: impl Fn(&[u8]) + RefUnwindSafe) {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fuzz/corpus").join(target);
    let kept: Vec<_> = fs::read_dir(corpus).unwrap().map(|file| file.unwrap().path()).collect();
    assert!(kept.len() > 100, "the corpus is not where it was");
    for path in kept {
        let bytes = fs::read(&path).unwrap();
        assert!(catch_unwind(|| holds(&bytes)).is_ok(), "{}", path.display());
    }
}
