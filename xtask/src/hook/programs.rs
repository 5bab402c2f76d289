//! The programs of a release, made smaller.

use std::path::{Path, PathBuf};
use std::thread;

use crate::checkout::Checkout;
use crate::command::quietly;
use crate::error::{Error, Result};
use crate::files;
use crate::tools::Tools;

use super::{Stage, names, unused};

/// What Rust's compiler uses of WebAssembly.
const FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

/// For home, which has a budget: control flow drawn anew, and addresses folded, because Rust's linker leaves the first 1,024 bytes empty.
/// `--traps-never-happen` would take out checks that families need: see docs/decisions/0003.
/// A call is as long as four instructions, so nothing longer is written out in its place.
const HOME: [&str; 12] = [
    "--always-inline-max-function-size=4",
    "--gufa-optimizing",
    "--flatten",
    "--rereloop",
    "-Oz",
    "-Oz",
    "--monomorphize",
    "-Oz",
    "-Oz",
    "--converge",
    "--low-memory-unused",
    "--strip-target-features",
];

/// For the others, in less time.
const OTHERS: [&str; 4] = ["-Oz", "--gufa-optimizing", "--converge", "--strip-target-features"];

/// Makes every program of a release smaller, and the script beside it.
pub fn shrink_all(checkout: &Checkout, stage: &Stage) -> Result<()> {
    if !stage.release {
        return Ok(());
    }
    let tools = Tools::installed(checkout)?;
    let all = files::all_in(&stage.folder)?;
    let programs = all.iter().filter(|path| script_of(path).is_some());
    // Each takes one processor for up to a minute.
    thread::scope(|scope| {
        let shrinking: Vec<_> =
            programs.map(|program| scope.spawn(|| shrink(checkout, &tools, program))).collect();
        shrinking.into_iter().try_for_each(|shrunk| {
            shrunk
                .join()
                .unwrap_or_else(|_| Err(Error::NotPassed("a program could not be shrunk".to_owned())))
        })
    })
}

fn shrink(checkout: &Checkout, tools: &Tools, program: &Path) -> Result<()> {
    let Some(script) = script_of(program) else { return Ok(()) };
    unused::take_out(program, &script)?;
    let is_home = program.file_name().is_some_and(|name| name.to_string_lossy().starts_with("home"));
    let mut wasm_opt = checkout.command("wasm-opt");
    wasm_opt.arg(program).arg("-o").arg(program).args(FEATURES).arg("--strip-producers");
    wasm_opt.args(if is_home { &HOME[..] } else { &OTHERS[..] });
    tools.on_path(&mut wasm_opt)?;
    quietly(&mut wasm_opt)?;
    names::shorten(program, &script)
}

/// `home.js` of `home_bg.wasm`.
fn script_of(program: &Path) -> Option<PathBuf> {
    let name = program.to_str()?.strip_suffix("_bg.wasm")?;
    Some(PathBuf::from(format!("{name}.js")))
}
