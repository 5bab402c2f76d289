//! What holds for every file that is opened as a result, whatever is in it. The kept corpus and the fuzzer both call this.

use base64::Engine;
use base64::engine::general_purpose::STANDARD_NO_PAD;
use crc::{CRC_32_ISO_HDLC, Crc};
use work::result::{Label, ResultDocument, pack_stored, read_all, text_of, write};

/// Reads bytes as a file, and as what is packed in one, and panics when anything does not hold.
pub fn for_bytes(bytes: &[u8]) {
    for_file(bytes.to_vec());
    for_file(armoured(bytes));
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

/// Content as a result file has it, whatever the content is: chance would not find the checksum.
fn armoured(content: &[u8]) -> Vec<u8> {
    const CRC: Crc<u32> = Crc::<u32>::new(&CRC_32_ISO_HDLC);
    let packed = pack_stored(content);
    let (sum, base64) = (CRC.checksum(&packed), STANDARD_NO_PAD.encode(&packed));
    format!("-BEGIN TAUMAHI RESULT-\nVersion: 1\nChecksum: {sum:08x}\n{base64}\n-END TAUMAHI RESULT-")
        .into_bytes()
}
