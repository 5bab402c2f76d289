//! `cargo xtask fuzz`: looks for a text that breaks the reader of assignments, starting from those that were found before.

use std::process::Command;

use crate::checkout::Checkout;
use crate::command::run;
use crate::error::Result;
use crate::files;
use crate::tools::Tools;

/// A text takes milliseconds; one that takes this long, in seconds, is a finding.
const LONGEST: u32 = 5;
/// So is one that takes so much memory, in MB.
const MOST_MEMORY: u32 = 512;
/// No teacher writes more, in bytes.
const LARGEST: u32 = 1 << 16;

/// Every clone of the repository has what is kept.
const LARGEST_KEPT: &str = "-max_len=400";

/// What to look at and for how long.
#[derive(clap::Args)]
pub struct Fuzz {
    /// Which part of Taumahi reads the made-up input
    #[arg(default_value = "format")]
    target: String,
    /// For so many minutes
    #[arg(long, default_value_t = 20)]
    minutes: u32,
}

/// Runs the fuzzer, then keeps the smallest corpus that reaches the same code.
///
/// # Errors
///
/// When it finds something: the input is then in `tests/fuzz/artifacts/`, and is to be kept in the corpus once it is mended.
pub fn fuzz(checkout: &Checkout, options: &Fuzz) -> Result<()> {
    let tools = Tools::to_fuzz(checkout)?;
    let corpus = checkout.path("tests/fuzz/corpus").join(&options.target);
    let found = checkout.target()?.join("fuzz-corpus").join(&options.target);
    files::create(&corpus)?;
    files::create(&found)?;
    let seeds = [checkout.path("tests/format"), checkout.path("assignments")];
    let looking = [
        format!("-max_total_time={}", options.minutes * 60),
        format!("-timeout={LONGEST}"),
        format!("-rss_limit_mb={MOST_MEMORY}"),
        format!("-max_len={LARGEST}"),
        "-print_final_stats=1".to_owned(),
    ];
    run(cargo_fuzz(checkout, &tools, &options.target)?
        .args([&found, &corpus])
        .args(&seeds)
        .arg("--")
        .args(looking))?;
    // What is new joins what was kept, as far as it is small and reaches something new.
    let keeping = ["--", "-merge=1", LARGEST_KEPT];
    run(cargo_fuzz(checkout, &tools, &options.target)?.args([&corpus, &found]).args(keeping))
}

fn cargo_fuzz(checkout: &Checkout, tools: &Tools, target: &str) -> Result<Command> {
    let mut cargo = checkout.command("cargo");
    cargo.args(["fuzz", "run", "--fuzz-dir", "tests/fuzz", "--sanitizer", "none", "--target-dir"]);
    cargo.arg(checkout.target()?.join("fuzz")).arg(target);
    // The compiler is the pinned one, and only this lets it watch a program from the inside.
    cargo.env("RUSTC_BOOTSTRAP", "1");
    tools.on_path(&mut cargo)?;
    Ok(cargo)
}
