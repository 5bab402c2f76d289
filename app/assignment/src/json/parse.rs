//! A text to a tree of JSON.

use std::iter::Peekable;
use std::str::Chars;

/// Nothing of ours is nested deeper; a stranger's text must not use up the stack.
const DEEPEST: usize = 32;

/// A value.
#[derive(Debug, Default)]
pub enum Json {
    /// `null`, or a number that nothing here has: a fraction or a negative one.
    #[default]
    Null,
    /// `true` or `false`.
    Flag(bool),
    /// A whole number.
    Number(u64),
    /// A string.
    Words(String),
    /// An array.
    List(Vec<Json>),
    /// An object, its fields as they stand.
    Object(Vec<(String, Json)>),
}

impl Json {
    /// An object with one field.
    pub fn kind(self) -> Option<(String, Self)> {
        match self {
            Self::Object(mut fields) if fields.len() == 1 => fields.pop(),
            _ => None,
        }
    }
}

/// Reads a text that is one value.
pub(super) fn parse(text: &str) -> Option<Json> {
    let mut reader = Reader { rest: text.chars().peekable(), depth: 0 };
    let value = reader.value()?;
    reader.skip_spaces();
    reader.rest.next().is_none().then_some(value)
}

struct Reader<'t> {
    rest: Peekable<Chars<'t>>,
    depth: usize,
}

impl Reader<'_> {
    fn skip_spaces(&mut self) {
        while self.rest.next_if(|c| matches!(c, ' ' | '\t' | '\n' | '\r')).is_some() {}
    }

    fn next(&mut self) -> Option<char> {
        self.skip_spaces();
        self.rest.next()
    }

    fn value(&mut self) -> Option<Json> {
        match self.next()? {
            '"' => self.words().map(Json::Words),
            '[' => {
                let mut items = Vec::new();
                self.inside(']', |reader| {
                    items.push(reader.value()?);
                    Some(())
                })?;
                Some(Json::List(items))
            }
            '{' => {
                let mut fields = Vec::new();
                self.inside('}', |reader| {
                    let name = if reader.next()? == '"' { reader.words()? } else { return None };
                    let value = if reader.next()? == ':' { reader.value()? } else { return None };
                    fields.push((name, value));
                    Some(())
                })?;
                Some(Json::Object(fields))
            }
            first => self.plain(first),
        }
    }

    /// What stands between a bracket and the one that closes it, with commas between.
    fn inside(&mut self, end: char, mut item: impl FnMut(&mut Self) -> Option<()>) -> Option<()> {
        self.depth += 1;
        if self.depth > DEEPEST {
            return None;
        }
        self.skip_spaces();
        if self.rest.next_if_eq(&end).is_none() {
            loop {
                item(self)?;
                match self.next()? {
                    ',' => {}
                    next if next == end => break,
                    _ => return None,
                }
            }
        }
        self.depth -= 1;
        Some(())
    }

    /// A number or a word.
    fn plain(&mut self, first: char) -> Option<Json> {
        let mut word = String::from(first);
        while let Some(c) = self.rest.next_if(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.')) {
            word.push(c);
        }
        match word.as_str() {
            "null" => Some(Json::Null),
            "true" => Some(Json::Flag(true)),
            "false" => Some(Json::Flag(false)),
            _ if !matches!(first, '0'..='9' | '-') => None,
            _ => Some(word.parse().map_or(Json::Null, Json::Number)),
        }
    }

    /// What stands behind a quotation mark, up to the next.
    fn words(&mut self) -> Option<String> {
        let mut words = String::new();
        loop {
            match self.rest.next()? {
                '"' => return Some(words),
                '\\' => words.push(self.escaped()?),
                c if c < ' ' => return None,
                c => words.push(c),
            }
        }
    }

    fn escaped(&mut self) -> Option<char> {
        Some(match self.rest.next()? {
            'n' => '\n',
            't' => '\t',
            'r' => '\r',
            'b' => '\u{8}',
            'f' => '\u{c}',
            'u' => return self.by_code(),
            c @ ('"' | '\\' | '/') => c,
            _ => return None,
        })
    }

    /// A character by its code, or by two halves of one.
    fn by_code(&mut self) -> Option<char> {
        let code = self.code()?;
        if !(0xd800..0xdc00).contains(&code) {
            return char::from_u32(code);
        }
        let is_half = self.rest.next()? == '\\' && self.rest.next()? == 'u';
        let low = if is_half { self.code()?.checked_sub(0xdc00)? } else { return None };
        (low < 0x400).then(|| char::from_u32(0x1_0000 + ((code - 0xd800) << 10) + low)).flatten()
    }

    fn code(&mut self) -> Option<u32> {
        let mut code = 0;
        for _ in 0..4 {
            code = code * 16 + self.rest.next()?.to_digit(16)?;
        }
        Some(code)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn depth_has_an_end() {
        let nested = |depth: usize| "[".repeat(depth) + &"]".repeat(depth);
        assert!(parse(&nested(DEEPEST)).is_some());
        assert!(parse(&nested(DEEPEST + 1)).is_none());
        assert!(parse(&"[".repeat(1_000_000)).is_none());
        assert!(parse(&format!("[{}]", vec![nested(DEEPEST - 1); 50].join(","))).is_some(), "side by side");
    }

    #[test]
    fn what_is_no_json_is_nothing() {
        for text in [
            "",
            "{",
            "[1,]",
            "{\"a\"}",
            "{\"a\":}",
            "{a:1}",
            "nul",
            "1 2",
            "\"\n\"",
            "\"\\x\"",
            "\"\\ud83d\"",
            "x1",
        ] {
            assert!(parse(text).is_none(), "{text}");
        }
        assert!(matches!(parse("-1.5e3"), Some(Json::Null)), "nothing of ours is such a number");
    }
}
