//! Where things lie in the repository.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

use crate::command::quietly;
use crate::error::{Error, Result};

/// Names the folder of assignments to build, when it is not `assignments/`.
pub const ASSIGNMENTS: &str = "TAUMAHI_ASSIGNMENTS";

/// Names the address at which a site is served while it is built.
pub const ADDRESS: &str = "TAUMAHI_ADDRESS";

/// The checked-out repository that this program was built from.
pub struct Checkout {
    root: PathBuf,
}

impl Checkout {
    /// The repository around this program's source.
    pub fn here() -> Self {
        let xtask = Path::new(env!("CARGO_MANIFEST_DIR"));
        Self { root: xtask.parent().unwrap_or(xtask).to_owned() }
    }

    /// A file or folder by its path from the root.
    pub fn path(&self, relative: &str) -> PathBuf {
        self.root.join(relative)
    }

    /// What teachers write: `assignments/`, or the folder that [`ASSIGNMENTS`] names.
    pub fn assignments(&self) -> PathBuf {
        env::var_os(ASSIGNMENTS).map_or_else(|| self.path("assignments"), |folder| self.root.join(folder))
    }

    /// The folder that Cargo builds in. Variables and settings files can name one; Cargo knows.
    pub fn target(&self) -> Result<PathBuf> {
        let mut cargo = self.command("cargo");
        let answer = quietly(cargo.args(["metadata", "--quiet", "--no-deps", "--format-version", "1"]))?;
        let folder = serde_json::from_str::<Value>(&answer).ok();
        let folder = folder.as_ref().and_then(|metadata| metadata["target_directory"].as_str());
        folder.map(PathBuf::from).ok_or_else(|| Error::Unreadable {
            path: self.path("Cargo.toml"),
            problem: "`cargo metadata` does not say in which folder it builds".to_owned(),
        })
    }

    /// Where the tests build the site, apart from `dist/`, which someone may be serving.
    pub fn tested_site(&self) -> Result<PathBuf> {
        Ok(self.target()?.join("tested-site"))
    }

    /// A program to be run in the root.
    pub fn command(&self, program: impl AsRef<Path>) -> Command {
        let mut command = Command::new(program.as_ref());
        command.current_dir(&self.root);
        command
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cargo_says_where_it_builds() {
        let built = env::current_exe().unwrap();
        assert!(built.starts_with(Checkout::here().target().unwrap()), "{}", built.display());
    }
}
