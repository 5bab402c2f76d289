//! Where things lie in the repository.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Names the folder of assignments to build, when it is not `assignments/`.
pub const ASSIGNMENTS: &str = "TAUMAHI_ASSIGNMENTS";

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

    /// The folder that Cargo builds in.
    pub fn target(&self) -> PathBuf {
        env::var_os("CARGO_TARGET_DIR").map_or_else(|| self.path("target"), |folder| self.root.join(folder))
    }

    /// Where the tests build the site, apart from `dist/`, which someone may be serving.
    pub fn tested_site(&self) -> PathBuf {
        self.target().join("tested-site")
    }

    /// A program to be run in the root.
    pub fn command(&self, program: impl AsRef<Path>) -> Command {
        let mut command = Command::new(program.as_ref());
        command.current_dir(&self.root);
        command
    }
}
