//! The interface's languages, each a small file that one phone loads.

use std::collections::BTreeMap;

use language::Phrases;

use crate::checkout::Checkout;
use crate::error::{Error, Result};
use crate::files;

use super::Stage;

/// Writes every language of `locales/` into the site, and says how many there are.
pub fn write_all(checkout: &Checkout, stage: &Stage) -> Result<String> {
    let mut count = 0;
    for path in files::all_in(&checkout.path("locales"))? {
        let Some(language) = path.file_stem().filter(|_| path.extension().is_some_and(|it| it == "ftl")) else {
            continue;
        };
        let phrases = Phrases::parse(&files::read_text(&path)?)
            .map_err(|error| Error::Unreadable { path: path.clone(), problem: error.to_string() })?;
        let written = stage.folder.join("locales").join(language).with_extension("json");
        files::write(&written, phrases.to_json())?;
        count += 1;
    }
    Ok(format!("{count} languages"))
}

/// The English phrases without variables or plurals, by name: what a page can say before its program runs.
pub fn plain_english(stage: &Stage) -> Result<BTreeMap<String, String>> {
    let path = stage.folder.join("locales/en.json");
    let phrases: BTreeMap<String, serde_json::Value> = serde_json::from_slice(&files::read(&path)?)
        .map_err(|error| Error::Unreadable { path, problem: error.to_string() })?;
    Ok(phrases
        .into_iter()
        .filter_map(|(name, phrase)| Some((name, phrase.as_str()?.to_owned())))
        .collect())
}
