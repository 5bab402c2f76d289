//! The photos and recordings of a result.

use std::collections::HashSet;

use base64::Engine;
use serde::de::{Deserializer, IgnoredAny};
use serde::{Deserialize, Serialize};

use super::ResultDocument;
use super::letter::FORGIVING;
use crate::Medium;

/// A photo or a recording, as a result carries it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ResultMedium {
    /// The id that an answer names.
    pub id: String,
    /// Its media type.
    #[serde(rename = "type")]
    pub kind: String,
    /// Its bytes in base64.
    pub data: String,
}

assignment::record!(ResultMedium { id: "id", kind: "type", data: "data" });

impl ResultMedium {
    /// The medium itself; `None` when it is not one that a result can have, or not base64.
    pub fn medium(&self) -> Option<Medium> {
        let bytes = FORGIVING.decode(&self.data).ok().filter(|bytes| !bytes.is_empty())?;
        Medium::is_known(&self.kind).then(|| Medium { id: self.id.clone(), kind: self.kind.clone(), bytes })
    }
}

/// As many media as there are, with nothing in them.
pub(super) fn count<'de, D: Deserializer<'de>>(media: D) -> Result<Vec<ResultMedium>, D::Error> {
    let media = Vec::<IgnoredAny>::deserialize(media)?;
    Ok(vec![ResultMedium::default(); media.len()])
}

/// What stands in the place of a medium.
#[derive(Deserialize)]
#[serde(untagged)]
pub(super) enum Entry {
    Medium(ResultMedium),
    Strange(IgnoredAny),
}

impl Entry {
    pub fn medium(self) -> Option<ResultMedium> {
        match self {
            Self::Medium(medium) => Some(medium),
            Self::Strange(_) => None,
        }
    }
}

/// Leaves out what no answer names, and what is not the picture or the sound that it says it is. The answers stay.
pub(super) fn drop_strange_media(result: &mut ResultDocument) {
    let media = std::mem::take(&mut result.media);
    let mut named: HashSet<&str> = result.captures().collect();
    // The first of several of one id is the one.
    let left = media
        .into_iter()
        .filter(|medium| named.remove(medium.id.as_str()) && medium.medium().is_some())
        .collect();
    result.media = left;
}
