//! The simple values, and lists of them.

use super::{InJson, Json, write_string};

impl InJson for String {
    fn read(&mut self, json: Json) -> bool {
        match json {
            Json::Words(words) => {
                *self = words;
                true
            }
            _ => false,
        }
    }

    fn write(&self, text: &mut String) {
        write_string(self, text);
    }

    fn is_blank(&self) -> bool {
        self.is_empty()
    }
}

impl InJson for bool {
    fn read(&mut self, json: Json) -> bool {
        match json {
            Json::Flag(flag) => {
                *self = flag;
                true
            }
            _ => false,
        }
    }

    fn write(&self, text: &mut String) {
        text.push_str(if *self { "true" } else { "false" });
    }

    fn is_blank(&self) -> bool {
        !self
    }
}

impl InJson for u64 {
    fn read(&mut self, json: Json) -> bool {
        match json {
            Json::Number(number) => {
                *self = number;
                true
            }
            _ => false,
        }
    }

    fn write(&self, text: &mut String) {
        // Without the code that formats numbers in every way that Rust knows.
        if *self > 9 {
            (self / 10).write(text);
        }
        text.push(char::from(b'0' + (self % 10) as u8));
    }

    fn is_blank(&self) -> bool {
        *self == 0
    }
}

impl InJson for u32 {
    fn read(&mut self, json: Json) -> bool {
        let mut number = 0_u64;
        let is_read = number.read(json);
        match Self::try_from(number) {
            Ok(number) if is_read => {
                *self = number;
                true
            }
            _ => false,
        }
    }

    fn write(&self, text: &mut String) {
        u64::from(*self).write(text);
    }

    fn is_blank(&self) -> bool {
        *self == 0
    }
}

impl<T: InJson + Default> InJson for Option<T> {
    fn read(&mut self, json: Json) -> bool {
        if matches!(json, Json::Null) {
            *self = None;
            return true;
        }
        let mut value = T::default();
        let is_read = value.read(json);
        *self = Some(value);
        is_read
    }

    fn write(&self, text: &mut String) {
        match self {
            Some(value) => value.write(text),
            None => text.push_str("null"),
        }
    }

    fn is_blank(&self) -> bool {
        self.is_none()
    }
}

impl<T: InJson + Default> InJson for Box<T> {
    fn read(&mut self, json: Json) -> bool {
        T::read(self, json)
    }

    fn write(&self, text: &mut String) {
        T::write(self, text);
    }

    fn is_blank(&self) -> bool {
        T::is_blank(self)
    }
}

impl<T: InJson + Default> InJson for Vec<T> {
    fn read(&mut self, json: Json) -> bool {
        let Json::List(items) = json else { return false };
        items.into_iter().all(|json| {
            let mut item = T::default();
            let is_read = item.read(json);
            self.push(item);
            is_read
        })
    }

    fn write(&self, text: &mut String) {
        text.push('[');
        for (at, item) in self.iter().enumerate() {
            if at > 0 {
                text.push(',');
            }
            item.write(text);
        }
        text.push(']');
    }

    fn is_blank(&self) -> bool {
        self.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use crate::json::{JsonError, read, write};

    #[test]
    fn every_string_comes_back_and_serde_json_agrees() {
        let mut every: String = (0..0x300_u32).filter_map(char::from_u32).collect();
        every.push_str("\u{2028}\u{fffd}\u{1f600}\u{10ffff}\\u0041 \\n \"quoted\" </script>");
        let written = write(&vec![every.clone(), String::new(), "x".repeat(5_000)]);
        let read_here: Vec<String> = read(&written).unwrap();
        let read_there: Vec<String> = serde_json::from_str(&written).unwrap();
        assert_eq!(read_here[0], every);
        assert_eq!(read_here, read_there);
        let elsewhere = serde_json::to_string(&every).unwrap();
        assert_eq!(read::<String>(&elsewhere), Ok(every));
    }

    #[test]
    fn numbers_and_flags_come_back() {
        for number in [0, 9, 10, 1_795_000_000_000, u64::MAX] {
            assert_eq!(read::<u64>(&write(&number)), Ok(number));
            assert_eq!(write(&number), number.to_string());
        }
        assert_eq!(
            read::<Vec<Option<bool>>>(" [ true , null,false ] "),
            Ok(vec![Some(true), None, Some(false)])
        );
        assert_eq!(read::<u32>("4294967296"), Err(JsonError));
        assert_eq!(read::<u32>("-1"), Err(JsonError));
    }

    #[test]
    fn spaces_escapes_and_unknown_fields_are_read() {
        #[derive(Debug, Default, PartialEq)]
        struct Two {
            a: String,
            b: String,
        }
        crate::record!(Two { a: "a", b: "b?" });
        let text = r#" { "a" : "\u0101\/\t\ud83d\ude00" , "unknown" : [1.5, {"x": null}] , "b":"" } "#;
        assert_eq!(read(text), Ok(Two { a: "ā/\t😀".into(), b: String::new() }));
        assert_eq!(read(r#"{"a":"x"}"#), Ok(Two { a: "x".into(), b: String::new() }));
        assert_eq!(write(&Two { a: "x".into(), b: String::new() }), r#"{"a":"x"}"#);
        for bad in ["{}", r#"{"a":1}"#, r#"{"a":"x","b":1}"#, "[]", "null"] {
            assert_eq!(read::<Two>(bad), Err(JsonError), "{bad}");
        }
    }

    #[test]
    fn anything_else_is_an_error() {
        for text in ["", "[", "[\"a\"", "[\"a\"] x", "\"a", "{}", "null", "[\"\\ud83d\"]", "[\"a\",]"] {
            assert_eq!(read::<Vec<String>>(text), Err(JsonError), "{text}");
        }
    }
}
