//! What Rust itself needs beside its compiler. rustup adds it by `rust-toolchain.toml`, but not where it has been told to add
//! nothing by itself, or where Rust came another way.

use std::path::{Path, PathBuf};

use crate::checkout::Checkout;
use crate::command::quietly;
use crate::error::{Error, Result};
use crate::progress::Progress;

const WASM: &str = "wasm32-unknown-unknown";

/// Adds the standard library for WebAssembly, if it is missing.
pub fn add_wasm(checkout: &Checkout) -> Result<()> {
    let libraries = asked(checkout, &["--print", "target-libdir", "--target", WASM])?;
    add(checkout, &libraries, "standard library for WebAssembly", ["target", "add", WASM])
}

/// Adds the source of the standard library, which releases compile for size, if it is missing.
pub fn add_source(checkout: &Checkout) -> Result<()> {
    let source = asked(checkout, &["--print", "sysroot"])?.join("lib/rustlib/src/rust/library/Cargo.lock");
    add(checkout, &source, "source of the standard library", ["component", "add", "rust-src"])
}

fn asked(checkout: &Checkout, question: &[&str]) -> Result<PathBuf> {
    quietly(checkout.command("rustc").args(question)).map(|answer| PathBuf::from(answer.trim()))
}

fn add(checkout: &Checkout, part: &Path, title: &str, rustup: [&str; 3]) -> Result<()> {
    if part.exists() {
        return Ok(());
    }
    let progress = Progress::start(format!("Adding the {title} to Rust (a few seconds, once)"));
    let problem = match quietly(checkout.command("rustup").args(rustup)) {
        Ok(_) if part.exists() => {
            progress.done();
            return Ok(());
        }
        Ok(_) => format!("rustup says it is there, but {} is not", part.display()),
        Err(error) => error.to_string(),
    };
    progress.failed();
    Err(Error::Missing {
        tool: format!("Rust's {title}"),
        advice: format!("install Rust with rustup, or add it with your package manager. {problem}"),
    })
}
