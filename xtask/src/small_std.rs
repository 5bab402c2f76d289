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
use std::fs;
use std::os::unix::fs::PermissionsExt;
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
own=${0%/*}
others=
set -f
IFS=:
for folder in $PATH; do
  [ "$folder" = "$own" ] || others=${others:+$others:}$folder
done
PATH=$others
exec cargo "$@"
"#;

/// Set for the Trunk that [`on_path`] has prepared, and what that one calls.
const CHOSEN: &str = "TAUMAHI_SMALL_STD";

/// Lets the Trunk that a hook calls do as the one that has called the hook.
pub fn inherit(checkout: &Checkout, trunk: &mut Command) -> Result<()> {
    if env::var_os(CHOSEN).is_some() { on_path(checkout, trunk) } else { Ok(()) }
}

/// Lets Trunk build programs with the small standard library.
pub fn on_path(checkout: &Checkout, trunk: &mut Command) -> Result<()> {
    put_first(checkout.target()?.join("small-std"), trunk)
}

fn put_first(folder: PathBuf, trunk: &mut Command) -> Result<()> {
    let script = folder.join("cargo");
    files::write(&script, SCRIPT)?;
    fs::set_permissions(&script, fs::Permissions::from_mode(0o755))
        .map_err(Error::file("make runnable", &script))?;
    let path =
        trunk.get_envs().find(|(name, _)| *name == "PATH").and_then(|(_, path)| path.map(ToOwned::to_owned));
    let inherited = path.or_else(|| env::var_os("PATH")).unwrap_or_default();
    let folders = std::iter::once(folder).chain(env::split_paths(&inherited));
    let joined = env::join_paths(folders.collect::<Vec<PathBuf>>()).map_err(|error| Error::Missing {
        tool: "a usable PATH".to_owned(),
        advice: format!("{error}; choose a folder for Cargo without a colon in its name"),
    })?;
    trunk.env("PATH", joined).env(CHOSEN, "1");
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::command::quietly;

    /// What the Cargo behind the script gets, with other folders before the script's.
    fn asked(arguments: &[&str]) -> String {
        let place = tempfile::tempdir().unwrap();
        let folder = |name: &str| place.path().join(name);
        let cargo = folder("real").join("cargo");
        files::write(&cargo, "#!/bin/sh\necho \"$* $RUSTC_BOOTSTRAP $PATH\"\n").unwrap();
        fs::set_permissions(&cargo, fs::Permissions::from_mode(0o755)).unwrap();
        let mut trunk = Command::new("sh");
        trunk.env("PATH", env::join_paths([folder("real"), "/bin".into(), "/usr/bin".into()]).unwrap());
        put_first(folder("small std"), &mut trunk).unwrap();
        trunk.args(["-c", "PATH=/before:$PATH; cargo \"$@\"", "sh"]).args(arguments);
        quietly(&mut trunk).unwrap().replace(place.path().to_str().unwrap(), "")
    }

    #[test]
    fn a_program_for_the_browser_is_built_with_the_small_one() {
        let asked = asked(&["build", "--target", "wasm32-unknown-unknown"]);
        assert_eq!(asked, "build --target wasm32-unknown-unknown 1 /before:/real:/bin:/usr/bin\n");
    }

    #[test]
    fn our_own_tools_are_built_as_usual() {
        assert_eq!(asked(&["xtask", "a b"]), "xtask a b  /before:/real:/bin:/usr/bin\n");
    }
}
