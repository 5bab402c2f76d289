//! What a site was made from, so that making the same again takes no time.

use std::env;
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};

use crate::checkout::Checkout;
use crate::command::quietly;
use crate::error::Result;
use crate::files;

/// What a site is made of, beside its assignments. What is not there is not in it.
const SOURCES: [&str; 9] = [
    ".cargo",
    "app",
    "locales",
    "public",
    "xtask",
    "Cargo.lock",
    "Cargo.toml",
    "Trunk.toml",
    "rust-toolchain.toml",
];

/// The parts of `xtask` that look at a site and have no hand in making it.
const ONLY_LOOK: [&str; 4] =
    ["xtask/src/test", "xtask/src/serve", "xtask/src/bench.rs", "xtask/src/budgets.rs"];

/// What variables begin with that change what Cargo makes.
const VARIABLES: [&str; 6] =
    ["CARGO_BUILD_", "CARGO_ENCODED_", "CARGO_PROFILE_", "CARGO_TARGET_WASM32_", "RUSTC", "RUSTFLAGS"];

/// Cargo's settings, in each folder that the checkout is in and in Cargo's own.
const SETTINGS: [&str; 2] = ["config.toml", "config"];

/// All that a site is made from: sources, assignments, compiler and settings, as one number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MadeFrom(u64);

impl MadeFrom {
    /// What a site would be made from now. The versions of tools are in the sources.
    pub fn now(checkout: &Checkout, assignments: &Path) -> Result<Self> {
        let mut hasher = DefaultHasher::new();
        quietly(checkout.command("rustc").arg("-vV"))?.hash(&mut hasher);
        let mut variables: Vec<_> = env::vars_os()
            .filter(|(name, _)| VARIABLES.iter().any(|start| name.to_string_lossy().starts_with(start)))
            .collect();
        variables.sort();
        variables.hash(&mut hasher);
        let root = checkout.path("");
        for settings in settings_around(&root) {
            hash_all(&settings, std::slice::from_ref(&settings), &mut hasher)?;
        }
        hash_sources(&root, &mut hasher)?;
        hash_all(assignments, &files::all_in(assignments)?, &mut hasher)?;
        Ok(Self(hasher.finish()))
    }

    /// Whether the site in a folder was made from this, and nothing in it was changed since.
    pub fn made(self, checkout: &Checkout, site: &Path) -> Result<bool> {
        let noted = fs::read_to_string(note(checkout, site)?);
        Ok(site.is_dir() && noted.is_ok_and(|noted| self.entry(site).is_ok_and(|entry| entry == noted)))
    }

    /// Notes that the site in a folder was made from this. The note stands outside of what is published.
    pub fn note(self, checkout: &Checkout, site: &Path) -> Result<()> {
        files::write(&note(checkout, site)?, self.entry(site)?)
    }

    fn entry(self, site: &Path) -> Result<String> {
        let mut hasher = DefaultHasher::new();
        hash_all(site, &files::all_in(site)?, &mut hasher)?;
        Ok(format!("{:016x} made {:016x}\n", self.0, hasher.finish()))
    }
}

/// The files with Cargo's settings that are not in the checkout itself.
fn settings_around(root: &Path) -> Vec<PathBuf> {
    let own = env::var_os("CARGO_HOME").map(PathBuf::from);
    let own = own.or_else(|| env::home_dir().map(|home| home.join(".cargo")));
    let folders = root.ancestors().skip(1).map(|folder| folder.join(".cargo")).chain(own);
    let files = folders.flat_map(|folder| SETTINGS.map(|name| folder.join(name)));
    files.filter(|file| file.is_file()).collect()
}

/// Takes in the sources below a checkout's root.
fn hash_sources(root: &Path, hasher: &mut DefaultHasher) -> Result<()> {
    let only_look = ONLY_LOOK.map(|path| root.join(path));
    let makes = |file: &&PathBuf| !only_look.iter().any(|part| file.starts_with(part));
    for source in SOURCES.map(|source| root.join(source)).iter().filter(|source| source.exists()) {
        hash_all(root, files::all_in(source)?.iter().filter(makes), hasher)?;
    }
    Ok(())
}

/// Where the note about a site is kept.
fn note(checkout: &Checkout, site: &Path) -> Result<PathBuf> {
    let mut hasher = DefaultHasher::new();
    files::absolute(site)?.hash(&mut hasher);
    Ok(checkout.target()?.join("made-sites").join(format!("{:016x}", hasher.finish())))
}

/// Takes in names and contents, so that a renamed file counts too.
fn hash_all<'a>(
    folder: &Path,
    all: impl IntoIterator<Item = &'a PathBuf>,
    hasher: &mut DefaultHasher,
) -> Result<()> {
    for file in all {
        (file.strip_prefix(folder).unwrap_or(file), files::read(file)?).hash(hasher);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A folder with assignments and one with a site.
    fn place() -> tempfile::TempDir {
        let place = tempfile::tempdir().unwrap();
        for file in ["assignments/kites.md", "site/index.html", "site/app/home.wasm"] {
            files::write(&place.path().join(file), file).unwrap();
        }
        place
    }

    /// Notes a site, changes something, and says whether the site still counts as made from what there is.
    fn still_made(change: impl Fn(&Path)) -> bool {
        let (checkout, place) = (Checkout::here(), place());
        let site = place.path().join("site");
        let now = || MadeFrom::now(&checkout, &place.path().join("assignments")).unwrap();
        assert!(!now().made(&checkout, &site).unwrap(), "nobody has noted it");
        now().note(&checkout, &site).unwrap();
        change(place.path());
        let made = now().made(&checkout, &site).unwrap();
        files::remove(&note(&checkout, &site).unwrap()).unwrap();
        made
    }

    #[test]
    fn a_site_that_was_made_from_the_same_need_not_be_made_again() {
        assert!(still_made(|_| {}));
        assert!(still_made(|place| files::write(&place.join("elsewhere.md"), "").unwrap()));
    }

    #[test]
    fn whatever_is_changed_on_either_side_it_is_made_again() {
        let changes: [fn(&Path); 7] = [
            |place| files::write(&place.join("assignments/kites.md"), "changed").unwrap(),
            |place| files::write(&place.join("assignments/tea.md"), "").unwrap(),
            |place| fs::rename(place.join("assignments/kites.md"), place.join("assignments/k.md")).unwrap(),
            |place| files::write(&place.join("site/index.html"), "changed").unwrap(),
            |place| files::write(&place.join("site/notes.txt"), "").unwrap(),
            |place| files::remove(&place.join("site/app/home.wasm")).unwrap(),
            |place| files::remove_all(&place.join("site")).unwrap(),
        ];
        for (number, change) in changes.into_iter().enumerate() {
            assert!(!still_made(change), "change {number}");
        }
    }

    #[test]
    fn a_picture_behind_a_link_counts() {
        assert!(!still_made(|place| {
            let pictures = place.join("pictures");
            files::write(&pictures.join("kite.jpg"), "").unwrap();
            std::os::unix::fs::symlink(&pictures, place.join("assignments/media")).unwrap();
        }));
    }

    fn hash_of_sources(root: &Path) -> u64 {
        let mut hasher = DefaultHasher::new();
        hash_sources(root, &mut hasher).unwrap();
        hasher.finish()
    }

    #[test]
    fn each_source_counts_and_what_only_looks_does_not() {
        let place = tempfile::tempdir().unwrap();
        let file = |source: &str| match source.contains('.') && !source.starts_with('.') {
            true => place.path().join(source),
            false => place.path().join(source).join("file"),
        };
        for source in SOURCES.iter().chain(&ONLY_LOOK) {
            files::write(&file(source), "").unwrap();
        }
        let before = hash_of_sources(place.path());
        for source in ONLY_LOOK {
            files::write(&file(source), "changed").unwrap();
            assert_eq!(hash_of_sources(place.path()), before, "{source}");
        }
        for source in SOURCES {
            files::write(&file(source), "changed").unwrap();
            assert_ne!(hash_of_sources(place.path()), before, "{source}");
            files::write(&file(source), "").unwrap();
        }
        files::write(&place.path().join("README.md"), "").unwrap();
        assert_eq!(hash_of_sources(place.path()), before);
    }

    #[test]
    fn the_sources_are_there() {
        for source in SOURCES.iter().chain(&ONLY_LOOK) {
            assert!(Checkout::here().path(source).exists(), "{source}");
        }
    }
}
