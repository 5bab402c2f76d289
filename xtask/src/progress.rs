//! One line on the terminal for one thing that takes time, and how amounts are said there.

use std::fmt;
use std::io::{self, Write};
use std::time::{Duration, Instant};

/// A line that says what is being done, and is completed with how long it took.
///
/// It is written to the terminal's error stream: the output of a command stays clean.
pub struct Progress {
    started: Instant,
}

impl Progress {
    /// Starts the line: "Installing Trunk 0.21.14 (about 6 minutes, once) … ".
    pub fn start(what: impl fmt::Display) -> Self {
        eprint!("{what} … ");
        // The line is only for a person to see; a closed terminal must not stop the work.
        let _ = io::stderr().flush();
        Self { started: Instant::now() }
    }

    /// Completes the line with the time it took.
    pub fn done(self) {
        eprintln!("{}", spoken(self.started.elapsed()));
    }

    /// Completes the line with the time it took to fail.
    pub fn failed(self) {
        eprintln!("FAILED after {}", spoken(self.started.elapsed()));
    }
}

/// A length of time as a person would say it: "3.4 ms", "87 ms", "4.1 s", "41 s", "6 min 19 s".
pub fn spoken(time: Duration) -> String {
    let seconds = time.as_secs_f64();
    if seconds < 0.00995 {
        return format!("{:.1} ms", seconds * 1_000.0);
    }
    if seconds < 0.95 {
        return format!("{} ms", time.as_millis());
    }
    if seconds < 9.95 {
        return format!("{seconds:.1} s");
    }
    let whole = seconds.round() as u64;
    match (whole / 60, whole % 60) {
        (0, seconds) => format!("{seconds} s"),
        (minutes, seconds) => format!("{minutes} min {seconds} s"),
    }
}

/// A number of things in words: "1 language", "3 languages".
pub fn counted(count: usize, thing: &str) -> String {
    format!("{count} {thing}{}", if count == 1 { "" } else { "s" })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_spoken() {
        let spoken = |seconds| spoken(Duration::from_secs_f64(seconds));
        assert_eq!(spoken(0.0034), "3.4 ms");
        assert_eq!(spoken(0.04), "40 ms");
        assert_eq!(spoken(0.96), "1.0 s");
        assert_eq!(spoken(9.94), "9.9 s");
        assert_eq!(spoken(9.96), "10 s");
        assert_eq!(spoken(59.7), "1 min 0 s");
        assert_eq!(spoken(379.0), "6 min 19 s");
    }
}
