//! `cargo xtask mutants`: breaks the keeping of answers in one place after the other, in a copy, and sees that a test fails each time.
//!
//! cargo-mutants breaks every line of native code; these are the few promises that matter most, and some of them only hold in a browser, where it
//! cannot look.

use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};

use crate::checkout::Checkout;
use crate::command::{Finished, captured, quietly};
use crate::error::{Error, Result};
use crate::files;
use crate::progress::Progress;

/// One place that is broken.
struct Mutant {
    /// What is broken.
    what: &'static str,
    /// In which file.
    file: &'static str,
    /// What stands there, once.
    from: &'static str,
    /// What stands there then.
    to: &'static str,
    /// Which tests have to find it.
    tests: Tests,
}

/// Tests that take little time together.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Tests {
    /// Those of a crate.
    Crate(&'static str),
    /// Those of the store in a browser.
    Store,
    /// Those of a file of `tests/e2e/`.
    Page(&'static str),
}

const MUTANTS: [Mutant; 9] = [
    Mutant {
        what: "the commit: a write is called kept before it is committed",
        file: "app/store/src/backing/browser.rs",
        from: "    rewritten?;\n    committed.await\n",
        to: "    rewritten?;\n    drop(committed);\n    Ok(())\n",
        tests: Tests::Store,
    },
    Mutant {
        what: "the explicit commit: what is noted as the page goes is left to the browser",
        file: "app/store/src/backing/browser.rs",
        from: "    end(&transaction, written.is_ok());\n    written.map(|()| transaction)\n",
        to: "    written.map(|()| transaction)\n",
        tests: Tests::Page("leaving"),
    },
    Mutant {
        what: "the note beside the database: what waits for another tab as the page goes is gone",
        file: "app/store/src/lib.rs",
        from: "        self.backing.park(tab, &text);\n",
        to: "",
        tests: Tests::Page("two-tabs"),
    },
    Mutant {
        what: "the merge: a tab's answer takes the place of another tab's",
        file: "app/store/src/change.rs",
        from: "        answer.value = merge(base, &answer.value, &held.value);\n",
        to: "",
        tests: Tests::Crate("store"),
    },
    Mutant {
        what: "the marks: a change that arrives twice counts twice",
        file: "app/store/src/change.rs",
        from: "if answer.marks.are_in(&held.marks) {",
        to: "if answer.revision == u64::MAX {",
        tests: Tests::Crate("store"),
    },
    Mutant {
        what: "the queue's retry: what was refused is forgotten",
        file: "app/store/src/queue.rs",
        from: "        self.failures += 1;\n        self.wait_again();\n",
        to: "        self.failures += 1;\n        self.in_flight.clear();\n",
        tests: Tests::Crate("store"),
    },
    Mutant {
        what: "the profile's key: all children have one place for an answer",
        file: "app/store/src/change.rs",
        from: "shelf::key(&[&answer.profile, &answer.assignment,",
        to: "shelf::key(&[\"child\", &answer.assignment,",
        tests: Tests::Crate("store"),
    },
    Mutant {
        what: "the earlier versions: what is replaced is gone",
        file: "app/store/src/change.rs",
        from: "if let Some(version) = answer.earlier(held) {",
        to: "if let Some(version) = answer.earlier(held).filter(|_| answer.revision == u64::MAX) {",
        tests: Tests::Crate("store"),
    },
    Mutant {
        what: "the new connection: a write that hangs is waited for for ever",
        file: "app/home/src/saving/mod.rs",
        from: "if self.queue.try_update_value(Queue::give_up) == Some(true) || is_keeping {",
        to: "if self.queue.try_update_value(Queue::give_up).is_none() && is_keeping {",
        tests: Tests::Page("not-kept"),
    },
];

/// Tries all of them.
///
/// # Errors
///
/// [`Error::NotPassed`] when no test fails for one of them, or when one fails although nothing is broken: it would find everything.
pub fn mutants(checkout: &Checkout) -> Result<()> {
    let copy = copy(checkout)?;
    let mut survivors = 0;
    let mut tried = Vec::new();
    for Mutant { what, file, from, to, tests } in &MUTANTS {
        let path = copy.join(file);
        let whole = files::read_text(&path)?;
        if whole.matches(from).count() != 1 {
            let problem = format!("it does not have once what “{what}” would break:\n{from}");
            return Err(Error::Unreadable { path, problem });
        }
        if !tried.contains(tests) {
            tests.pass(checkout, &copy)?;
            tried.push(*tests);
        }
        let progress = Progress::start(what);
        files::write(&path, whole.replacen(from, to, 1))?;
        let finished = tests.run(checkout, &copy);
        files::write(&path, whole)?;
        match caught_by(&finished?) {
            Some(test) => {
                progress.done();
                println!("  caught by: {test}");
            }
            None => {
                progress.failed();
                survivors += 1;
            }
        }
    }
    if survivors > 0 {
        return Err(Error::NotPassed(format!("{survivors} broken places were found by no test")));
    }
    Ok(())
}

/// All that is the project's own, where it can be broken.
fn copy(checkout: &Checkout) -> Result<PathBuf> {
    let copy = checkout.target()?.join("mutants/checkout");
    files::remove_all(&copy)?;
    let mut git = checkout.command("git");
    let listed = quietly(git.args(["ls-files", "--cached", "--others", "--exclude-standard"]))?;
    for path in listed.lines() {
        let from = checkout.path(path);
        if from.is_file() {
            files::write(&copy.join(path), files::read(&from)?)?;
        }
    }
    let packages = Path::new("tests/node_modules");
    symlink(checkout.path("tests/node_modules"), copy.join(packages))
        .map_err(Error::file("link", &copy.join(packages)))?;
    Ok(copy)
}

impl Tests {
    /// Sees that they pass while nothing is broken.
    fn pass(self, checkout: &Checkout, copy: &Path) -> Result<()> {
        let progress = Progress::start("the same tests while nothing is broken");
        let Finished { success: true, .. } = self.run(checkout, copy)? else {
            progress.failed();
            return Err(Error::NotPassed(
                "a test fails although nothing is broken, and says nothing here".to_owned(),
            ));
        };
        progress.done();
        Ok(())
    }

    fn run(self, checkout: &Checkout, copy: &Path) -> Result<Finished> {
        let target = checkout.target()?.join("mutants/target");
        let cargo = |arguments: &[&str]| {
            let mut cargo = std::process::Command::new("cargo");
            cargo.current_dir(copy).env("CARGO_TARGET_DIR", &target).args(arguments);
            captured(&mut cargo)
        };
        match self {
            Self::Crate(name) => cargo(&["test", "--quiet", "--no-fail-fast", "--package", name]),
            Self::Store => cargo(&["xtask", "test", "--only", "store"]),
            Self::Page(file) => {
                let built = cargo(&["xtask", "test", "--only", "build"])?;
                if !built.success {
                    return Err(Error::FailedQuietly {
                        command: "cargo xtask test --only build".to_owned(),
                        output: built.output,
                    });
                }
                cargo(&["xtask", "test", "--only", "end-to-end", "--", file])
            }
        }
    }
}

/// The first test that has failed. A program that cannot be compiled has found nothing.
fn caught_by(finished: &Finished) -> Option<&str> {
    if finished.success {
        return None;
    }
    let lines = || finished.output.lines().map(str::trim);
    let of_page = lines().find(|line| line.starts_with('✘'));
    // Both are followed by what the test has said.
    let of_crate = || lines().find_map(|line| line.strip_prefix("---- ")?.strip_suffix(" stdout ----"));
    let of_store = || lines().find_map(|line| line.strip_prefix("---- ")?.strip_suffix(" output ----"));
    of_page.or_else(of_crate).or_else(of_store)
}
