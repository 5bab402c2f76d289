//! One tool: is it there, and how is it installed.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::checkout::Checkout;
use crate::command::quietly;
use crate::error::{Error, Result};
use crate::files;
use crate::progress::Progress;

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
        let own_folder = self.own_folder(home);
        // Half an installation never lies where a whole one is looked for.
        let unfinished = home.join(format!(".{}-{}-{}", self.folder, self.version, std::process::id()));
        files::create(&unfinished)?;
        let installed = self.install_into(&unfinished, checkout).and_then(|()| {
            files::remove_all(&own_folder)?;
            fs::rename(&unfinished, &own_folder).map_err(Error::file("rename", &unfinished))
        });
        // Another clone may have been faster; then its installation is as good as ours.
        match (installed, self.installed_in(home)) {
            (_, Some(programs)) => {
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

    fn install_into(&self, folder: &Path, checkout: &Checkout) -> Result<()> {
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
        // Its build is no part of this workspace's.
        command.env_remove("CARGO_TARGET_DIR").env_remove("CARGO_BUILD_TARGET_DIR");
        quietly(&mut command).map(drop)
    }

    fn own_folder(&self, home: &Path) -> PathBuf {
        home.join(format!("{}-{}", self.folder, self.version))
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
                format!("`{program}` is missing. Install Node 20 or newer, which brings it, and try again")
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
    fn another_version_is_not_this_tool() {
        let home = tempfile::tempdir().unwrap();
        put(home.path(), "#!/bin/sh\necho spade 1.20\n");
        assert_eq!(tool().installed_in(home.path()), None);
    }
}
