//! A few values, each with a name: an object in JSON, a short list in memory. A map's code would cost a phone 8 KB.

use std::fmt;
use std::marker::PhantomData;

use assignment::json::{InJson, Json, write_string};
use serde::de::{Deserializer, Error, MapAccess, Visitor};
use serde::ser::Serializer;
use serde::{Deserialize, Serialize};

/// More names than any question has. Each is looked for among those before it, so a file of millions would never end.
const MOST_NAMES: usize = 1_000;

/// Values by their names, in the order in which they were first put.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named<T>(Vec<(String, T)>);

impl<T> Named<T> {
    /// No values.
    pub const fn new() -> Self {
        Self(Vec::new())
    }

    /// The value of that name.
    pub fn get(&self, name: &str) -> Option<&T> {
        self.0.iter().find(|(known, _)| known == name).map(|(_, value)| value)
    }

    /// Puts a value in the place of the one of that name.
    pub fn put(&mut self, name: String, value: T) {
        match self.0.iter_mut().find(|(known, _)| *known == name) {
            Some((_, held)) => *held = value,
            None => self.0.push((name, value)),
        }
    }

    /// Takes out the value of that name.
    pub fn remove(&mut self, name: &str) {
        self.0.retain(|(known, _)| known != name);
    }

    /// The values.
    pub fn values(&self) -> impl Iterator<Item = &T> {
        self.0.iter().map(|(_, value)| value)
    }

    /// The names.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|(name, _)| name.as_str())
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl<T> Default for Named<T> {
    fn default() -> Self {
        Self::new()
    }
}

impl<T> FromIterator<(String, T)> for Named<T> {
    fn from_iter<I: IntoIterator<Item = (String, T)>>(values: I) -> Self {
        let mut named = Self::new();
        for (name, value) in values {
            named.put(name, value);
        }
        named
    }
}

impl<T: InJson + Default> InJson for Named<T> {
    fn read(&mut self, json: Json) -> bool {
        let Json::Object(fields) = json else { return false };
        if fields.len() > MOST_NAMES {
            return false;
        }
        fields.into_iter().all(|(name, json)| {
            let mut value = T::default();
            let is_read = value.read(json);
            self.put(name, value);
            is_read
        })
    }

    fn write(&self, text: &mut String) {
        text.push('{');
        for (at, (name, value)) in self.0.iter().enumerate() {
            if at > 0 {
                text.push(',');
            }
            write_string(name, text);
            text.push(':');
            value.write(text);
        }
        text.push('}');
    }

    fn is_blank(&self) -> bool {
        self.is_empty()
    }
}

impl<T: Serialize> Serialize for Named<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(name, value)| (name.as_str(), value)))
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Named<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(Entries(PhantomData))
    }
}

struct Entries<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for Entries<T> {
    type Value = Named<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut named = Named::new();
        while let Some(name) = map.next_key::<String>()? {
            // Which of the two was meant, nobody can know.
            if named.get(&name).is_some() {
                return Err(Error::custom("a name that is there twice"));
            }
            named.put(name, map.next_value()?);
            if named.0.len() > MOST_NAMES {
                return Err(Error::custom("too many names"));
            }
        }
        Ok(named)
    }
}

#[cfg(test)]
mod tests {
    use assignment::json;

    use super::*;

    #[test]
    fn it_is_an_object_for_every_reader() {
        let named: Named<String> = [("b \"ā\"", "1"), ("a", "2"), ("b \"ā\"", "3")]
            .into_iter()
            .map(|(name, value)| (name.to_owned(), value.to_owned()))
            .collect();
        let text = json::write(&named);
        assert_eq!(text, "{\"b \\\"ā\\\"\":\"3\",\"a\":\"2\"}");
        assert_eq!(json::read(&text), Ok(named.clone()));
        assert_eq!(serde_json::from_str::<Named<String>>(&text).unwrap(), named);
        assert_eq!(json::read("{}"), Ok(Named::<u32>::new()));
    }

    #[test]
    fn more_names_than_any_question_has_are_refused() {
        let object = |names: usize| {
            let entries: Vec<String> = (0..names).map(|n| format!("\"{n}\":1")).collect();
            format!("{{{}}}", entries.join(","))
        };
        assert!(json::read::<Named<u32>>(&object(MOST_NAMES)).is_ok());
        assert!(json::read::<Named<u32>>(&object(MOST_NAMES + 1)).is_err());
        assert!(serde_json::from_str::<Named<u32>>(&object(MOST_NAMES + 1)).is_err());
    }
}
