//! Files that nobody means well by are refused with a reason, and before they fill the computer's memory.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test says what is wrong by stopping")]

mod hostile;

use peak_alloc::PeakAlloc;
use work::result::{ResultDocument, ResultError, read_all, text_of};

#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

/// What a refusal may take beyond the file itself.
const MOST: usize = 50 << 20;

/// Opens a file, and gives back what came of it and the most memory that it took beyond the file.
fn opened(bytes: Vec<u8>) -> (Vec<Result<ResultDocument, ResultError>>, usize) {
    let before = MEMORY.current_usage();
    MEMORY.reset_peak_usage();
    let read = read_all(text_of(bytes));
    (read, MEMORY.peak_usage().saturating_sub(before))
}

/// One test, because memory is counted for the whole program.
#[test]
fn each_is_refused_with_a_reason_and_in_little_memory_and_keeps_no_other_out() {
    let mut wrong = Vec::new();
    for hostile::Hostile { name, refusal, bytes } in hostile::all() {
        let with_a_good_one = [hostile::good(), bytes.clone()].concat();
        let (read, peak) = opened(bytes);
        let errors: Vec<String> = read.iter().map(|read| format!("{:?}", read.as_ref().err())).collect();
        if errors.len() != 1 || !errors[0].starts_with(&format!("Some({refusal}")) {
            wrong.push(format!("{name}: {errors:?}"));
        }
        println!("{name}: {} KB", peak >> 10);
        if peak > MOST {
            wrong.push(format!("{name} took {} KB", peak >> 10));
        }
        let (both, _) = opened(with_a_good_one);
        if both.first().is_none_or(Result::is_err) || both.len() < 2 {
            wrong.push(format!("{name} keeps another from being read: {}", both.len()));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}
