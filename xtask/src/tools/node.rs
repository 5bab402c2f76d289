//! The packages that the browser tests use.

use std::fs;
use std::path::Path;
use std::time::SystemTime;

use crate::checkout::Checkout;
use crate::command::quietly;
use crate::error::{Error, Result};
use crate::progress::Progress;

/// The oldest Node that the tests run with; tests/package.json and README.md say so too.
const OLDEST: u32 = 20;

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
    match major(&answer) {
        Some(version) if version < OLDEST => {
            Err(missing(&format!("Node {OLDEST} (here is {})", answer.trim())))
        }
        // A Node that says something else may be newer than this sentence.
        _ => Ok(()),
    }
}

/// 20 from `v20.20.2`.
fn major(version: &str) -> Option<u32> {
    version.trim().strip_prefix('v')?.split('.').next()?.parse().ok()
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
    fn a_version_is_read() {
        assert_eq!(major("v20.20.2\n"), Some(20));
        assert_eq!(major("v8.0.0"), Some(8));
        assert_eq!(major("node"), None);
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
