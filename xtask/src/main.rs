//! `cargo xtask`: installs what Taumahi needs, then builds, serves, tests and measures it.

#[cfg(not(unix))]
compile_error!(
    "Taumahi is built on Linux, on macOS, or on Windows with WSL (https://learn.microsoft.com/windows/wsl/)."
);

mod assignments;
mod bench;
mod budgets;
mod build;
mod checkout;
mod command;
mod compression;
mod dist;
mod error;
mod files;
mod fuzz;
mod header_rules;
mod hook;
mod mutants;
mod progress;
mod serve;
mod small_std;
mod test;
mod tools;
mod trunk;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

use checkout::Checkout;
use error::Result;
use tools::Tools;

/// Builds, serves and tests Taumahi. What is missing is installed first.
#[derive(Parser)]
#[command(bin_name = "cargo xtask")]
struct Cli {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Serve the site on this computer and show every change as it is saved
    Serve(serve::Serve),
    /// Build the site for publishing
    Build {
        /// The folder of assignments [default: assignments]
        #[arg(long, value_name = "DIR")]
        assignments: Option<PathBuf>,
        /// Where to put the site [default: dist]
        #[arg(long, value_name = "DIR")]
        dist: Option<PathBuf>,
    },
    /// Check everything: format, lints, tests, size, and the site in a browser
    Test(test::Test),
    /// Time the checking of 1,000 assignments, of one, and of a very long one, and the refusal of hostile results
    Bench,
    /// Break the keeping of answers in one place after the other, and see that a test fails each time
    Mutants,
    /// Look for an input that breaks something, and keep what was found
    Fuzz(fuzz::Fuzz),
    /// Install Trunk, wasm-bindgen, wasm-opt and esbuild
    Tools {
        /// Print a PATH with their folders, so that plain `trunk serve` works
        #[arg(long)]
        path: bool,
    },
    /// What Trunk calls to add the desk, the assignments and the languages to a build
    #[command(hide = true)]
    Hook,
    /// What the tests call when they have changed a built site: lists its files for its worker again
    #[command(hide = true)]
    List {
        /// The folder with the site
        site: PathBuf,
    },
}

fn main() -> ExitCode {
    match Cli::parse().task.run(&Checkout::here()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

impl Task {
    fn run(self, checkout: &Checkout) -> Result<()> {
        match self {
            Self::Serve(options) => serve::serve(checkout, &options),
            Self::Build { assignments, dist } => {
                let dist = dist.unwrap_or_else(|| checkout.path("dist"));
                build::release(checkout, &dist, assignments.as_deref())
            }
            Self::Test(options) => test::test(checkout, &options),
            Self::Bench => bench::bench(checkout),
            Self::Mutants => mutants::mutants(checkout),
            Self::Fuzz(options) => fuzz::fuzz(checkout, &options),
            Self::Tools { path } => {
                let tools = Tools::installed(checkout)?;
                if path {
                    println!("{}", tools.path()?.display());
                }
                Ok(())
            }
            Self::Hook => hook::complete(checkout),
            Self::List { site } => hook::list(&site),
        }
    }
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    #[test]
    fn the_command_line_is_sound() {
        super::Cli::command().debug_assert();
    }
}
