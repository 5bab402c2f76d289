//! The tests of the store: they are WebAssembly, and need a browser's IndexedDB.
//!
//! wasm-bindgen's test runner wants a WebDriver. Instead it serves each test program as a page, and
//! `tests/store-in-browser/run.mjs` opens that in the browser that the other tests use.

use std::path::PathBuf;

use serde_json::Value;

use crate::checkout::Checkout;
use crate::command::captured;
use crate::error::Result;
use crate::tools::{Browser, Tools};

use super::Outcome;
use super::steps::outcome;

/// Builds the test programs and runs them all.
pub fn run(checkout: &Checkout) -> Result<Outcome> {
    let mut cargo = checkout.command("cargo");
    cargo.args(["test", "--quiet", "--package", "store", "--target", "wasm32-unknown-unknown", "--no-run"]);
    cargo.arg("--message-format=json-render-diagnostics");
    let built = captured(&mut cargo)?;
    if !built.success {
        return Ok(Outcome { success: false, output: built.output, closing: Vec::new() });
    }
    let mut node = checkout.command("node");
    node.arg("tests/store-in-browser/run.mjs").args(programs(&built.output));
    Tools::to_serve(checkout)?.on_path(&mut node)?;
    Browser::find_or_install(checkout)?.name_to(&mut node);
    outcome(&mut node)
}

/// The test programs among Cargo's messages, one JSON object a line.
fn programs(messages: &str) -> Vec<PathBuf> {
    messages
        .lines()
        .filter_map(|line| serde_json::from_str::<Value>(line).ok())
        .filter(|message| message["profile"]["test"] == true)
        .filter_map(|message| Some(PathBuf::from(message["executable"].as_str()?)))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_test_programs_are_run() {
        let messages = r#"   Compiling store v0.1.0
{"reason":"compiler-artifact","profile":{"test":false},"executable":null}
{"reason":"compiler-artifact","profile":{"test":true},"executable":"/t/store-1.wasm"}
{"reason":"compiler-artifact","profile":{"test":false},"executable":"/t/other.wasm"}
{"reason":"build-finished","success":true}"#;
        assert_eq!(programs(messages), [PathBuf::from("/t/store-1.wasm")]);
    }
}
