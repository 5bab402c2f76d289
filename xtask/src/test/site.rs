//! The site that the tests look at, and whether it is what the sources make today.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use crate::build;
use crate::checkout::Checkout;
use crate::dist;
use crate::error::{Error, Result};
use crate::files;
use crate::tools::Tools;

use super::Outcome;
use super::steps::outcome;

/// What a site is made of.
const SOURCES: [&str; 9] = [
    "app",
    "assignments",
    "locales",
    "public",
    "xtask/src/hook",
    "Cargo.lock",
    "Cargo.toml",
    "Trunk.toml",
    "rust-toolchain.toml",
];

/// Builds the site.
pub fn build(checkout: &Checkout) -> Result<Outcome> {
    let (tools, site) = (Tools::to_release(checkout)?, checkout.tested_site()?);
    dist::prepare(&site)?;
    // The steps after this one must not find the site of an earlier build when this one fails.
    files::remove_all(&site)?;
    // What is changed from now on may not be in it.
    files::write(&begun(&site), "")?;
    outcome(&mut build::command(checkout, &tools, &site, None)?)
}

/// The site that was built, if there is one and no source is newer.
pub fn built(checkout: &Checkout) -> Result<PathBuf> {
    let site = checkout.tested_site()?;
    let sources: Vec<PathBuf> = SOURCES.iter().map(|source| checkout.path(source)).collect();
    let advice = "`cargo xtask test --only build` builds it";
    let problem = match changed(&begun(&site)).filter(|_| site.join("index.html").is_file()) {
        None => Some(format!("there is no site in it. {advice}")),
        Some(begun) => newer(&sources, begun)?
            .map(|source| format!("the site is older than {}. {advice}", source.display())),
    };
    match problem {
        None => Ok(site),
        Some(problem) => Err(Error::Unreadable { path: site, problem }),
    }
}

/// A file beside the site, as old as the build's beginning.
fn begun(site: &Path) -> PathBuf {
    site.with_extension("begun")
}

/// A source that was changed after a moment.
fn newer(sources: &[PathBuf], moment: SystemTime) -> Result<Option<PathBuf>> {
    for source in sources {
        let newer = files::all_in(source)?.into_iter().find(|file| changed(file) > Some(moment));
        if newer.is_some() {
            return Ok(newer);
        }
    }
    Ok(None)
}

fn changed(path: &Path) -> Option<SystemTime> {
    fs::metadata(path).and_then(|metadata| metadata.modified()).ok()
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    #[test]
    fn a_source_that_was_changed_later_is_found() {
        let place = tempfile::tempdir().unwrap();
        let sources = [place.path().join("app"), place.path().join("Cargo.toml")];
        for source in ["app/home/main.rs", "app/home/lib.rs", "Cargo.toml"] {
            files::write(&place.path().join(source), "").unwrap();
        }
        let later = SystemTime::now() + Duration::from_secs(60);
        assert_eq!(newer(&sources, later).unwrap(), None);
        let lib = place.path().join("app/home/lib.rs");
        let file = fs::File::options().write(true).open(&lib).unwrap();
        file.set_modified(later + Duration::from_secs(60)).unwrap();
        assert_eq!(newer(&sources, later).unwrap(), Some(lib));
    }

    #[test]
    fn the_sources_are_there() {
        for source in SOURCES {
            assert!(Checkout::here().path(source).exists(), "{source}");
        }
    }
}
