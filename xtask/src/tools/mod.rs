//! The programs that building and testing need.
//!
//! What is missing is installed once, into a folder of Taumahi's own that all clones share. Nothing that the
//! user has installed is changed, and a tool of exactly the right version on their PATH is used as it is.

mod browser;
mod engines;
mod leftovers;
mod lockfile;
mod node;
mod office;
mod rust;
mod system;
mod tool;

use std::env;
use std::ffi::OsString;
use std::path::PathBuf;
use std::process::Command;

pub use browser::Browser;
pub use engines::engines;
pub use node::test_packages;
pub use office::office;
pub use rust::add_wasm;

use crate::checkout::Checkout;
use crate::error::{Error, Result};
use crate::files;
use tool::{Source, Tool};

/// The folders that have to be on the PATH so that the right tools are found.
pub struct Tools {
    folders: Vec<PathBuf>,
}

impl Tools {
    /// All that any command needs: Rust's standard library for WebAssembly, Trunk, wasm-bindgen, and what makes programs and scripts
    /// smaller. The first command takes the time for it, so that the next ones start at once.
    pub fn installed(checkout: &Checkout) -> Result<Self> {
        add_wasm(checkout)?;
        rust::add_source(checkout)?;
        Self::install(checkout, &[trunk(), wasm_bindgen(checkout)?, binaryen(), esbuild()])
    }

    /// What the fuzzer needs.
    pub fn to_fuzz(checkout: &Checkout) -> Result<Self> {
        Self::install(checkout, &[cargo_fuzz()])
    }

    /// What is on the PATH as it is. A hook uses this: Trunk, which has called it, has found its tools there.
    pub fn inherited() -> Self {
        Self { folders: Vec::new() }
    }

    fn install(checkout: &Checkout, tools: &[Tool]) -> Result<Self> {
        let home = home()?;
        let mut folders = Vec::new();
        for tool in tools {
            if let Some(folder) = tool.installed_in(&home) {
                folders.push(folder);
            } else if !tool.is_on_path() {
                folders.push(tool.install(checkout, &home)?);
            }
        }
        Ok(Self { folders })
    }

    /// The PATH as it is, with the folders of the tools before all others.
    pub fn path(&self) -> Result<OsString> {
        let inherited = env::var_os("PATH").unwrap_or_default();
        let folders = self.folders.iter().cloned().chain(env::split_paths(&inherited));
        env::join_paths(folders).map_err(|error| Error::Missing {
            tool: "a usable PATH".to_owned(),
            advice: format!("{error}; choose another folder with TAUMAHI_TOOLS"),
        })
    }

    /// Lets a command find the tools, before others of the same name.
    pub fn on_path(&self, command: &mut Command) -> Result<()> {
        command.env("PATH", self.path()?);
        Ok(())
    }
}

/// The folder that all clones install into.
fn home() -> Result<PathBuf> {
    if let Some(folder) = env::var_os("TAUMAHI_TOOLS") {
        return std::path::absolute(&folder).map_err(Error::file("use", folder));
    }
    env::var_os("XDG_CACHE_HOME")
        .map(PathBuf::from)
        .filter(|folder| folder.is_absolute())
        .or_else(|| env::home_dir().map(|home| home.join(".cache")))
        .map(|cache| cache.join("taumahi").join("tools"))
        .ok_or_else(|| Error::Missing {
            tool: "a folder for tools".to_owned(),
            advice: "set TAUMAHI_TOOLS to a folder that can be written to".to_owned(),
        })
}

/// Builds and serves the site.
fn trunk() -> Tool {
    Tool {
        title: "Trunk",
        folder: "trunk",
        package: "trunk",
        program: "trunk",
        version: "0.21.14".to_owned(),
        says: "0.21.14".to_owned(),
        source: Source::CargoLocked,
        takes: "about 6 minutes",
    }
}

/// Writes the JavaScript between a browser and a program. It works with one version of the library only.
fn wasm_bindgen(checkout: &Checkout) -> Result<Tool> {
    let path = checkout.path("Cargo.lock");
    let lockfile = files::read_text(&path)?;
    let version = lockfile::version(&lockfile, "wasm-bindgen").ok_or_else(|| Error::Unreadable {
        path,
        problem: "no version of wasm-bindgen is in it. `cargo generate-lockfile` writes it anew".to_owned(),
    })?;
    Ok(Tool {
        title: "wasm-bindgen",
        folder: "wasm-bindgen",
        package: "wasm-bindgen-cli",
        program: "wasm-bindgen",
        version: version.to_owned(),
        says: version.to_owned(),
        // Its own lock file names dependencies that newer compilers refuse.
        source: Source::Cargo,
        takes: "about 3 minutes",
    })
}

/// Runs the fuzzer of LLVM on a part of Taumahi.
fn cargo_fuzz() -> Tool {
    Tool {
        title: "cargo-fuzz",
        folder: "cargo-fuzz",
        package: "cargo-fuzz",
        program: "cargo-fuzz",
        version: "0.13.2".to_owned(),
        says: "0.13.2".to_owned(),
        source: Source::CargoLocked,
        takes: "about 2 minutes",
    }
}

/// Has wasm-opt, which makes programs smaller.
fn binaryen() -> Tool {
    Tool {
        title: "wasm-opt",
        folder: "binaryen",
        package: "binaryen",
        program: "wasm-opt",
        version: "132.0.0".to_owned(),
        says: "132".to_owned(),
        source: Source::Npm,
        takes: "a few seconds",
    }
}

/// Makes scripts smaller.
fn esbuild() -> Tool {
    Tool {
        title: "esbuild",
        folder: "esbuild",
        package: "esbuild",
        program: "esbuild",
        version: "0.28.2".to_owned(),
        says: "0.28.2".to_owned(),
        source: Source::Npm,
        takes: "a few seconds",
    }
}
