//! The site that the tests look at, and whether it is what the sources make today.

use std::path::PathBuf;

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
    let (tools, site) = (Tools::to_release(checkout)?, checkout.tested_site()?);
    dist::prepare(&site)?;
    // The steps after this one must not find the site of an earlier build when this one fails.
    files::remove_all(&site)?;
    // What is changed from now on may not be in it.
    let made_from = MadeFrom::now(checkout, &checkout.assignments())?;
    let outcome = outcome(&mut build::command(checkout, &tools, &site, None)?)?;
    if outcome.success {
        made_from.note(checkout, &site)?;
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
