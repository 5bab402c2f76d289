//! What a family sent, however a computer kept it: the file itself, text from a message, or a whole mail.

use base64::Engine;
use base64::alphabet;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};

/// The text of a file. Windows can save text as UTF-16, which starts with a mark.
pub fn text_of(bytes: &[u8]) -> String {
    let units = |bytes: &[u8], unit: fn([u8; 2]) -> u16| {
        let units: Vec<u16> = bytes.chunks_exact(2).map(|pair| unit([pair[0], pair[1]])).collect();
        String::from_utf16_lossy(&units)
    };
    match bytes {
        [0xff, 0xfe, rest @ ..] => units(rest, u16::from_le_bytes),
        [0xfe, 0xff, rest @ ..] => units(rest, u16::from_be_bytes),
        _ => String::from_utf8_lossy(bytes).into_owned(),
    }
}

/// Mail programs save a mail with its attachments as text in base64, under a line that says so.
pub(super) fn attachments(mail: &str) -> Vec<String> {
    let mut attachments = Vec::new();
    let mut lines = mail.lines();
    while let Some(line) = lines.next() {
        if !says_base64(line) {
            continue;
        }
        // The other headers of this part, up to the empty line.
        let body = lines.by_ref().skip_while(|line| !line.trim().is_empty()).skip(1);
        let encoded: String = body.take_while(|line| is_body(line)).map(str::trim).collect();
        attachments.extend(FORGIVING.decode(encoded).ok().map(|bytes| text_of(&bytes)));
    }
    attachments
}

fn says_base64(line: &str) -> bool {
    line.split_once(':').is_some_and(|(name, value)| {
        name.eq_ignore_ascii_case("Content-Transfer-Encoding") && value.trim().eq_ignore_ascii_case("base64")
    })
}

fn is_body(line: &str) -> bool {
    let line = line.trim();
    !line.is_empty() && !line.starts_with("--")
}

/// Reads base64 with its padding and without.
pub(super) const FORGIVING: GeneralPurpose = GeneralPurpose::new(
    &alphabet::STANDARD,
    GeneralPurposeConfig::new()
        .with_decode_padding_mode(DecodePaddingMode::Indifferent)
        .with_decode_allow_trailing_bits(true),
);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_from_windows_is_text() {
        let le: Vec<u8> = "\u{feff}Mārama".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let be: Vec<u8> = "\u{feff}Mārama".encode_utf16().flat_map(u16::to_be_bytes).collect();
        for bytes in [&le[..], &be, "Mārama".as_bytes()] {
            assert_eq!(text_of(bytes), "Mārama");
        }
        assert_eq!(text_of(&[0xff]), "\u{fffd}");
    }
}
