//! What Trunk calls after it has built home: adds all else that the site needs to Trunk's staging folder.
//!
//! It runs inside `cargo xtask build` and `serve`, and inside plain `trunk build` and `trunk serve` too.

mod editor;
mod fingerprint;
mod languages;
mod names;
mod offline;
mod page;
mod policy;
mod programs;
mod scripts;
mod styles;
mod templates;
mod unused;

use std::env;
use std::path::{Path, PathBuf};

use crate::assignments::{self, Compiling};
use crate::checkout::{ADDRESS, Checkout};
use crate::command::run;
use crate::error::{Error, Result};
use crate::files;
use crate::progress::counted;
use crate::small_std;
use crate::tools::Tools;
use crate::trunk;

pub use offline::{Keeper, WORKER, list};

/// The build that Trunk has called the hook in.
struct Stage {
    /// Where the site is being put together. Trunk moves it to `dist/` when the hook has succeeded.
    folder: PathBuf,
    /// The site of the build before.
    last: PathBuf,
    /// Whether this is a release build.
    release: bool,
    /// Where `cargo xtask serve` is serving the site, which then compiles the assignments itself.
    address: Option<String>,
}

impl Stage {
    fn from_env() -> Result<Self> {
        let folder = |name: &str| {
            env::var_os(name).map(PathBuf::from).ok_or_else(|| {
                Error::NotPassed(format!(
                    "{name} is not set: Trunk calls this command. Run `cargo xtask build` or `cargo xtask serve`"
                ))
            })
        };
        Ok(Self {
            folder: folder("TRUNK_STAGING_DIR")?,
            last: folder("TRUNK_DIST_DIR")?,
            release: env::var_os("TRUNK_PROFILE").is_some_and(|profile| profile == "release"),
            address: env::var(ADDRESS).ok(),
        })
    }

    /// The site's own pages: those of the programs, and what is shown when something is missing. The assignments on paper are not
    /// among them: they are made whole, and a teacher's words in them are only words.
    fn pages(&self) -> Result<Vec<PathBuf>> {
        let on_paper = self.folder.join("assignments");
        let is_page = |path: &PathBuf| is_html(path) && !path.starts_with(&on_paper);
        Ok(files::all_in(&self.folder)?.into_iter().filter(is_page).collect())
    }
}

fn is_html(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension == "html")
}

/// Completes the site in Trunk's staging folder.
pub fn complete(checkout: &Checkout) -> Result<()> {
    let stage = Stage::from_env()?;
    OTHERS.iter().try_for_each(|program| other(checkout, &stage, program))?;
    editor::bundle(checkout, &stage)?;
    templates::copy_all(checkout, &stage)?;
    let assignments = assignments(checkout, &stage)?;
    let languages = languages::write_all(checkout, &stage)?;
    page::fill_all(checkout, &stage)?;
    styles::join_all(&stage)?;
    policy::write_all(checkout, &stage)?;
    programs::shrink_all(checkout, &stage)?;
    scripts::minify_all(checkout, &stage)?;
    fingerprint::rename_all(&stage)?;
    refuse_sources(&stage.folder)?;
    offline::complete(&stage)?;
    match assignments {
        Some(assignments) => println!("Built home, the desk, {languages} and {assignments}."),
        None => println!("Built home, the desk and {languages}."),
    }
    if let Some(address) = &stage.address {
        println!("Home is at {address} and the desk at {address}desk/.");
    }
    Ok(())
}

/// Compiles the assignments into the site, and says how many there are. Those of a site that is being served are compiled whenever one
/// is saved, so only the program for it has to be as new as its source.
fn assignments(checkout: &Checkout, stage: &Stage) -> Result<Option<String>> {
    if stage.address.is_some() {
        assignments::program(checkout)?;
        return Ok(None);
    }
    let compiling = Compiling {
        source: &checkout.assignments(),
        out: &stage.folder.join("assignments"),
        last: &stage.last.join("assignments"),
        is_release: stage.release,
        saved: &[],
    };
    let count = compiling.run(assignments::by_cargo(checkout))?;
    Ok(Some(counted(count, "assignment")))
}

/// The programs beside home, each in a folder of its name.
const OTHERS: [&str; 2] = ["desk", "kept"];

/// Trunk cannot make two programs of one page, so each of the others is a build of its own inside home's.
fn other(checkout: &Checkout, stage: &Stage, program: &str) -> Result<()> {
    let mut command = trunk::command(checkout, &Tools::inherited())?;
    let config = format!("app/{program}/Trunk.toml");
    command.args(["build", "--config", &config, "--dist"]).arg(stage.folder.join(program));
    if stage.release {
        command.arg("--release");
        small_std::inherit(checkout, &mut command)?;
    }
    run(&mut command)
}

/// Sources hold notes that only the teacher may read, and nobody needs to download them.
fn refuse_sources(site: &Path) -> Result<()> {
    let source = files::all_in(site)?.into_iter().find(|file| {
        file.extension().is_some_and(|extension| {
            ["ftl", "md", "rs", "toml", "ts"].iter().any(|source| extension == *source)
        })
    });
    match source {
        Some(path) => Err(Error::Unreadable {
            path,
            problem: "a source file must not be published. Remove it from the folder it was copied from"
                .to_owned(),
        }),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_assignment_on_paper_is_no_page_of_the_sites_own() {
        let site = tempfile::tempdir().unwrap();
        for path in ["index.html", "desk/index.html", "app/home.js", "assignments/kites.1.html"] {
            files::write(&site.path().join(path), "{{ title }}").unwrap();
        }
        let stage =
            Stage { folder: site.path().to_owned(), last: PathBuf::new(), release: true, address: None };
        let pages = ["desk/index.html", "index.html"].map(|path| site.path().join(path));
        assert_eq!(stage.pages().unwrap(), pages);
    }

    #[test]
    fn a_source_is_not_published() {
        let site = tempfile::tempdir().unwrap();
        files::write(&site.path().join("assignments/index.json"), "{}").unwrap();
        refuse_sources(site.path()).unwrap();
        files::write(&site.path().join("assignments/notes.md"), "").unwrap();
        let error = refuse_sources(site.path()).unwrap_err();
        assert!(error.to_string().contains("notes.md: a source file must not be published"), "{error}");
    }
}
