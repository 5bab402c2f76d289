//! The packages that the browser tests use.

use std::fs;
use std::path::Path;
use std::time::SystemTime;

use crate::checkout::Checkout;
use crate::command::quietly;
use crate::error::{Error, Result};
use crate::progress::Progress;

/// Installs Playwright and the rest into `tests/node_modules`, unless that is as new as the lock file.
pub fn test_packages(checkout: &Checkout) -> Result<()> {
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
        Error::NotStarted { .. } => Error::Missing {
            tool: "npm".to_owned(),
            advice: "install Node 20 or newer, which brings it, and try again".to_owned(),
        },
        error => error,
    })?;
    progress.done();
    Ok(())
}

fn changed(path: &Path) -> Option<SystemTime> {
    fs::metadata(path).and_then(|metadata| metadata.modified()).ok()
}
