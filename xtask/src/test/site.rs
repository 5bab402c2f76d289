//! The site that the tests look at, and whether it is what the sources make today.

use std::path::{Path, PathBuf};

use crate::build::{self, MadeFrom};
use crate::checkout::Checkout;
use crate::dist;
use crate::error::{Error, Result};
use crate::files;
use crate::tools::Tools;

use super::Outcome;
use super::steps::outcome;

/// Builds the site.
pub fn build(checkout: &Checkout) -> Result<Outcome> {
    build_into(checkout, &checkout.tested_site()?, &checkout.assignments())
}

/// Builds a site from a folder of assignments, unless it is there already.
pub fn build_into(checkout: &Checkout, site: &Path, assignments: &Path) -> Result<Outcome> {
    let tools = Tools::installed(checkout)?;
    // What is changed from now on may not be in it.
    let made_from = MadeFrom::now(checkout, assignments)?;
    if made_from.made(checkout, site)? {
        return Ok(Outcome { success: true, output: String::new(), closing: Vec::new() });
    }
    dist::prepare(site)?;
    // The steps after this one must not find the site of an earlier build when this one fails.
    files::remove_all(site)?;
    let outcome = outcome(&mut build::command(checkout, &tools, site, Some(assignments))?)?;
    if outcome.success && made_from == MadeFrom::now(checkout, assignments)? {
        made_from.note(checkout, site)?;
    }
    Ok(outcome)
}

/// The site that was built, if there is one and it is what would be built now.
pub fn built(checkout: &Checkout) -> Result<PathBuf> {
    let site = checkout.tested_site()?;
    if MadeFrom::now(checkout, &checkout.assignments())?.made(checkout, &site)? {
        return Ok(site);
    }
    let problem = "there is no site in it, or something has changed since it was built. \
                   `cargo xtask test --only build` builds it"
        .to_owned();
    Err(Error::Unreadable { path: site, problem })
}
