//! `cargo xtask test`: everything that has to hold, in one command.

mod closing;
mod steps;
mod store;

use crate::checkout::Checkout;
use crate::error::{Error, Result};
use crate::progress::Progress;
use closing::Counts;
pub use steps::Step;

/// Which of the steps to run.
#[derive(clap::Args)]
pub struct Test {
    /// Run only this step
    #[arg(long, value_name = "STEP")]
    only: Option<Step>,
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

/// Runs the steps in order, to the first that fails.
///
/// # Errors
///
/// [`Error::NotPassed`] when a step has failed; its output is on the terminal.
pub fn test(checkout: &Checkout, options: &Test) -> Result<()> {
    let steps = options.only.map_or_else(|| Step::ALL.to_vec(), |step| vec![step]);
    let mut sum = Counts::default();
    let mut failed = None;
    for step in steps {
        step.prepare(checkout)?;
        let progress = Progress::start(step.title());
        let outcome = step.run(checkout)?;
        let counts = outcome.closing.iter().filter_map(|line| Counts::read(line)).sum();
        sum = sum + counts;
        if outcome.success {
            progress.done();
        } else {
            progress.failed();
            println!("{}", outcome.output.trim_end());
            failed = Some(step);
        }
        for line in outcome.closing.iter().filter(|line| outcome.success || !outcome.output.contains(*line)) {
            println!("{line}");
        }
        if failed.is_some() {
            sum.failed += usize::from(counts.failed == 0);
            break;
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
