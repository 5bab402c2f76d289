//! Running other programs, and saying plainly what happened when one fails.

use std::io::{self, Read};
use std::process::{Command, Stdio};

use crate::error::{Error, Result};

/// What a program did when nobody was watching.
pub struct Finished {
    /// Whether it ended with success.
    pub success: bool,
    /// All that it printed, to its output and its errors, in order.
    pub output: String,
}

/// Runs a program that talks to the terminal itself.
pub fn run(command: &mut Command) -> Result<()> {
    let status = command.status().map_err(not_started(command))?;
    if status.success() { Ok(()) } else { Err(Error::Failed { command: written_out(command) }) }
}

/// Runs a program without a word, and returns what it printed.
pub fn quietly(command: &mut Command) -> Result<String> {
    let finished = captured(command)?;
    if finished.success {
        Ok(finished.output)
    } else {
        Err(Error::FailedQuietly { command: written_out(command), output: finished.output })
    }
}

/// Runs a program to its end, whatever end that is, and keeps what it printed.
pub fn captured(command: &mut Command) -> Result<Finished> {
    let finish = |command: &mut Command| -> io::Result<Finished> {
        let (mut reader, writer) = io::pipe()?;
        command.stdin(Stdio::null()).stdout(writer.try_clone()?).stderr(writer);
        let child = command.spawn();
        // The command holds the writing ends of the pipe: until they are gone, reading would not come to an end.
        command.stdout(Stdio::null()).stderr(Stdio::null());
        let mut child = child?;
        let mut output = Vec::new();
        reader.read_to_end(&mut output)?;
        Ok(Finished {
            success: child.wait()?.success(),
            output: String::from_utf8_lossy(&output).into_owned(),
        })
    };
    finish(command).map_err(not_started(command))
}

/// The error of a program that did not start.
pub fn not_started(command: &Command) -> impl FnOnce(io::Error) -> Error + use<> {
    let program = command.get_program().to_string_lossy().into_owned();
    move |source| Error::NotStarted { program, source }
}

/// The program and its arguments, as one would type them.
fn written_out(command: &Command) -> String {
    std::iter::once(command.get_program())
        .chain(command.get_args())
        .map(|word| word.to_string_lossy())
        .collect::<Vec<_>>()
        .join(" ")
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn a_failing_program_is_quoted() {
        let error = quietly(Command::new("sh").args(["-c", "echo one; echo two >&2; exit 3"])).unwrap_err();
        assert_eq!(error.to_string(), "`sh -c echo one; echo two >&2; exit 3` failed. It said:\none\ntwo\n");
    }

    #[test]
    fn a_missing_program_is_named() {
        let error = run(&mut Command::new("no-such-program")).unwrap_err();
        assert!(error.to_string().starts_with("could not start `no-such-program`: "), "{error}");
    }
}
