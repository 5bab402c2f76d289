//! Any content as a result file has it, whatever it is: chance would not find the checksum.

use base64::Engine;
use base64::engine::general_purpose::STANDARD_NO_PAD;
use crc::{CRC_32_ISO_HDLC, Crc};

/// A file with this packed content.
pub fn armoured(packed: &[u8]) -> Vec<u8> {
    const CRC: Crc<u32> = Crc::<u32>::new(&CRC_32_ISO_HDLC);
    let (sum, base64) = (CRC.checksum(packed), STANDARD_NO_PAD.encode(packed));
    format!(
        "-----BEGIN TAUMAHI RESULT-----\nVersion: 1\nChecksum: {sum:08x}\n\n{base64}\n-----END TAUMAHI RESULT-----\n"
    )
    .into_bytes()
}
