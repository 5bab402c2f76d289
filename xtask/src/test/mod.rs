//! `cargo xtask test`: everything that has to hold, in one command.

mod closing;
mod effort;
mod end_to_end;
mod engines;
mod own_assignments;
mod programs;
mod site;
mod steps;
mod store;

use crate::checkout::Checkout;
use crate::error::{Error, Result};
use crate::progress::Progress;
use closing::Counts;
use effort::Effort;
pub use steps::Step;

/// Which of the steps to run.
#[derive(clap::Args)]
pub struct Test {
    /// Run only this step
    #[arg(long, value_name = "STEP")]
    only: Option<Step>,
    /// Also tell the whole story in Firefox and in WebKit
    #[arg(long, conflicts_with = "only")]
    all_browsers: bool,
    #[command(flatten)]
    effort: Effort,
    /// Of the end-to-end tests only those of files with one of these words in their name
    #[arg(last = true, value_name = "WORD")]
    files: Vec<String>,
}

/// What one step has found.
pub struct Outcome {
    /// Whether all is well.
    pub success: bool,
    /// All that was printed. It is shown when something is wrong.
    pub output: String,
    /// Lines to show even when all is well: a test runner's closing lines, or figures.
    pub closing: Vec<String>,
}

impl Outcome {
    /// A step that could not even be run.
    fn of_error(error: Error) -> Self {
        Self { success: false, output: format!("error: {error}"), closing: Vec::new() }
    }
}

/// Runs the steps in order, to the first that fails.
///
/// # Errors
///
/// [`Error::NotPassed`] when a step has failed; its output is on the terminal.
pub fn test(checkout: &Checkout, options: &Test) -> Result<()> {
    let mut steps = options.only.map_or_else(|| Step::ALL.to_vec(), |step| vec![step]);
    if options.all_browsers {
        steps.push(Step::Engines);
    }
    let effort = options.effort.decided();
    println!("{}", effort.line());
    let mut sum = Counts::default();
    // What is missing should be known before minutes have gone into the first steps.
    let mut failed = steps.iter().copied().find(|step| !is_prepared(*step, checkout));
    if failed.is_some() {
        sum.failed += 1;
    } else {
        for step in steps {
            let (success, counts) = run(step, checkout, effort, &options.files);
            sum = sum + counts;
            if !success {
                failed = Some(step);
                break;
            }
        }
    }
    println!("{sum}");
    match failed {
        None => Ok(()),
        Some(step) => Err(Error::NotPassed(format!(
            "{} did not pass. To run only that: cargo xtask test --only {}",
            step.title(),
            step.name()
        ))),
    }
}

fn is_prepared(step: Step, checkout: &Checkout) -> bool {
    let prepared = step.prepare(checkout);
    if let Err(error) = &prepared {
        println!("error: {error}");
    }
    prepared.is_ok()
}

/// Runs a step, shows what it has found, and says whether all is well. A step that has failed counts as one test at least.
fn run(step: Step, checkout: &Checkout, effort: Effort, files: &[String]) -> (bool, Counts) {
    let progress = Progress::start(step.title());
    let outcome = step.run(checkout, effort, files).unwrap_or_else(Outcome::of_error);
    let mut counts: Counts = outcome.closing.iter().filter_map(|line| Counts::read(line)).sum();
    if outcome.success {
        progress.done();
    } else {
        progress.failed();
        println!("{}", outcome.output.trim_end());
        counts.failed = counts.failed.max(1);
    }
    for line in outcome.closing.iter().filter(|line| outcome.success || !outcome.output.contains(*line)) {
        println!("{line}");
    }
    (outcome.success, counts)
}
