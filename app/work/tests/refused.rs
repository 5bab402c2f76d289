//! Files that nobody means well by are refused with a reason, and before they fill the computer's memory.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test says what is wrong by stopping")]

mod hostile;

use peak_alloc::PeakAlloc;
use work::result::{ResultDocument, ResultError, read_all, text_of};

#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

/// What a refusal may take beyond the file itself: less than the 50 MB that are promised, so that what makes it take more is known early.
const MOST: usize = 30 << 20;

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
        // In one text, as in a mail with two files.
        let (read, peak) = opened([hostile::good(), bytes].concat());
        println!("{name}: {} KB", peak >> 10);
        let is_so = matches!(&read[..], [Ok(_), Err(error)] if format!("{error:?}").starts_with(refusal));
        if !is_so {
            let errors: Vec<_> = read.iter().map(|read| read.as_ref().err()).collect();
            wrong.push(format!("{name} is {errors:?} and not {refusal}"));
        }
        if peak > MOST {
            wrong.push(format!("{name} took {} KB", peak >> 10));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}
