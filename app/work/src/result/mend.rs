//! Undoes what mail programs and messages do to a text: HTML, quoted-printable, signs that nobody sees.
//!
//! Nothing here has to be exact. What stands around a block is for people, the block's content is letters and digits that none of
//! this touches, and its checksum finds out when something went wrong.

/// A tag that is longer than this is no tag, but a text with a `<` in it.
const LONGEST_TAG: usize = 1_000;

/// The longest name or number between `&` and `;`.
const LONGEST_ENTITY: usize = 8;

/// The text with tags as line ends, entities and quoted-printable as the signs they mean, and no invisible signs.
pub(super) fn mended(text: &str) -> String {
    let mut mended = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let after = &rest[c.len_utf8()..];
        let (sign, length) = match c {
            '<' => tag(after),
            '&' => entity(after),
            '=' => quoted(after),
            c if is_invisible(c) => (None, 0),
            c => (Some(c), 0),
        };
        mended.extend(sign);
        rest = &after[length..];
    }
    mended
}

/// A sign, if any, that stands for what was found, and how many bytes after the first sign belong to it.
type Found = (Option<char>, usize);

fn tag(after: &str) -> Found {
    let opens = after.starts_with(|c: char| c.is_ascii_alphabetic() || c == '/' || c == '!');
    let end = after.bytes().take(LONGEST_TAG).position(|b| b == b'<' || b == b'>');
    match end {
        // A child may have typed a `<` that no `>` belongs to: the block that follows is no part of a tag.
        Some(end) if opens && after.as_bytes()[end] == b'>' && !after[..end].contains("TAUMAHI") => {
            (Some('\n'), end + 1)
        }
        _ => (Some('<'), 0),
    }
}

fn entity(after: &str) -> Found {
    let Some(end) = after.bytes().take(LONGEST_ENTITY + 1).position(|b| b == b';') else {
        return (Some('&'), 0);
    };
    let name = &after[..end];
    if !name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'#') {
        return (Some('&'), 0);
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
    (Some(sign).filter(|c| !is_invisible(*c)), end + 1)
}

/// Quoted-printable (RFC 2045, 6.7): `=` at the end of a line joins it with the next, `=20` is a space.
fn quoted(after: &str) -> Found {
    let line = after.trim_start_matches([' ', '\t']);
    let spaces = after.len() - line.len();
    for end in ["\r\n", "\n", "\r"] {
        if line.starts_with(end) {
            return (None, spaces + end.len());
        }
    }
    match after.get(..2).and_then(|digits| u8::from_str_radix(digits, 16).ok()) {
        Some(byte) if byte.is_ascii() => (Some(char::from(byte)), 2),
        // Part of a letter that is no part of a block.
        Some(_) => (None, 2),
        None => (Some('='), 0),
    }
}

fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}' | '\u{feff}' | '\0')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_programs_add_is_taken_away() {
        assert_eq!(mended("a<br>b<span\nclass=\"x\">c</span>"), "a\nb\nc\n");
        assert_eq!(mended("&gt; a&nbsp;b&#43;c&#x2F;d&#8203;e &amp"), "> a b+c/d".to_owned() + "e &amp");
        assert_eq!(mended("ab=\r\ncd=20=\nef=3D=C2=A0g"), "abcd ef=g");
        assert_eq!(mended("a\u{200b}b\u{ad}c\u{feff}"), "abc");
    }

    #[test]
    fn what_a_child_types_stays() {
        assert_eq!(mended("2 < 3 <3 a & b = c; x<y"), "2 < 3 <3 a & b = c; x<y");
        let typed = "x <y\n-----BEGIN TAUMAHI RESULT-----\n> ";
        assert_eq!(mended(typed), typed);
    }
}
