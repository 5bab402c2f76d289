//! What a family sent, however a computer kept it: the file itself, text from a message, or a whole mail.

use std::io::Read;
use std::ops::Range;

use base64::alphabet;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};
use base64::read::DecoderReader;

use super::armour::is_dash;
use super::mend::is_invisible;
use super::only::Only;

/// The text of a file. Windows can save text as UTF-16, which starts with a mark. No text is longer than its file: a sign that is none, or
/// that a block never has, is another of fewer bytes.
pub fn text_of(bytes: Vec<u8>) -> String {
    match bytes[..] {
        [0xff, 0xfe, ..] => of_units(&bytes, u16::from_le_bytes),
        [0xfe, 0xff, ..] => of_units(&bytes, u16::from_be_bytes),
        _ => of_utf_8(bytes),
    }
}

fn of_utf_8(bytes: Vec<u8>) -> String {
    String::from_utf8(bytes).unwrap_or_else(|error| {
        let mut bytes = error.into_bytes();
        let mut from = 0;
        while let Err(error) = std::str::from_utf8(&bytes[from..]) {
            let wrong = from + error.valid_up_to();
            let end = error.error_len().map_or(bytes.len(), |length| wrong + length);
            bytes[wrong..end].fill(b'?');
            from = end;
        }
        String::from_utf8(bytes).unwrap_or_default()
    })
}

fn of_units(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> String {
    let mut text = String::with_capacity(bytes.len());
    let units = bytes.chunks_exact(2).skip(1).map(|pair| unit([pair[0], pair[1]]));
    let signs = char::decode_utf16(units).map(|sign| sign.unwrap_or('?'));
    text.extend(signs.filter(|c| !is_invisible(*c)).map(|c| match c {
        _ if c.len_utf8() < 3 => c,
        _ if is_dash(c) => '-',
        _ if c.is_whitespace() => ' ',
        _ => '?',
    }));
    text
}

/// Mail programs save a mail with its attachments as text in base64, under a line that says so. Takes them out of the mail.
pub(super) fn attachments(mail: &mut String) -> Vec<String> {
    let mut attachments = Vec::new();
    let mut taken = Vec::new();
    for body in bodies(mail) {
        // It may be all of a large file: it is not copied before it is known what it is.
        let encoded = Only(mail[body.clone()].as_bytes(), |byte: u8| !byte.is_ascii_whitespace());
        let mut bytes = Vec::with_capacity(body.len() / 4 * 3);
        if DecoderReader::new(encoded, &FORGIVING).read_to_end(&mut bytes).is_ok() {
            attachments.push(text_of(bytes));
            taken.push(body);
        }
    }
    if !taken.is_empty() {
        without(mail, &taken);
    }
    attachments
}

/// Each body in base64: it stands below the line that says so, the other headers of its part, and an empty line.
fn bodies(mail: &str) -> Vec<Range<usize>> {
    let mut bodies = Vec::new();
    let mut end = 0;
    let mut lines = mail.split_inclusive('\n').map(|line| {
        let start = end;
        end += line.len();
        (start..end, line)
    });
    while lines.any(|(_, line)| says_base64(line)) {
        let Some((gap, _)) = lines.find(|(_, line)| line.trim().is_empty()) else { break };
        let body = lines.by_ref().take_while(|(_, line)| is_body(line)).last();
        bodies.extend(body.map(|(last, _)| gap.end..last.end));
    }
    bodies
}

/// Takes these ranges out of a text, which keeps no room for them.
fn without(text: &mut String, ranges: &[Range<usize>]) {
    let mut bytes = std::mem::take(text).into_bytes();
    let length = bytes.len();
    let (mut end, mut from) = (0, 0);
    let mut keep_up_to = |to: usize, next: usize| {
        bytes.copy_within(from..to, end);
        end += to - from;
        from = next;
    };
    ranges.iter().for_each(|range| keep_up_to(range.start, range.end));
    keep_up_to(length, length);
    bytes.truncate(end);
    bytes.shrink_to_fit();
    *text = of_utf_8(bytes);
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
        for bytes in [le, be, "Mārama".into()] {
            assert_eq!(text_of(bytes), "Mārama");
        }
        assert_eq!(text_of(vec![0xff, b'a', 0xc3, b'b', 0xe2, 0x80]), "?a?b??");
    }
}
