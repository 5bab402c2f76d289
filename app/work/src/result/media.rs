//! The photos and recordings of a result.

use base64::Engine;
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

/// Leaves out what no answer names, and what is not the picture or the sound that it says it is. The answers stay.
pub(super) fn drop_strange_media(result: &mut ResultDocument) {
    let media = std::mem::take(&mut result.media);
    let mut left: Vec<ResultMedium> = Vec::new();
    for medium in media {
        let is_named = result.captures().any(|id| id == medium.id);
        let is_there = left.iter().any(|other| other.id == medium.id);
        if is_named && !is_there && medium.medium().is_some() {
            left.push(medium);
        }
    }
    result.media = left;
}
