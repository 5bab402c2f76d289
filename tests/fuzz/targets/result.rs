//! Any bytes as a file that a family sent, and as what is packed in one.
#![no_main]

#[path = "../../../app/work/tests/holds/mod.rs"]
mod holds;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| holds::for_bytes(bytes));
