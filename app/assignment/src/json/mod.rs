//! JSON for documents and records, small enough for a phone.
//!
//! serde's code is made anew for every type, for reading and again for writing: 73 of the 660 KB of home's program before it is
//! compressed. Here a type only lists its fields, by [`record!`](crate::record) and the like, and one reader and one writer go through them
//! (docs/decisions/0008). Computers read what strangers send with serde_json, whose errors say more; that both understand the same is
//! tested.

mod parse;
mod values;

pub use parse::Json;

/// A text that is not JSON of the expected shape.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not the JSON that was expected")]
pub struct JsonError;

/// What has a place in JSON. Only what starts from its default can be read.
pub trait InJson {
    /// Takes what was read; `false` when that is nothing for it.
    fn read(&mut self, json: Json) -> bool;

    /// Adds itself to a text.
    fn write(&self, text: &mut String);

    /// Whether it can be left out of its object.
    fn is_blank(&self) -> bool;
}

/// A field of an object: its name, and whether it can be left out. A name that ends in `?` can.
type Name = &'static str;

/// An object's fields, one after the other: [`record!`](crate::record) writes the list.
pub trait Record {
    /// Reads each from `fields`. `false` when one is missing, or is something else.
    fn read_fields(&mut self, fields: Fields) -> bool;

    /// Writes each.
    fn write_fields(&self, writing: &mut Writing<'_>);
}

/// The fields of an object that was read.
pub struct Fields(Vec<(String, Json)>);

impl Fields {
    /// Takes the field of this name into its place.
    #[inline(never)]
    pub fn take(&mut self, name: Name, place: &mut dyn InJson) -> bool {
        let plain = name.trim_end_matches('?');
        match self.0.iter_mut().find(|(known, _)| known == plain) {
            Some((_, json)) => place.read(std::mem::take(json)),
            // What can be left out stays as it is.
            None => plain.len() < name.len(),
        }
    }
}

/// An object that is being written.
pub struct Writing<'t> {
    text: &'t mut String,
    any: bool,
}

impl Writing<'_> {
    /// Writes a field, unless it can be left out and says nothing.
    #[inline(never)]
    pub fn put(&mut self, name: Name, value: &dyn InJson) {
        let plain = name.trim_end_matches('?');
        if plain.len() < name.len() && value.is_blank() {
            return;
        }
        self.text.push(if std::mem::replace(&mut self.any, true) { ',' } else { '{' });
        write_string(plain, self.text);
        self.text.push(':');
        value.write(self.text);
    }
}

/// Reads an object.
#[inline(never)]
pub fn read_record(record: &mut dyn Record, json: Json) -> bool {
    match json {
        Json::Object(fields) => record.read_fields(Fields(fields)),
        _ => false,
    }
}

/// Writes an object.
#[inline(never)]
pub fn write_record(record: &dyn Record, text: &mut String) {
    let mut writing = Writing { text, any: false };
    record.write_fields(&mut writing);
    if !writing.any {
        text.push('{');
    }
    text.push('}');
}

/// Writes an object with one field: how one of several kinds is told from the others.
#[inline(never)]
pub fn write_kind(kind: &str, value: &dyn InJson, text: &mut String) {
    text.push('{');
    write_string(kind, text);
    text.push(':');
    value.write(text);
    text.push('}');
}

/// Writes words in quotes.
#[inline(never)]
pub fn write_string(words: &str, text: &mut String) {
    text.push('"');
    for c in words.chars() {
        match c {
            '"' | '\\' => {
                text.push('\\');
                text.push(c);
            }
            '\n' => text.push_str("\\n"),
            ..' ' => {
                const DIGITS: &[u8; 16] = b"0123456789abcdef";
                let code = c as usize;
                text.push_str("\\u00");
                text.push(char::from(DIGITS[code >> 4]));
                text.push(char::from(DIGITS[code & 15]));
            }
            c => text.push(c),
        }
    }
    text.push('"');
}

/// Reads a value.
///
/// # Errors
/// [`JsonError`] when the text is anything else than one such value.
#[inline(never)]
pub fn read<T: InJson + Default>(text: &str) -> Result<T, JsonError> {
    let mut value = T::default();
    let is_read = parse::parse(text).is_some_and(|json| value.read(json));
    if is_read { Ok(value) } else { Err(JsonError) }
}

/// Writes a value, the same bytes for the same value.
pub fn write<T: InJson>(value: &T) -> String {
    let mut text = String::new();
    value.write(&mut text);
    text
}

/// Lists the fields of a type, which is an object in JSON: `record!(Head { id: "id", hash: "hash?" })`. A name that ends in `?` is
/// left out when the field says nothing, and need not be there.
#[macro_export]
macro_rules! record {
    ($type:ty { $($field:ident : $name:literal),+ $(,)? }) => {
        impl $crate::json::Record for $type {
            fn read_fields(&mut self, mut fields: $crate::json::Fields) -> bool {
                // All of them, whatever the first says: a way out after each would be code of its own.
                let mut all = true;
                $(all &= fields.take($name, &mut self.$field);)+
                all
            }

            fn write_fields(&self, writing: &mut $crate::json::Writing<'_>) {
                $(writing.put($name, &self.$field);)+
            }
        }

        impl $crate::json::InJson for $type {
            fn read(&mut self, json: $crate::json::Json) -> bool {
                $crate::json::read_record(self, json)
            }

            fn write(&self, text: &mut String) {
                $crate::json::write_record(self, text);
            }

            fn is_blank(&self) -> bool {
                false
            }
        }
    };
}

/// Says that a type is words in JSON: made from them by `TryFrom<String>`, and shown by `as_str`.
#[macro_export]
macro_rules! words {
    ($type:ty) => {
        impl $crate::json::InJson for $type {
            fn read(&mut self, json: $crate::json::Json) -> bool {
                let words = match json {
                    $crate::json::Json::Words(words) => words,
                    _ => return false,
                };
                match <$type>::try_from(words) {
                    Ok(value) => {
                        *self = value;
                        true
                    }
                    Err(_) => false,
                }
            }

            fn write(&self, text: &mut String) {
                $crate::json::write_string(&String::from(self.clone()), text);
            }

            fn is_blank(&self) -> bool {
                String::from(self.clone()).is_empty()
            }
        }
    };
}
