//! The editor of the desk's author page: packages from npm and a script of ours, bundled into one file that only that page loads.

use crate::checkout::Checkout;
use crate::command::quietly;
use crate::error::Result;
use crate::files;
use crate::progress::Progress;
use crate::tools::Tools;

use super::Stage;

/// Where the script and the list of its packages are.
const SOURCE: &str = "app/desk/editor";

/// The lists that npm goes by: what is wanted, and just which versions.
const LISTS: [&str; 2] = ["package.json", "package-lock.json"];

/// Bundles the editor into the desk's folder.
pub fn bundle(checkout: &Checkout, stage: &Stage) -> Result<()> {
    let packages = checkout.target()?.join("editor-packages");
    install(checkout, &packages)?;
    let mut esbuild = checkout.command("esbuild");
    esbuild.arg(checkout.path(SOURCE).join("editor.js"));
    esbuild.args([
        "--bundle",
        "--format=esm",
        "--charset=utf8",
        "--legal-comments=none",
        "--log-level=warning",
    ]);
    if stage.release {
        esbuild.arg("--minify");
    }
    esbuild.arg(format!("--outfile={}", stage.folder.join("desk/app/editor-0.js").display()));
    // Not beside the script: Trunk would watch thousands of files there.
    esbuild.env("NODE_PATH", packages.join("node_modules"));
    Tools::inherited().on_path(&mut esbuild)?;
    quietly(&mut esbuild).map(drop)
}

/// Installs the packages, unless they are there as the lists say.
fn install(checkout: &Checkout, packages: &std::path::Path) -> Result<()> {
    let mut is_new = !packages.join("node_modules/.package-lock.json").is_file();
    for list in LISTS {
        let wanted = files::read(&checkout.path(SOURCE).join(list))?;
        let place = packages.join(list);
        if !place.is_file() || files::read(&place)? != wanted {
            files::write(&place, wanted)?;
            is_new = true;
        }
    }
    if !is_new {
        return Ok(());
    }
    let progress = Progress::start("Installing the packages of the desk's editor (a few seconds, once)");
    let mut npm = checkout.command("npm");
    npm.current_dir(packages).args(["ci", "--no-audit", "--no-fund"]);
    quietly(&mut npm)?;
    progress.done();
    Ok(())
}
