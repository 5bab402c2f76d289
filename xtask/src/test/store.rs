//! The tests of the store: they are WebAssembly, and need a browser's IndexedDB.
//!
//! wasm-bindgen's test runner wants a WebDriver. Instead it serves each test program as a page, and
//! `tests/store-in-browser/run.mjs` opens that in the browser that the other tests use.

use crate::checkout::Checkout;
use crate::error::Result;
use crate::tools::{Browser, Tools};

use super::Outcome;
use super::programs::{Built, build};
use super::steps::outcome;

/// Builds the test programs and runs them all.
pub fn run(checkout: &Checkout) -> Result<Outcome> {
    let mut cargo = checkout.command("cargo");
    cargo.args(["test", "--quiet", "--package", "store", "--target", "wasm32-unknown-unknown", "--no-run"]);
    let programs = match build(&mut cargo, true)? {
        Built::Programs(programs) => programs,
        Built::Nothing(outcome) => return Ok(outcome),
    };
    let mut node = checkout.command("node");
    node.arg("tests/store-in-browser/run.mjs").args(programs);
    Tools::installed(checkout)?.on_path(&mut node)?;
    Browser::found()?.name_to(&mut node);
    outcome(&mut node)
}
