//! What a family sent, however the teacher's computer kept it: the file itself, text from a message, or a whole mail.

use base64::Engine;
use base64::alphabet;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};
use work::result::{ResultDocument, ResultError, read_all};

/// Every result in a text. A text without any is one [`ResultError::Foreign`].
pub fn results(text: &str) -> Vec<Result<ResultDocument, ResultError>> {
    let texts = std::iter::once(text.to_owned()).chain(attachments(text));
    let found: Vec<_> =
        texts.flat_map(|text| read_all(&text)).filter(|read| *read != Err(ResultError::Foreign)).collect();
    if found.is_empty() { vec![Err(ResultError::Foreign)] } else { found }
}

/// The text of a file. Windows can save text as UTF-16, which starts with a mark.
pub fn text(bytes: &[u8]) -> String {
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
fn attachments(mail: &str) -> Vec<String> {
    let mut attachments = Vec::new();
    let mut lines = mail.lines();
    while let Some(line) = lines.next() {
        if !says_base64(line) {
            continue;
        }
        // The other headers of this part, up to the empty line.
        let body = lines.by_ref().skip_while(|line| !line.trim().is_empty()).skip(1);
        let encoded: String = body.take_while(|line| is_body(line)).map(str::trim).collect();
        attachments.extend(FORGIVING.decode(encoded).ok().map(|bytes| text(&bytes)));
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

const FORGIVING: GeneralPurpose = GeneralPurpose::new(
    &alphabet::STANDARD,
    GeneralPurposeConfig::new()
        .with_decode_padding_mode(DecodePaddingMode::Indifferent)
        .with_decode_allow_trailing_bits(true),
);

#[cfg(test)]
mod tests {
    use work::result::{Label, write};

    use super::*;
    use crate::made_up::result;

    fn sent(student: &str) -> String {
        write(&result(student, "Mārama", "halves", 1), &|label: Label| format!("{label:?}"))
    }

    fn students(text: &str) -> Vec<Result<String, ResultError>> {
        results(text).into_iter().map(|read| read.map(|result| result.student.id)).collect()
    }

    fn mail(parts: &[&str]) -> String {
        let mut mail = "From: Aroha\r\nContent-Type: multipart/mixed; boundary=\"b\"\r\n\r\n".to_owned();
        for part in parts {
            mail +=
                "--b\r\nContent-Type: text/plain; name=\"x.txt\"\r\nContent-Transfer-Encoding: BASE64\r\n";
            mail += "Content-Disposition: attachment\r\n\r\n";
            for line in FORGIVING.encode(part).as_bytes().chunks(76) {
                mail += &format!("{}\r\n", String::from_utf8_lossy(line));
            }
        }
        mail + "--b--\r\n"
    }

    #[test]
    fn a_text_of_a_message_is_read() {
        assert_eq!(
            students(&format!("Kia ora!\n{}\n{}", sent("1"), sent("2"))),
            [Ok("1".into()), Ok("2".into())]
        );
        assert_eq!(students("Kia ora!"), [Err(ResultError::Foreign)]);
    }

    #[test]
    fn a_saved_mail_gives_up_its_attachments() {
        let mail = mail(&["Kia ora, here it is", &sent("1"), &sent("2"), "a picture"]);
        assert_eq!(students(&mail), [Ok("1".into()), Ok("2".into())]);
    }

    #[test]
    fn a_mail_without_a_result_is_foreign_and_a_cut_one_says_so() {
        assert_eq!(students(&mail(&["Kia ora"])), [Err(ResultError::Foreign)]);
        let cut = sent("1");
        let cut = &cut[..cut.len() - 40];
        assert_eq!(students(&mail(&[cut])), [Err(ResultError::Truncated)]);
    }

    #[test]
    fn text_from_windows_is_text() {
        let le: Vec<u8> = "\u{feff}Mārama".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let be: Vec<u8> = "\u{feff}Mārama".encode_utf16().flat_map(u16::to_be_bytes).collect();
        assert_eq!(
            (text(&le), text(&be), text("Mārama".as_bytes())),
            ("Mārama".into(), "Mārama".into(), "Mārama".into())
        );
        assert_eq!(text(&[0xff]), "\u{fffd}");
    }
}
