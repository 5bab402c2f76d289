//! The packages that the browser tests use.

use std::fmt;
use std::fs;
use std::path::Path;
use std::time::SystemTime;

use crate::checkout::Checkout;
use crate::command::quietly;
use crate::error::{Error, Result};
use crate::progress::Progress;

/// The oldest Node that the tests run with, which use its `import.meta.dirname` and `crc32`. tests/package.json and README.md
/// say so too.
const OLDEST: Version = Version(20, 15);

/// Installs Playwright and the rest into `tests/node_modules`, unless that is as new as the lock file.
pub fn test_packages(checkout: &Checkout) -> Result<()> {
    check_version(checkout)?;
    let tests = checkout.path("tests");
    // npm writes this file last.
    let installed = changed(&tests.join("node_modules/.package-lock.json"));
    if installed.is_some() && installed >= changed(&tests.join("package-lock.json")) {
        return Ok(());
    }
    let progress = Progress::start("Installing Playwright for the tests (about 10 seconds, once)");
    let mut npm = checkout.command("npm");
    npm.current_dir(&tests).args(["ci", "--no-audit", "--no-fund"]);
    // A browser comes from elsewhere: see Browser.
    npm.env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
    quietly(&mut npm).map_err(|error| match error {
        Error::NotStarted { .. } => missing("npm"),
        error => error,
    })?;
    progress.done();
    Ok(())
}

/// Makes sure that Node is there and not older than what the tests use.
fn check_version(checkout: &Checkout) -> Result<()> {
    let answer = quietly(checkout.command("node").arg("--version")).map_err(|_| missing("Node"))?;
    match Version::read(&answer) {
        Some(version) if version < OLDEST => {
            Err(missing(&format!("Node {OLDEST} (here is {})", answer.trim())))
        }
        // A Node that says something else may be newer than this sentence.
        _ => Ok(()),
    }
}

/// The first two numbers of a version.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Version(u32, u32);

impl Version {
    /// Reads `v20.20.2`.
    fn read(text: &str) -> Option<Self> {
        let mut parts = text.trim().strip_prefix('v')?.split('.').map(|part| part.parse().ok());
        Some(Self(parts.next()??, parts.next()??))
    }
}

impl fmt::Display for Version {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.0, self.1)
    }
}

fn missing(tool: &str) -> Error {
    Error::Missing {
        tool: tool.to_owned(),
        advice: format!("install Node {OLDEST} or newer, which brings npm, and try again"),
    }
}

fn changed(path: &Path) -> Option<SystemTime> {
    fs::metadata(path).and_then(|metadata| metadata.modified()).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_version_is_read_and_compared() {
        assert_eq!(Version::read("v20.20.2\n"), Some(Version(20, 20)));
        assert_eq!(Version::read("node"), None);
        assert!(Version::read("v8.9.0") < Some(OLDEST) && Version::read("v22.0.0") > Some(OLDEST));
    }

    #[test]
    fn the_oldest_node_is_the_same_everywhere() {
        let says = |file: &str, words: &str| {
            let text = fs::read_to_string(Checkout::here().path(file)).unwrap();
            assert!(text.contains(words), "{file}");
        };
        says("tests/package.json", &format!("\"node\": \">={OLDEST}\""));
        says("README.md", &format!("[Node](https://nodejs.org) {OLDEST} or newer"));
    }
}
