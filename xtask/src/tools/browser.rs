//! A browser for the tests.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::checkout::Checkout;
use crate::command::quietly;
use crate::error::{Error, Result};
use crate::progress::Progress;

use super::system;

const NAMES: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/// The browser that the tests run in.
#[derive(Debug, PartialEq, Eq)]
pub enum Browser {
    /// A Chromium or Chrome of the user's or the system's.
    Program(PathBuf),
    /// The one that Playwright installs and finds itself.
    Playwrights,
}

impl Browser {
    /// Finds a browser, or installs one. Playwright itself has to be installed.
    pub fn find_or_install(checkout: &Checkout) -> Result<Self> {
        match Self::found()? {
            // Half of an interrupted installation looks like a whole one from here; Playwright knows.
            Self::Playwrights => install(checkout),
            program => Ok(program),
        }
    }

    /// The browser that is there; Playwright's, when there is no other.
    pub fn found() -> Result<Self> {
        if let Some(named) = env::var_os("CHROMIUM").filter(|named| !named.is_empty()) {
            return system::working(Path::new(&named))
                .map(Self::Program)
                .ok_or_else(|| missing(format!("CHROMIUM is {}, which does not run", named.display())));
        }
        Ok(on_path().unwrap_or(Self::Playwrights))
    }

    /// Tells a test runner which browser to use.
    pub fn name_to(&self, command: &mut Command) {
        match self {
            Self::Program(program) => command.env("CHROMIUM", program),
            Self::Playwrights => command.env_remove("CHROMIUM"),
        };
    }
}

fn on_path() -> Option<Browser> {
    NAMES.iter().find_map(|name| system::working(Path::new(name))).map(Browser::Program)
}

fn install(checkout: &Checkout) -> Result<Browser> {
    let progress = Progress::start("Making sure of a browser for the tests (about a minute the first time)");
    let mut failures = Vec::new();
    if system::is_debian_of_ours() {
        match from_debian(checkout) {
            Ok(browser) => {
                progress.done();
                return Ok(browser);
            }
            Err(error) => failures.push(error.to_string()),
        }
    }
    let mut playwright = checkout.command(checkout.path("tests/node_modules/.bin/playwright"));
    playwright.current_dir(checkout.path("tests")).args(["install", "chromium"]);
    match quietly(&mut playwright) {
        Ok(_) => {
            progress.done();
            Ok(Browser::Playwrights)
        }
        Err(error) => {
            progress.failed();
            failures.push(error.to_string());
            Err(missing(failures.join("\n")))
        }
    }
}

fn from_debian(checkout: &Checkout) -> Result<Browser> {
    system::install(checkout, &["chromium"])?;
    on_path().ok_or_else(|| missing("Debian's chromium was installed but does not run".to_owned()))
}

fn missing(tried: String) -> Error {
    let advice = "install Chromium or Chrome, set CHROMIUM to its path, and try again";
    Error::Missing { tool: "a browser for the tests".to_owned(), advice: format!("{tried}\n{advice}") }
}
