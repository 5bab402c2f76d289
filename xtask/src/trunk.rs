//! Calling Trunk.

use std::env;
use std::process::Command;

use crate::checkout::Checkout;
use crate::error::Result;
use crate::tools::Tools;

/// Warnings and errors, but not that Trunk cannot minify what wasm-bindgen writes: the hook does that.
const LOG: &str = "error,trunk=warn,trunk::processing::minify=error";

/// Trunk in the root of the repository, quiet but for warnings and errors.
pub fn command(checkout: &Checkout, tools: &Tools) -> Result<Command> {
    let mut command = checkout.command("trunk");
    // A Trunk that runs inside another one would take that one's settings for its own.
    for (name, _) in env::vars_os() {
        if name.as_encoded_bytes().starts_with(b"TRUNK_") {
            command.env_remove(name);
        }
    }
    // It asks the registry for a newer Trunk at every start otherwise.
    command.env("TRUNK_SKIP_VERSION_CHECK", "true");
    // Trunk 0.21 takes only `true` or `false` here; the convention is any value.
    if env::var_os("NO_COLOR").is_some() {
        command.env("NO_COLOR", "true");
    }
    command.env_remove("RUST_LOG").args(["--log", LOG]);
    // What Cargo or the hook has said above it is what helps, not where in Trunk it was noticed.
    command.env("RUST_LIB_BACKTRACE", "0");
    tools.on_path(&mut command)?;
    Ok(command)
}
