//! The built site in a browser. All that takes a compiler is made here, before a test's time runs.

use std::env;
use std::path::PathBuf;

use crate::budgets;
use crate::checkout::Checkout;
use crate::error::{Error, Result};
use crate::tools::{Browser, Tools, office};
use crate::trunk;

use super::Outcome;
use super::effort::Effort;
use super::programs::{Built, build};
use super::steps::outcome;
use super::{own_assignments, site};

/// How tests begin a line with a figure that everybody should see.
const FIGURES: [&str; 5] = [
    "from save to shown: ",
    "from key to checked: ",
    "from key to saved: ",
    "killed the browser: ",
    "opening 30 results and ",
];

/// Runs Playwright on the built site.
pub fn run(checkout: &Checkout, effort: Effort, files: &[String]) -> Result<Outcome> {
    let site = site::built(checkout)?;
    let (own, own_built) = own_assignments::build(checkout)?;
    if !own_built.success {
        return Ok(own_built);
    }
    // As `cargo xtask serve` builds it, which then finds nothing left to compile.
    let served = checkout.target()?.join("tested-served-site");
    let tools = Tools::installed(checkout)?;
    let built = outcome(trunk::command(checkout, &tools)?.args(["build", "--dist"]).arg(&served))?;
    if !built.success {
        return Ok(built);
    }
    let types = types(checkout)?;
    if !types.success {
        return Ok(types);
    }
    let mut programs = Vec::new();
    for package in ["made-up-class", "cli"] {
        let mut cargo = checkout.command("cargo");
        match build(cargo.args(["build", "--quiet", "--package", package]), false)? {
            Built::Programs(built) => programs.extend(built.into_iter().next()),
            Built::Nothing(outcome) => return Ok(outcome),
        }
    }
    let xtask = env::current_exe().map_err(Error::file("find", "cargo xtask"))?;
    let mut playwright = checkout.command(bin(checkout, "playwright"));
    playwright.current_dir(checkout.path("tests")).arg("test").args(files);
    playwright
        .env("TAUMAHI_SITE", &site)
        .env("TAUMAHI_OWN_SITE", &own)
        .env("TAUMAHI_SERVED_SITE", &served)
        .env("TAUMAHI_FIRST_VISIT", budgets::first_visit(&site)?)
        // The server for the tests is this program.
        .env("TAUMAHI_XTASK", xtask)
        .env("TAUMAHI_OFFICE", office(checkout)?);
    for (name, program) in ["TAUMAHI_MADE_UP_CLASS", "TAUMAHI_CLI"].iter().zip(programs) {
        playwright.env(name, program);
    }
    effort.tell(&mut playwright);
    Browser::found()?.name_to(&mut playwright);
    let mut outcome = outcome(&mut playwright)?;
    outcome.closing.extend(figures(&outcome.output));
    Ok(outcome)
}

fn figures(output: &str) -> Vec<String> {
    let is_figure = |line: &&str| FIGURES.iter().any(|start| line.starts_with(start));
    output.lines().filter(is_figure).map(str::to_owned).collect()
}

/// Checks the types of all tests.
pub fn types(checkout: &Checkout) -> Result<Outcome> {
    outcome(checkout.command(bin(checkout, "tsc")).args(["--project", "tests"]))
}

/// A program of the tests' own packages.
pub fn bin(checkout: &Checkout, program: &str) -> PathBuf {
    checkout.path("tests/node_modules/.bin").join(program)
}
