//! The interface's languages, each a small file that one phone loads.

use std::path::Path;

use language::{LanguageError, Phrases};

use crate::checkout::Checkout;
use crate::error::{Error, Result};
use crate::files;

use super::{Stage, counted};

/// The file that all others are translations of.
pub const ORIGINAL: &str = "locales/en.ftl";

/// Writes every language of `locales/` into the site, and says how many there are.
pub fn write_all(checkout: &Checkout, stage: &Stage) -> Result<String> {
    let original = read(&checkout.path(ORIGINAL))?;
    let mut count = 0;
    for path in files::all_in(&checkout.path("locales"))? {
        let Some(language) = path.file_stem().filter(|_| path.extension().is_some_and(|it| it == "ftl"))
        else {
            continue;
        };
        let phrases = read(&path)?;
        phrases.check_against(&original).map_err(unreadable(&path))?;
        files::write(&stage.folder.join("locales").join(language).with_extension("json"), phrases.to_json())?;
        count += 1;
    }
    Ok(counted(count, "language"))
}

/// Reads a language's file.
pub fn read(path: &Path) -> Result<Phrases> {
    Phrases::parse(&files::read_text(path)?).map_err(unreadable(path))
}

fn unreadable(path: &Path) -> impl FnOnce(LanguageError) -> Error {
    let path = path.to_owned();
    move |error| Error::Unreadable { path, problem: error.to_string() }
}
