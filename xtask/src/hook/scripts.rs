//! The scripts of a release, made smaller.
//!
//! Trunk's own minifier cannot read what wasm-bindgen writes; as that is, it costs a phone 2 KB more.

use crate::checkout::Checkout;
use crate::command::quietly;
use crate::error::Result;
use crate::files;
use crate::tools::Tools;

use super::Stage;

/// Minifies every script of a release.
pub fn minify_all(checkout: &Checkout, stage: &Stage) -> Result<()> {
    if !stage.release {
        return Ok(());
    }
    let tools = Tools::installed(checkout)?;
    for script in files::all_in(&stage.folder)? {
        if script.extension().is_none_or(|extension| extension != "js") {
            continue;
        }
        let mut esbuild = checkout.command("esbuild");
        esbuild.arg(&script).args([
            "--minify",
            "--charset=utf8",
            "--legal-comments=none",
            "--allow-overwrite",
        ]);
        esbuild.arg(format!("--outfile={}", script.display()));
        tools.on_path(&mut esbuild)?;
        quietly(&mut esbuild)?;
    }
    Ok(())
}
