//! Programs of the system's own, and how a machine without them gets them.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::checkout::Checkout;
use crate::command::quietly;
use crate::error::Result;
use crate::files;

/// The whole path of a program, which test runners want, if the program works.
///
/// Ubuntu's `chromium-browser` is there without a browser behind it; so it is asked.
pub fn working(program: &Path) -> Option<PathBuf> {
    let program = on_path(program)?;
    let answer = Command::new(&program).arg("--version").output().ok()?;
    answer.status.success().then_some(program)
}

/// Whether there is such a program. Not all can be asked for their version.
pub fn is_there(program: &Path) -> bool {
    on_path(program).is_some()
}

/// The name of a program lies in a folder of the PATH, and joining leaves an absolute path as it is.
fn on_path(program: &Path) -> Option<PathBuf> {
    let path = env::var_os("PATH").unwrap_or_default();
    env::split_paths(&path).map(|folder| folder.join(program)).find(|program| program.is_file())
}

/// Whether the system is Debian, and may be added to. Ubuntu's `chromium` is only a pointer to a snap, which root in a container cannot use.
pub fn is_debian_of_ours() -> bool {
    let is_debian = files::read_text("/etc/os-release".as_ref())
        .is_ok_and(|text| text.lines().any(|line| line == "ID=debian"));
    is_debian && rustix::process::geteuid().is_root()
}

/// Installs a package of Debian's, whose name may stand behind options.
pub fn install(checkout: &Checkout, package: &[&str]) -> Result<()> {
    quietly(checkout.command("apt-get").arg("update"))?;
    let mut install = checkout.command("apt-get");
    install.args(["install", "--yes"]).args(package);
    quietly(install.env("DEBIAN_FRONTEND", "noninteractive")).map(drop)
}
