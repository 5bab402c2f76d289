//! Undoes what mail programs and messages do to a text: HTML, quoted-printable, signs that nobody sees.
//!
//! Nothing here has to be exact. What stands around a block is for people, the block's content is letters and digits that none of
//! this touches, and its checksum finds out when something went wrong.

use super::letter::text_of;

/// A tag that is longer than this is no tag, but a text with a `<` in it.
const LONGEST_TAG: usize = 1_000;

/// The longest name or number between `&` and `;`.
const LONGEST_ENTITY: usize = 8;

/// The text with tags as line ends, entities and quoted-printable as the signs they mean, and no invisible signs. No sign is longer than
/// what it stands for, so it is mended in its own place: it may be as large as a file can be.
pub(super) fn mended(text: String) -> String {
    let mut bytes = text.into_bytes();
    let (mut at, mut end) = (0, 0);
    while let Some((&first, after)) = bytes.get(at..).and_then(<[u8]>::split_first) {
        let found = match first {
            b'<' => tag(after),
            b'&' => entity(after),
            b'=' => quoted(after),
            _ => invisible(first, after),
        };
        if let Some(Found { means, length }) = found {
            at += 1 + length;
            if let Some(sign) = means {
                let mut place = [0; 4];
                let sign = sign.encode_utf8(&mut place).as_bytes();
                bytes[end..end + sign.len()].copy_from_slice(sign);
                end += sign.len();
            }
        } else {
            bytes[end] = first;
            end += 1;
            at += 1;
        }
    }
    bytes.truncate(end);
    text_of(bytes)
}

/// What was found in the place of a sign: the one that it means, if any, and how many bytes belong to it after the first.
struct Found {
    means: Option<char>,
    length: usize,
}

fn tag(after: &[u8]) -> Option<Found> {
    let opens = after.first().is_some_and(|b| b.is_ascii_alphabetic() || matches!(b, b'/' | b'!'));
    let end = after.iter().take(LONGEST_TAG).position(|b| matches!(b, b'<' | b'>'))?;
    // A child may have typed a `<` that no `>` belongs to: the block that follows is no part of a tag.
    let is_tag = opens && after[end] == b'>' && !after[..end].windows(7).any(|word| word == b"TAUMAHI");
    is_tag.then_some(Found { means: Some('\n'), length: end + 1 })
}

fn entity(after: &[u8]) -> Option<Found> {
    let end = after.iter().take(LONGEST_ENTITY + 1).position(|b| *b == b';')?;
    let name = std::str::from_utf8(&after[..end]).ok()?;
    if !name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'#') {
        return None;
    }
    let number = match name.strip_prefix('#') {
        Some(number) => match number.strip_prefix(['x', 'X']) {
            Some(hexadecimal) => u32::from_str_radix(hexadecimal, 16).ok(),
            None => number.parse().ok(),
        },
        None => None,
    };
    let sign = match name {
        "plus" => '+',
        "sol" => '/',
        "gt" => '>',
        _ => number.and_then(char::from_u32).unwrap_or(' '),
    };
    Some(Found { means: Some(sign).filter(|c| !is_invisible(*c)), length: end + 1 })
}

/// Quoted-printable (RFC 2045, 6.7): `=` at the end of a line joins it with the next, `=20` is a space.
fn quoted(after: &[u8]) -> Option<Found> {
    let spaces = after.iter().take_while(|b| matches!(b, b' ' | b'\t')).count();
    for end in [&b"\r\n"[..], b"\n", b"\r"] {
        if after[spaces..].starts_with(end) {
            return Some(Found { means: None, length: spaces + end.len() });
        }
    }
    let digits = after.get(..2).and_then(|digits| std::str::from_utf8(digits).ok())?;
    let byte = u8::from_str_radix(digits, 16).ok()?;
    // Else it is part of a letter that is no part of a block.
    Some(Found { means: byte.is_ascii().then(|| char::from(byte)), length: 2 })
}

/// A sign that nobody sees.
fn invisible(first: u8, after: &[u8]) -> Option<Found> {
    let length = match first {
        0 => 0,
        // The first bytes of those that can be one: U+00AD, U+20.. and U+FEFF.
        0xc2 => 1,
        0xe2 | 0xef => 2,
        _ => return None,
    };
    let mut sign = [first, 0, 0];
    sign[1..=length].copy_from_slice(after.get(..length)?);
    let c = std::str::from_utf8(&sign[..=length]).ok()?.chars().next()?;
    is_invisible(c).then_some(Found { means: None, length })
}

pub(super) fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}' | '\u{feff}' | '\0')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mended_of(text: &str) -> String {
        mended(text.to_owned())
    }

    #[test]
    fn what_programs_add_is_taken_away() {
        assert_eq!(mended_of("a<br>b<span\nclass=\"x\">c</span>"), "a\nb\nc\n");
        assert_eq!(mended_of("&gt; a&nbsp;b&#43;c&#x2F;d&#8203;e &amp"), "> a b+c/d".to_owned() + "e &amp");
        assert_eq!(mended_of("ab=\r\ncd=20=\nef=3D=C2=A0g"), "abcd ef=g");
        assert_eq!(mended_of("a\u{200b}b\u{ad}c\u{feff}"), "abc");
    }

    #[test]
    fn what_a_child_types_stays() {
        assert_eq!(mended_of("2 < 3 <3 a & b = c; x<y"), "2 < 3 <3 a & b = c; x<y");
        let typed = "x <y\n-----BEGIN TAUMAHI RESULT-----\n> ";
        assert_eq!(mended_of(typed), typed);
    }
}
