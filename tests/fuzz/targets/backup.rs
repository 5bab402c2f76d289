//! Any bytes as a copy of what is kept, which somebody puts back on a phone with work on it.
#![no_main]

#[path = "../../../app/store/tests/holds/mod.rs"]
mod holds;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| holds::for_bytes(bytes));
