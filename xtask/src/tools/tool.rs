//! One tool: is it there, and how is it installed.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::checkout::Checkout;
use crate::command::quietly;
use crate::error::{Error, Result};
use crate::files;
use crate::progress::Progress;

use super::leftovers;

/// A program of one exact version.
pub struct Tool {
    /// What people call it.
    pub title: &'static str,
    /// What its folder is called, before the version.
    pub folder: &'static str,
    /// The package that brings it.
    pub package: &'static str,
    /// The program that shows whether it works.
    pub program: &'static str,
    /// The version that is installed.
    pub version: String,
    /// The version as `--version` says it, one word.
    pub says: String,
    /// Where the package comes from.
    pub source: Source,
    /// About how long installing it takes.
    pub takes: &'static str,
}

/// Where a package comes from.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Source {
    /// Built by Cargo, with the newest dependencies that fit.
    Cargo,
    /// Built by Cargo, with the dependencies that the package was released with.
    CargoLocked,
    /// Fetched by npm.
    Npm,
}

impl Tool {
    /// The folder with its programs, if it is in the shared folder and works.
    pub fn installed_in(&self, home: &Path) -> Option<PathBuf> {
        let programs = self.programs(&self.own_folder(home));
        self.works(&programs.join(self.program)).then_some(programs)
    }

    /// Whether the user has installed this very version themselves.
    pub fn is_on_path(&self) -> bool {
        self.works(Path::new(self.program))
    }

    /// Installs it, and returns the folder with its programs.
    pub fn install(&self, checkout: &Checkout, home: &Path) -> Result<PathBuf> {
        let progress =
            Progress::start(format!("Installing {} {} ({}, once)", self.title, self.version, self.takes));
        leftovers::sweep(home)?;
        let (unfinished, workshop) = (leftovers::unfinished(home, &self.name()), self.workshop(home));
        files::create(&unfinished)?;
        let installed = self
            .install_into(&unfinished, checkout, &workshop)
            .and_then(|()| self.put_in_place(&unfinished, home));
        // Another clone may have been faster; then its installation is as good as ours.
        match (installed, self.installed_in(home)) {
            (_, Some(programs)) => {
                files::remove_all(&unfinished)?;
                files::remove_all(&workshop)?;
                progress.done();
                Ok(programs)
            }
            (installed, None) => {
                progress.failed();
                files::remove_all(&unfinished)?;
                Err(self.missing(installed.err()))
            }
        }
    }

    /// Moves a whole installation to where it is looked for, unless there is one: another clone may be using it.
    fn put_in_place(&self, whole: &Path, home: &Path) -> Result<()> {
        if self.installed_in(home).is_some() {
            return Ok(());
        }
        let own_folder = self.own_folder(home);
        files::remove_all(&own_folder)?;
        fs::rename(whole, &own_folder).map_err(Error::file("rename", whole))
    }

    fn install_into(&self, folder: &Path, checkout: &Checkout, workshop: &Path) -> Result<()> {
        let package = |at: &str| format!("{}{at}{}", self.package, self.version);
        let mut command = match self.source {
            Source::Npm => checkout.command("npm"),
            Source::Cargo | Source::CargoLocked => checkout.command("cargo"),
        };
        match self.source {
            Source::Npm => {
                command.args(["install", "--no-audit", "--no-fund", "--prefix"]).arg(folder).arg(package("@"))
            }
            Source::Cargo => command.args(["install", &package("@"), "--root"]).arg(folder),
            Source::CargoLocked => command.args(["install", "--locked", &package("@"), "--root"]).arg(folder),
        };
        // Its build is no part of this workspace's. Cargo goes on there after an interruption.
        command.env("CARGO_TARGET_DIR", workshop).env_remove("CARGO_BUILD_TARGET_DIR");
        quietly(&mut command).map(drop)
    }

    fn name(&self) -> String {
        format!("{}-{}", self.folder, self.version)
    }

    fn own_folder(&self, home: &Path) -> PathBuf {
        home.join(self.name())
    }

    /// Where Cargo builds it.
    fn workshop(&self, home: &Path) -> PathBuf {
        home.join(format!(".building-{}", self.name()))
    }

    fn programs(&self, own_folder: &Path) -> PathBuf {
        match self.source {
            Source::Npm => own_folder.join("node_modules").join(".bin"),
            Source::Cargo | Source::CargoLocked => own_folder.join("bin"),
        }
    }

    /// A program that is there but does not run is as good as missing.
    fn works(&self, program: &Path) -> bool {
        Command::new(program).arg("--version").output().is_ok_and(|answer| {
            answer.status.success()
                && String::from_utf8_lossy(&answer.stdout).split_whitespace().any(|word| word == self.says)
        })
    }

    fn missing(&self, cause: Option<Error>) -> Error {
        let advice = match (cause, self.source) {
            (Some(Error::NotStarted { program, .. }), Source::Npm) => {
                format!(
                    "`{program}` is missing. Install Node, which brings it, as README.md says, and try again"
                )
            }
            (Some(error), _) => error.to_string(),
            (None, _) => format!("it was installed, but `{} --version` does not work", self.program),
        };
        Error::Missing { tool: format!("{} {}", self.title, self.version), advice }
    }
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::PermissionsExt;

    use super::*;

    fn tool() -> Tool {
        Tool {
            title: "Spade",
            folder: "spade",
            package: "spade",
            program: "spade",
            version: "1.2.0".to_owned(),
            says: "1.2".to_owned(),
            source: Source::Cargo,
            takes: "no time",
        }
    }

    fn put(home: &Path, script: &str) {
        let program = home.join("spade-1.2.0/bin/spade");
        files::write(&program, script).unwrap();
        fs::set_permissions(&program, fs::Permissions::from_mode(0o755)).unwrap();
    }

    #[test]
    fn a_tool_is_installed_when_it_says_its_version() {
        let home = tempfile::tempdir().unwrap();
        put(home.path(), "#!/bin/sh\necho spade version 1.2 '(version_1.2)'\n");
        assert_eq!(tool().installed_in(home.path()), Some(home.path().join("spade-1.2.0/bin")));
    }

    #[test]
    fn a_tool_that_does_not_run_is_not_installed() {
        let home = tempfile::tempdir().unwrap();
        assert_eq!(tool().installed_in(home.path()), None);
        put(home.path(), "#!/bin/sh\necho spade 1.2\nexit 1\n");
        assert_eq!(tool().installed_in(home.path()), None);
    }

    #[test]
    fn a_whole_installation_takes_the_place_of_half_a_one_but_not_of_another_whole_one() {
        let home = tempfile::tempdir().unwrap();
        let new = home.path().join("new");
        let is_there = |name: &str| home.path().join("spade-1.2.0").join(name).is_file();
        files::write(&home.path().join("spade-1.2.0/half"), "").unwrap();
        files::write(&new.join("first"), "").unwrap();
        tool().put_in_place(&new, home.path()).unwrap();
        assert!(is_there("first") && !is_there("half"));
        put(home.path(), "#!/bin/sh\necho spade 1.2\n");
        files::write(&new.join("second"), "").unwrap();
        tool().put_in_place(&new, home.path()).unwrap();
        assert!(is_there("first") && !is_there("second"));
    }

    #[test]
    fn another_version_is_not_this_tool() {
        let home = tempfile::tempdir().unwrap();
        put(home.path(), "#!/bin/sh\necho spade 1.20\n");
        assert_eq!(tool().installed_in(home.path()), None);
    }
}
