//! The interface's languages, each a small file that one phone loads.

use std::path::Path;

use language::{LanguageError, Phrases};

use crate::checkout::Checkout;
use crate::error::{Error, Result};
use crate::files;
use crate::progress::counted;

use super::Stage;

/// The file that all others are translations of.
pub const ORIGINAL: &str = "locales/en.ftl";

/// Where each app finds its languages, and which messages it never says: those of the other apps, those on paper, and those that the hook puts
/// into the pages.
const APPS: [(&str, &[&str]); 3] = [
    (
        "locales",
        &[
            "desk-",
            "kept-",
            "copy-",
            "paper-",
            "start-",
            "newer-",
            "installed-",
            "not-found-",
            "home-description",
        ],
    ),
    (
        "desk/locales",
        &["home-", "kept-", "copy-", "start-", "newer-", "installed-", "not-found-", "desk-description"],
    ),
    ("kept/locales", &["home-", "desk-", "paper-", "start-", "newer-", "installed-", "not-found-"]),
];

/// Writes every language of `locales/` into the site, and says how many there are.
pub fn write_all(checkout: &Checkout, stage: &Stage) -> Result<String> {
    let original = read(&checkout.path(ORIGINAL))?;
    let layout = original.layout();
    let mut count = 0;
    for path in files::all_in(&checkout.path("locales"))? {
        let Some(language) = path.file_stem().filter(|_| path.extension().is_some_and(|it| it == "ftl"))
        else {
            continue;
        };
        let phrases = read(&path)?;
        phrases.check_against(&original).map_err(unreadable(&path))?;
        for (folder, others) in APPS {
            let file = stage.folder.join(folder).join(language).with_extension("txt");
            files::write(&file, phrases.without(others).to_lines(&layout))?;
        }
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
