//! The teacher's assignments, compiled for phones by `taumahi build`.

mod unfinished;

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::checkout::Checkout;
use crate::command::{not_started, run};
use crate::error::{Error, Result};
use crate::files;

/// What `taumahi` ends with when there is a mistake in an assignment.
const MISTAKES: i32 = 1;

/// The lists that `taumahi` writes: of the assignments, and of all files.
const INDEX: &str = "index.json";
const LIST: &str = "files.json";

/// Cargo's words for the program that compiles assignments.
const PROGRAM: [&str; 3] = ["--quiet", "--package", "cli"];

/// Builds `taumahi`, and says where it is.
pub fn program(checkout: &Checkout) -> Result<PathBuf> {
    run(checkout.command("cargo").arg("build").args(PROGRAM))?;
    Ok(checkout.target()?.join("debug").join("taumahi"))
}

/// `taumahi`, which Cargo builds first.
pub fn by_cargo(checkout: &Checkout) -> Command {
    let mut cargo = checkout.command("cargo");
    cargo.arg("run").args(PROGRAM).arg("--");
    cargo
}

/// One compiling of a folder of assignments.
pub struct Compiling<'c> {
    /// What the teacher has written.
    pub source: &'c Path,
    /// An empty folder for the compiled assignments.
    pub out: &'c Path,
    /// Those that were compiled before, if there are any.
    pub last: &'c Path,
    /// Whether the site is for publishing. Then a mistake in an assignment is an error. While serving it must not be: a teacher is
    /// in the middle of a sentence. The mistake is shown on the terminal, and that assignment stays on the site as it was before.
    pub is_release: bool,
    /// The files that were saved since the last compiling: only of these is it said what could be better. With none, of all.
    pub saved: &'c [PathBuf],
}

impl Compiling<'_> {
    /// Compiles them with `taumahi`, and says how many there are.
    pub fn run(&self, mut taumahi: Command) -> Result<usize> {
        self.ask(&mut taumahi);
        let status = taumahi.status().map_err(not_started(&taumahi))?;
        if !status.success() {
            if self.is_release || status.code() != Some(MISTAKES) {
                return Err(Error::NotPassed(format!(
                    "the assignments in {} could not be built",
                    self.source.display()
                )));
            }
            self.show_last()?;
        }
        let list = self.out.join(LIST);
        if !self.is_release && list.is_file() {
            // What was put back is not in it, and nobody keeps a site that is being written.
            files::remove(&list)?;
        }
        let is_document = |file: &&PathBuf| {
            file.extension().is_some_and(|it| it == "json")
                && ![INDEX, LIST].iter().any(|list| file.ends_with(list))
        };
        Ok(files::all_in(self.out)?.iter().filter(is_document).count())
    }

    fn ask(&self, taumahi: &mut Command) {
        taumahi.arg("build").arg(self.source).arg("--out").arg(self.out);
        if !self.is_release {
            taumahi.arg("--keep-going");
        }
        for file in self.saved {
            taumahi.arg("--warnings-of").arg(file);
        }
    }

    /// Puts the assignments that have a mistake now back as they were.
    fn show_last(&self) -> Result<()> {
        let back = unfinished::bring_back(self.last, self.out, self.source)?;
        if back.is_empty() {
            eprintln!("Until that is right, the site shows only the other assignments.");
        } else {
            eprintln!("Until that is right, the site shows this as it was: {}.", back.join(", "));
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_could_be_better_is_asked_for_the_files_that_were_saved() {
        let saved = [PathBuf::from("in/kites.md")];
        let (source, out, last) = (Path::new("in"), Path::new("out"), Path::new("last"));
        let asked = |is_release, saved: &[PathBuf]| {
            let mut taumahi = Command::new("taumahi");
            Compiling { source, out, last, is_release, saved }.ask(&mut taumahi);
            taumahi.get_args().filter_map(|argument| argument.to_str()).collect::<Vec<_>>().join(" ")
        };
        assert_eq!(asked(true, &[]), "build in --out out");
        assert_eq!(asked(false, &saved), "build in --out out --keep-going --warnings-of in/kites.md");
    }
}
