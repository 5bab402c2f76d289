//! What holds for every file that is opened as a result, whatever is in it. The kept corpus and the fuzzer both call this.

use work::result::{Label, ResultDocument, pack_stored, read_all, text_of, write};

#[path = "../armoured/mod.rs"]
mod armour;

/// Reads bytes as a file, and as what is packed in one, and panics when anything does not hold.
pub fn for_bytes(bytes: &[u8]) {
    for_file(bytes.to_vec());
    for_file(armour::armoured(&pack_stored(bytes)));
}

/// A result that was read is written and read again just as it was, whatever its words are.
fn for_file(bytes: Vec<u8>) {
    for read in read_all(text_of(bytes)) {
        match read {
            Ok(result) => comes_back(&result),
            Err(error) => assert!(!error.to_string().is_empty()),
        }
    }
}

fn comes_back(result: &ResultDocument) {
    let written = write(result, &|label: Label| format!("{label:?}"));
    // Its words are above the block, and may look like another.
    let again = read_all(written);
    assert!(again.iter().any(|read| read.as_ref() == Ok(result)), "{result:?} came back as {again:?}");
}
