//! The lines by which test runners say how many tests have passed.

use std::fmt;
use std::iter::Sum;
use std::ops::Add;

/// How many tests have passed, failed and been skipped.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Tests that have passed.
    pub passed: usize,
    /// Tests that have failed, or ran only after others had failed.
    pub failed: usize,
    /// Tests that were not run.
    pub skipped: usize,
}

impl Counts {
    /// Reads a closing line: Cargo's `test result: ok. 3 passed; 0 failed; …`, or one of Playwright's, `  3 passed (2.1s)`.
    pub fn read(line: &str) -> Option<Self> {
        let line = line.trim();
        let counted = match line.strip_prefix("test result: ") {
            Some(result) => result.split_once(". ")?.1,
            None => line,
        };
        let mut counts = Self::default();
        let mut any = false;
        for part in counted.split(';') {
            let mut words = part.split_whitespace();
            let number: Option<usize> = words.next().and_then(|word| word.parse().ok());
            let count = match (number, words.next()) {
                (Some(number), Some("passed")) => (number, &mut counts.passed),
                (Some(number), Some("failed" | "interrupted" | "flaky")) => (number, &mut counts.failed),
                (Some(number), Some("ignored" | "skipped")) => (number, &mut counts.skipped),
                (Some(number), Some("did")) if part.ends_with("did not run") => (number, &mut counts.skipped),
                _ => continue,
            };
            *count.1 += count.0;
            any = true;
        }
        any.then_some(counts)
    }

    /// The closing lines in a test runner's output. Those of Cargo that counted nothing are left out.
    pub fn lines_of(output: &str) -> Vec<String> {
        output
            .lines()
            .filter(|line| line.starts_with("test result: ") || line.starts_with("  "))
            .filter(|line| Self::read(line).is_some_and(|counts| counts != Self::default()))
            .map(|line| line.trim().to_owned())
            .collect()
    }
}

impl Add for Counts {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self {
            passed: self.passed + other.passed,
            failed: self.failed + other.failed,
            skipped: self.skipped + other.skipped,
        }
    }
}

impl Sum for Counts {
    fn sum<I: Iterator<Item = Self>>(counts: I) -> Self {
        counts.fold(Self::default(), Add::add)
    }
}

impl fmt::Display for Counts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} passed, {} failed", self.passed, self.failed)?;
        if self.skipped > 0 {
            write!(f, ", {} skipped", self.skipped)?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const CARGO: &str = "\
running 2 tests
test a ... ok
test b ... FAILED

test result: FAILED. 1 passed; 1 failed; 3 ignored; 0 measured; 0 filtered out; finished in 0.00s

running 0 tests

test result: ok. 0 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.00s
";

    const PLAYWRIGHT: &str = "\
Running 9 tests using 2 workers

  ✓  1 e2e/smoke.spec.ts:8:3 › 3 failed attempts (120ms)

  1 failed
    e2e/smoke.spec.ts:8:3 › 2 passed
  1 did not run
  2 skipped
  5 passed (8.1s)
";

    #[test]
    fn cargos_closing_line_is_read() {
        let lines = Counts::lines_of(CARGO);
        assert_eq!(lines.len(), 1);
        assert_eq!(Counts::read(&lines[0]), Some(Counts { passed: 1, failed: 1, skipped: 3 }));
    }

    #[test]
    fn playwrights_closing_lines_are_read() {
        let lines = Counts::lines_of(PLAYWRIGHT);
        assert_eq!(lines, ["1 failed", "1 did not run", "2 skipped", "5 passed (8.1s)"]);
        let sum: Counts = lines.iter().filter_map(|line| Counts::read(line)).sum();
        assert_eq!(sum, Counts { passed: 5, failed: 1, skipped: 3 });
    }

    #[test]
    fn the_sum_is_one_plain_line() {
        assert_eq!(Counts { passed: 7, failed: 0, skipped: 0 }.to_string(), "7 passed, 0 failed");
        assert_eq!(Counts { passed: 7, failed: 1, skipped: 2 }.to_string(), "7 passed, 1 failed, 2 skipped");
    }
}
