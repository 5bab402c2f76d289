//! A standard library made for a phone's download.
//!
//! The one that comes with Rust is compiled for speed, and brings the words and code of every panic, which nobody on a
//! phone will read. Compiled for size, with panics that only stop the program, home is 12 % smaller (docs/decisions/0004).
//! Cargo calls both unstable, so only releases use them, with the compiler that `rust-toolchain.toml` pins; plain Trunk
//! builds without them, and the site works the same.
//!
//! Trunk calls `cargo` by name for the program and, through its hook, for our own tools. Only the program may be built this
//! way, so what Trunk finds first is a script that looks at what is to be built.

use std::env;
use std::path::PathBuf;
use std::process::Command;

use crate::checkout::Checkout;
use crate::error::{Error, Result};
use crate::files;

const SCRIPT: &str = r#"#!/bin/sh
case " $* " in
*wasm32-unknown-unknown*)
  RUSTC_BOOTSTRAP=1
  CARGO_UNSTABLE_BUILD_STD=std,panic_abort
  CARGO_UNSTABLE_BUILD_STD_FEATURES=optimize_for_size
  CARGO_UNSTABLE_PANIC_IMMEDIATE_ABORT=true
  CARGO_PROFILE_RELEASE_PANIC=immediate-abort
  export RUSTC_BOOTSTRAP CARGO_UNSTABLE_BUILD_STD CARGO_UNSTABLE_BUILD_STD_FEATURES
  export CARGO_UNSTABLE_PANIC_IMMEDIATE_ABORT CARGO_PROFILE_RELEASE_PANIC
  ;;
esac
PATH=${PATH#*:}
exec cargo "$@"
"#;

/// Set for the Trunk that [`on_path`] has prepared, and what that one calls.
const CHOSEN: &str = "TAUMAHI_SMALL_STD";

/// Lets the Trunk that a hook calls do as the one that has called the hook.
pub fn inherit(checkout: &Checkout, trunk: &mut Command) -> Result<()> {
    if env::var_os(CHOSEN).is_some() { on_path(checkout, trunk) } else { Ok(()) }
}

/// Lets Trunk build programs with the small standard library. On Windows, which has no such scripts, they come out larger.
pub fn on_path(checkout: &Checkout, trunk: &mut Command) -> Result<()> {
    if cfg!(not(unix)) {
        return Ok(());
    }
    let folder = checkout.path("target/small-std");
    let script = folder.join("cargo");
    files::create(&folder)?;
    files::write(&script, SCRIPT)?;
    make_runnable(&script)?;
    let path =
        trunk.get_envs().find(|(name, _)| *name == "PATH").and_then(|(_, path)| path.map(ToOwned::to_owned));
    let inherited = path.or_else(|| env::var_os("PATH")).unwrap_or_default();
    let folders = std::iter::once(folder).chain(env::split_paths(&inherited));
    let joined = env::join_paths(folders.collect::<Vec<PathBuf>>()).map_err(|error| Error::Missing {
        tool: "a usable PATH".to_owned(),
        advice: format!("{error}; move the checkout to a folder without a colon in its name"),
    })?;
    trunk.env("PATH", joined).env(CHOSEN, "1");
    Ok(())
}

#[cfg(unix)]
fn make_runnable(script: &std::path::Path) -> Result<()> {
    use std::os::unix::fs::PermissionsExt;
    std::fs::set_permissions(script, std::fs::Permissions::from_mode(0o755))
        .map_err(Error::file("make runnable", script))
}

#[cfg(not(unix))]
fn make_runnable(_: &std::path::Path) -> Result<()> {
    Ok(())
}
