//! Programs that Cargo has built, for tests to run.

use std::path::PathBuf;
use std::process::Command;

use serde_json::Value;

use crate::command::captured;
use crate::error::Result;

use super::Outcome;

/// What Cargo has made.
pub enum Built {
    /// The programs: those with tests, or the others.
    Programs(Vec<PathBuf>),
    /// Something does not compile.
    Nothing(Outcome),
}

/// Runs `cargo build …` or `cargo test --no-run …`. `tests` are the programs that a test runner runs.
pub fn build(cargo: &mut Command, tests: bool) -> Result<Built> {
    cargo.arg("--message-format=json-render-diagnostics");
    let built = captured(cargo)?;
    Ok(if built.success {
        Built::Programs(programs(&built.output, tests))
    } else {
        Built::Nothing(Outcome { success: false, output: built.output, closing: Vec::new() })
    })
}

/// The programs among Cargo's messages, one JSON object a line.
fn programs(messages: &str, tests: bool) -> Vec<PathBuf> {
    messages
        .lines()
        .filter_map(|line| serde_json::from_str::<Value>(line).ok())
        .filter(|message| message["profile"]["test"] == tests)
        .filter_map(|message| Some(PathBuf::from(message["executable"].as_str()?)))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tests_and_other_programs_are_told_apart() {
        let messages = r#"   Compiling store v0.1.0
{"reason":"compiler-artifact","profile":{"test":false},"executable":null}
{"reason":"compiler-artifact","profile":{"test":true},"executable":"/t/store-1.wasm"}
{"reason":"compiler-artifact","profile":{"test":false},"executable":"/t/other"}
{"reason":"build-finished","success":true}"#;
        assert_eq!(programs(messages, true), [PathBuf::from("/t/store-1.wasm")]);
        assert_eq!(programs(messages, false), [PathBuf::from("/t/other")]);
    }
}
