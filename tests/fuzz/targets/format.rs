//! Any bytes as a teacher's file.
#![no_main]

#[path = "../../../app/assignment/tests/holds/mod.rs"]
mod holds;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| holds::for_text(&String::from_utf8_lossy(bytes)));
