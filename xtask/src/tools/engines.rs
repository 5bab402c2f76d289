//! The browsers whose engines are not Chromium's: Firefox, and WebKit as Debian has it.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::checkout::Checkout;
use crate::error::{Error, Result};
use crate::progress::Progress;

use super::system;

/// Debian's names of what drives WebKit, of the screen that it needs, and of what opens its window.
const PACKAGES: [&str; 6] =
    ["--no-install-recommends", "firefox-esr", "webkit2gtk-driver", "xvfb", "gjs", "gir1.2-webkit2-4.1"];
const FIREFOXES: [&str; 2] = ["firefox-esr", "firefox"];
/// They do not know `--version`; that they are there has to do.
const PROGRAMS: [&str; 2] = ["WebKitWebDriver", "Xvfb"];
/// What `tests/engines/webkit-window.js` begins with.
const WINDOW: &str = "imports.gi.versions.WebKit2 = '4.1'; imports.gi.WebKit2;";

/// Finds the other engines or installs them, and gives back Firefox's program.
///
/// # Errors
///
/// [`Error::Missing`] when one is not there and cannot be installed: no engine is left out.
pub fn engines(checkout: &Checkout) -> Result<PathBuf> {
    if let Ok(firefox) = found() {
        return Ok(firefox);
    }
    if !system::is_debian_of_ours() {
        return found();
    }
    let progress = Progress::start("Installing Firefox and WebKit for the tests (about a minute)");
    if let Err(error) = system::install(checkout, &PACKAGES) {
        progress.failed();
        return Err(missing(&error.to_string()));
    }
    progress.done();
    found()
}

fn found() -> Result<PathBuf> {
    if let Some(program) = PROGRAMS.iter().find(|program| !system::is_there(Path::new(program))) {
        return Err(missing(&format!("there is no {program}")));
    }
    if !Command::new("gjs").args(["-c", WINDOW]).output().is_ok_and(|answer| answer.status.success()) {
        return Err(missing("there is no gjs that knows WebKit2 4.1"));
    }
    FIREFOXES
        .iter()
        .find_map(|name| system::working(Path::new(name)))
        .ok_or_else(|| missing("there is no Firefox that runs"))
}

fn missing(tried: &str) -> Error {
    let packages = PACKAGES[1..].join(" ");
    Error::Missing {
        tool: "Firefox and WebKit for the tests".to_owned(),
        advice: format!("{tried}\ninstall Debian's packages {packages}, and try again"),
    }
}
