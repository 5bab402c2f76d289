//! The steps of `cargo xtask test`.

use std::process::Command;

use clap::ValueEnum;

use crate::budgets;
use crate::checkout::Checkout;
use crate::command::captured;
use crate::error::Result;
use crate::tools::{self, Browser, Tools, add_wasm, office, test_packages};

use super::closing::Counts;
use super::effort::Effort;
use super::{Outcome, end_to_end, engines, site, store};

/// One thing that has to hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Step {
    /// All Rust is formatted
    Format,
    /// Clippy has nothing to say
    Clippy,
    /// Clippy has nothing to say of the browser's parts
    ClippyWasm,
    /// The tests of all crates
    Unit,
    /// The tests of the store, in a browser
    Store,
    /// The site can be built for publishing
    Build,
    /// The built site is small enough
    Budgets,
    /// The built site works in a browser
    EndToEnd,
    /// The whole story also passes in Firefox and in WebKit
    Engines,
}

impl Step {
    /// The steps in their order: what fails fast comes first. The other engines come after them, when they are asked for.
    pub const ALL: [Self; 8] = [
        Self::Format,
        Self::Clippy,
        Self::ClippyWasm,
        Self::Unit,
        Self::Store,
        Self::Build,
        Self::Budgets,
        Self::EndToEnd,
    ];

    /// What the step is called on the terminal.
    pub fn title(self) -> &'static str {
        match self {
            Self::Format => "format",
            Self::Clippy => "clippy",
            Self::ClippyWasm => "clippy for wasm",
            Self::Unit => "tests of the crates",
            Self::Store => "tests of the store in a browser",
            Self::Build => "release build",
            Self::Budgets => "size budgets",
            Self::EndToEnd => "end to end in a browser",
            Self::Engines => "the story in Firefox and WebKit",
        }
    }

    /// What it is called on the command line.
    pub fn name(self) -> String {
        self.to_possible_value().map_or_else(String::new, |value| value.get_name().to_owned())
    }

    /// Installs what the step needs, so that what cannot be installed is known before the first step.
    pub fn prepare(self, checkout: &Checkout) -> Result<()> {
        match self {
            Self::Format | Self::Clippy | Self::Unit | Self::Budgets => {}
            Self::ClippyWasm => add_wasm(checkout)?,
            Self::Build => drop(Tools::installed(checkout)?),
            Self::Store => {
                Tools::installed(checkout)?;
                test_packages(checkout)?;
                Browser::find_or_install(checkout)?;
            }
            Self::EndToEnd => {
                Tools::installed(checkout)?;
                test_packages(checkout)?;
                Browser::find_or_install(checkout)?;
                office(checkout)?;
            }
            Self::Engines => {
                Tools::installed(checkout)?;
                test_packages(checkout)?;
                tools::engines(checkout)?;
            }
        }
        Ok(())
    }

    /// Runs it.
    pub fn run(self, checkout: &Checkout, effort: Effort, files: &[String]) -> Result<Outcome> {
        let cargo = |arguments: &str| {
            let mut cargo = checkout.command("cargo");
            cargo.args(arguments.split_whitespace());
            cargo
        };
        match self {
            Self::Format => outcome(&mut cargo("fmt --check")),
            Self::Clippy => outcome(&mut cargo("clippy --quiet --workspace --all-targets -- -D warnings")),
            Self::ClippyWasm => outcome(&mut cargo(
                "clippy --quiet --target wasm32-unknown-unknown -p store -p ui -p home -p kept -p desk -- -D warnings",
            )),
            Self::Unit => outcome(effort.tell(&mut cargo("test --quiet --workspace --no-fail-fast"))),
            Self::Store => store::run(checkout),
            Self::Build => site::build(checkout),
            Self::Budgets => budgets::check(&site::built(checkout)?),
            Self::EndToEnd => end_to_end::run(checkout, effort, files),
            Self::Engines => engines::run(checkout, effort),
        }
    }
}

/// Runs a step's command to its end.
pub fn outcome(command: &mut Command) -> Result<Outcome> {
    let finished = captured(command)?;
    let closing = Counts::lines_of(&finished.output);
    Ok(Outcome { success: finished.success, output: finished.output, closing })
}
