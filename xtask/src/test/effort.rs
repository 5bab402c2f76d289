//! How often the tests that follow chance are to do it.

use std::process::Command;
use std::time::{SystemTime, UNIX_EPOCH};

/// Tests by chance read both from here: `tests/e2e/chance.ts`, and the model tests of the crates.
const SEED: &str = "TAUMAHI_SEED";
const SOAK: &str = "TAUMAHI_SOAK";

/// The same seed makes the same choices.
#[derive(Clone, Copy, Debug, clap::Args)]
pub struct Effort {
    /// Cause every fault as often as the promise says, not a tenth of it: takes an hour or more
    #[arg(long)]
    soak: bool,
    /// The choices of another run, by the seed that it printed
    #[arg(long, value_name = "NUMBER")]
    seed: Option<u32>,
}

impl Effort {
    /// With a seed of its own, if none was given.
    pub fn decided(self) -> Self {
        let now = SystemTime::now().duration_since(UNIX_EPOCH);
        let any = now.map_or(1, |now| now.subsec_micros() + 1);
        Self { seed: self.seed.or(Some(any)), ..self }
    }

    /// A line that says how to make the same choices again.
    pub fn line(self) -> String {
        let seed = self.seed.unwrap_or_default();
        let soak = if self.soak { " --soak" } else { "" };
        format!(
            "The faults are caused by the seed {seed}. For the same ones again: cargo xtask test{soak} --seed {seed}"
        )
    }

    /// Tells a program that runs tests.
    pub fn tell(self, tests: &mut Command) -> &mut Command {
        tests.env(SEED, self.seed.unwrap_or_default().to_string());
        if self.soak {
            tests.env(SOAK, "1");
        }
        tests
    }
}
