//! `cargo xtask fuzz`: looks for an input that breaks one of the readers, starting from those that were found before.

use std::process::Command;

use crate::checkout::Checkout;
use crate::command::run;
use crate::error::Result;
use crate::files;
use crate::tools::Tools;

/// An input takes milliseconds; one that takes this long, in seconds, is a finding.
const LONGEST: u32 = 5;
/// So is one that takes so much memory, in MB.
const MOST_MEMORY: u32 = 512;
/// Nobody writes more by hand, in bytes.
const LARGEST: u32 = 1 << 16;

/// A part of Taumahi that reads what anybody may have written. What holds for every input is in the tests of its crate; `tests/fuzz/targets/` calls it.
struct Target {
    name: &'static str,
    /// What to start from, beside the corpus.
    seeds: &'static [&'static str],
    /// The largest input that is kept, in bytes: every clone of the repository has it.
    largest_kept: u32,
}

/// All of them.
const TARGETS: [Target; 3] = [
    Target { name: "backup", seeds: &["app/store/tests/copies"], largest_kept: 1_000 },
    Target { name: "format", seeds: &["tests/format", "assignments"], largest_kept: 400 },
    // The shortest result with an answer has 300.
    Target { name: "result", seeds: &[], largest_kept: 1_000 },
];

/// What to look at and for how long.
#[derive(clap::Args)]
pub struct Fuzz {
    /// Which part of Taumahi reads the made-up input
    #[arg(default_value = "format", value_parser = TARGETS.map(|target| target.name))]
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
    for target in TARGETS.iter().filter(|target| target.name == options.target) {
        look(checkout, &tools, target, options.minutes)?;
    }
    Ok(())
}

fn look(checkout: &Checkout, tools: &Tools, target: &Target, minutes: u32) -> Result<()> {
    let corpus = checkout.path("tests/fuzz/corpus").join(target.name);
    let found = checkout.target()?.join("fuzz-corpus").join(target.name);
    files::create(&corpus)?;
    files::create(&found)?;
    let looking = [
        format!("-max_total_time={}", minutes * 60),
        format!("-timeout={LONGEST}"),
        format!("-rss_limit_mb={MOST_MEMORY}"),
        format!("-max_len={LARGEST}"),
        "-print_final_stats=1".to_owned(),
    ];
    run(cargo_fuzz(checkout, tools, target)?
        .args([&found, &corpus])
        .args(target.seeds.iter().map(|seeds| checkout.path(seeds)))
        .arg("--")
        .args(looking))?;
    // What is new joins what was kept, as far as it is small and reaches something that nothing else does, however often.
    let largest = format!("-max_len={}", target.largest_kept);
    let keeping = ["--", "-set_cover_merge=1", "-use_counters=0", &largest];
    run(cargo_fuzz(checkout, tools, target)?.args([&corpus, &found]).args(keeping))
}

fn cargo_fuzz(checkout: &Checkout, tools: &Tools, target: &Target) -> Result<Command> {
    let mut cargo = checkout.command("cargo");
    cargo.args(["fuzz", "run", "--fuzz-dir", "tests/fuzz", "--sanitizer", "none", "--target-dir"]);
    cargo.arg(checkout.target()?.join("fuzz")).arg(target.name);
    // The compiler is the pinned one, and only this lets it watch a program from the inside.
    cargo.env("RUSTC_BOOTSTRAP", "1");
    tools.on_path(&mut cargo)?;
    Ok(cargo)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_target_has_a_program_and_a_corpus_and_is_named_here() {
        let checkout = Checkout::here();
        let programs = files::all_in(&checkout.path("tests/fuzz/targets")).unwrap();
        let mut stems: Vec<_> = programs.iter().filter_map(|path| path.file_stem()?.to_str()).collect();
        stems.sort_unstable();
        assert_eq!(stems, TARGETS.map(|target| target.name));
        for target in TARGETS {
            let corpus = files::all_in(&checkout.path("tests/fuzz/corpus").join(target.name)).unwrap();
            assert!(corpus.len() > 100, "{}", target.name);
            let folders = target.seeds.iter().map(|seeds| checkout.path(seeds));
            folders.for_each(|folder| assert!(folder.is_dir(), "{}", folder.display()));
        }
    }
}
