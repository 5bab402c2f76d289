//! JSON for documents and records. serde_json reads the same, with better errors and 40 KB more code; it is used where
//! files of strangers are read, on computers. A phone reads what this project has written.

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json_core::{de, ser};

/// A text that is not JSON of the expected shape, or a value that JSON cannot show.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not the JSON that was expected")]
pub struct JsonError;

/// Reads a value.
///
/// # Errors
/// [`JsonError`] when the text is anything else than one such value.
pub fn read<T: DeserializeOwned>(text: &str) -> Result<T, JsonError> {
    // Room for the longest string that has escapes in it.
    let mut unescaped = vec![0; text.len()];
    let (value, length) = de::from_str_escaped(text, &mut unescaped).map_err(|_| JsonError)?;
    if text[length..].trim().is_empty() { Ok(value) } else { Err(JsonError) }
}

/// Writes a value, the same bytes for the same value.
///
/// # Errors
/// [`JsonError`] when JSON cannot show it.
pub fn write<T: Serialize>(value: &T) -> Result<String, JsonError> {
    let mut room = vec![0; 1 << 10];
    loop {
        match ser::to_slice(value, &mut room) {
            Ok(length) => {
                room.truncate(length);
                return String::from_utf8(room).map_err(|_| JsonError);
            }
            Err(ser::Error::BufferFull) => room.resize(room.len() * 4, 0),
            Err(_) => return Err(JsonError),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_string_comes_back_and_serde_json_agrees() {
        let mut every: String = (0..0x300_u32).filter_map(char::from_u32).collect();
        every.push_str("\u{2028}\u{fffd}\u{1f600}\u{10ffff}\\u0041 \\n \"quoted\" </script>");
        let written = write(&vec![every.clone(), String::new(), "x".repeat(5_000)]).unwrap();
        let read_here: Vec<String> = read(&written).unwrap();
        let read_there: Vec<String> = serde_json::from_str(&written).unwrap();
        assert_eq!(read_here[0], every);
        assert_eq!(read_here, read_there);
        let elsewhere = serde_json::to_string(&every).unwrap();
        assert_eq!(read::<String>(&elsewhere), Ok(every));
    }

    #[test]
    fn spaces_escapes_and_unknown_fields_are_read() {
        let text = r#" { "a" : "\u0101\/\t" , "unknown" : [1, {"x": null}] , "b":"" } "#;
        #[derive(serde::Deserialize, PartialEq, Debug)]
        struct Two {
            a: String,
            b: String,
        }
        assert_eq!(read(text), Ok(Two { a: "ā/\t".into(), b: String::new() }));
    }

    #[test]
    fn anything_else_is_an_error() {
        for text in ["", "[", "[\"a\"", "[\"a\"] x", "\"a", "{}", "null", "[\"\\ud83d\"]", "[\"a\",]"] {
            assert_eq!(read::<Vec<String>>(text), Err(JsonError), "{text}");
        }
        assert_eq!(read::<u64>(&u64::MAX.to_string()), Ok(u64::MAX));
    }
}
