//! A spreadsheet program for the tests: what a teacher saves as a table is opened in one.

use std::env;
use std::path::{Path, PathBuf};

use crate::checkout::Checkout;
use crate::error::{Error, Result};
use crate::progress::Progress;

use super::system;

/// LibreOffice's program.
const NAME: &str = "soffice";

/// Finds LibreOffice, or installs it.
///
/// # Errors
///
/// [`Error::Missing`] when there is none and none can be installed: no test of a table is left out.
pub fn office(checkout: &Checkout) -> Result<PathBuf> {
    if let Some(named) = env::var_os("LIBREOFFICE").filter(|named| !named.is_empty()) {
        let problem = || missing(&format!("LIBREOFFICE is {}, which does not run", named.display()));
        return system::working(Path::new(&named)).ok_or_else(problem);
    }
    if let Some(program) = system::working(Path::new(NAME)) {
        return Ok(program);
    }
    if !system::is_debian_of_ours() {
        return Err(missing("there is no LibreOffice"));
    }
    let progress = Progress::start("Installing LibreOffice Calc for the tests (about two minutes)");
    if let Err(error) = system::install(checkout, &["--no-install-recommends", "libreoffice-calc"]) {
        progress.failed();
        return Err(missing(&error.to_string()));
    }
    progress.done();
    system::working(Path::new(NAME)).ok_or_else(|| missing("it was installed but does not run"))
}

fn missing(tried: &str) -> Error {
    let advice = "install LibreOffice Calc, or set LIBREOFFICE to its program `soffice`, and try again";
    Error::Missing {
        tool: "a spreadsheet program for the tests".to_owned(),
        advice: format!("{tried}\n{advice}"),
    }
}
