//! The whole story in the engines that are not Chromium. They are driven by WebDriver; only the runner is Playwright's.

use crate::checkout::Checkout;
use crate::error::Result;
use crate::tools::engines;

use super::effort::Effort;
use super::end_to_end::{bin, types};
use super::steps::outcome;
use super::{Outcome, own_assignments, site};

/// Runs it on the built site.
pub fn run(checkout: &Checkout, effort: Effort) -> Result<Outcome> {
    let site = site::built(checkout)?;
    let (own, built) = own_assignments::build(checkout)?;
    if !built.success {
        return Ok(built);
    }
    let types = types(checkout)?;
    if !types.success {
        return Ok(types);
    }
    let mut playwright = checkout.command(bin(checkout, "playwright"));
    playwright.current_dir(checkout.path("tests")).args(["test", "--config", "engines/playwright.config.ts"]);
    playwright
        .env("TAUMAHI_SITE", site)
        .env("TAUMAHI_OWN_SITE", own)
        .env("TAUMAHI_FIREFOX", engines(checkout)?);
    outcome(effort.tell(&mut playwright))
}
