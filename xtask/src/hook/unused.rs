//! Classes of a script that nobody can make.
//!
//! Leptos brings its server functions, and those bring streams: wasm-bindgen exports their classes and all that is behind them, used or
//! not. A class that no constructor and no program makes is taken out of the script, and what only it calls out of the program's
//! exports, so that wasm-opt can take out the code. For home that is 1.5 KB compressed.

use std::collections::BTreeSet;
use std::convert::Infallible;
use std::path::Path;

use wasm_encoder::reencode::{Error as ReencodeError, Reencode};
use wasm_encoder::{ExportSection, Module};
use wasmparser::{Export, Parser};

use crate::error::{Error, Result};
use crate::files;

/// Takes them out of a program and the script beside it.
pub fn take_out(program: &Path, script: &Path) -> Result<()> {
    let words = files::read_text(script)?;
    let (left, unused) = without_classes(&words);
    if unused.is_empty() {
        return Ok(());
    }
    let module = without_exports(&files::read(program)?, unused).map_err(|error| Error::Unreadable {
        path: program.to_owned(),
        problem: format!("not a program: {error}"),
    })?;
    files::write(program, module)?;
    files::write(script, left)
}

/// The script without such classes, and the names in the program that it then has no more.
fn without_classes(script: &str) -> (String, BTreeSet<String>) {
    let (mut left, mut out) = (String::new(), String::new());
    let mut unused: Vec<&str> = Vec::new();
    for statement in statements(script) {
        let class = statement.strip_prefix("export class ").and_then(|rest| rest.split(' ').next());
        if let Some(class) = class
            && !["static __wrap(", "constructor("].iter().any(|maker| statement.contains(maker))
        {
            unused.push(class);
        }
    }
    for statement in statements(script) {
        let is_of = |class: &&str| {
            ["export class ", "if (Symbol.dispose) ", "const "].iter().any(|start| {
                let name = statement.strip_prefix(start).and_then(|rest| rest.strip_prefix(*class));
                name.is_some_and(|rest| rest.starts_with([' ', '.']) || rest.starts_with("Finalization "))
            })
        };
        if unused.iter().any(is_of) { out.push_str(statement) } else { left.push_str(statement) }
    }
    let names = names(&out).filter(|name| !names(&left).any(|other| other == *name));
    let names = names.map(str::to_owned).collect();
    (left, names)
}

/// The script in pieces that begin at the margin, as wasm-bindgen writes them.
fn statements(script: &str) -> impl Iterator<Item = &str> {
    let mut rest = script;
    std::iter::from_fn(move || {
        let begins = |(at, _): &(usize, &str)| {
            rest[at + 1..].starts_with(|c: char| !c.is_whitespace() && !matches!(c, '}' | ')' | ']'))
        };
        let end = rest.match_indices('\n').find(begins).map_or(rest.len(), |(at, _)| at + 1);
        let (statement, after) = rest.split_at(end);
        rest = after;
        (!statement.is_empty()).then_some(statement)
    })
}

/// What a script calls in its program: the names after `wasm.`
fn names(script: &str) -> impl Iterator<Item = &str> {
    script
        .split("wasm.")
        .skip(1)
        .filter_map(|rest| rest.split(|c: char| !c.is_alphanumeric() && c != '_').next())
}

fn without_exports(program: &[u8], names: BTreeSet<String>) -> Result<Vec<u8>, ReencodeError<Infallible>> {
    let mut module = Module::new();
    Without(names).parse_core_module(&mut module, Parser::new(0), program)?;
    Ok(module.finish())
}

/// Leaves exports out.
struct Without(BTreeSet<String>);

impl Reencode for Without {
    type Error = Infallible;

    fn parse_export(
        &mut self,
        exports: &mut ExportSection,
        export: Export<'_>,
    ) -> Result<(), ReencodeError<Infallible>> {
        if !self.0.contains(export.name) {
            let kind = self.export_kind(export.kind)?;
            exports.export(export.name, kind, self.external_index(export.kind, export.index)?);
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use wasm_encoder::{CodeSection, ExportKind, Function, FunctionSection, TypeSection};

    use super::*;

    const SCRIPT: &str = "export class Sink {
    free() {
        wasm.__wbg_sink_free(this.__destroy(), 0);
    }
    write(chunk) {
        return wasm.sink_write(this.__wbg_ptr, takeObject(chunk), wasm.shared());
    }
}
if (Symbol.dispose) Sink.prototype[Symbol.dispose] = Sink.prototype.free;

export class Sinks {
    static __wrap(ptr) {
        return wasm.shared(ptr);
    }
}
const SinkFinalization = (typeof FinalizationRegistry === 'undefined')
    ? { register: () => {} }
    : new FinalizationRegistry(ptr => wasm.__wbg_sink_free(ptr, 1));
const SinksFinalization = 1;
export class Made {
    constructor() { wasm.made_new(); }
}
";

    #[test]
    fn what_nobody_can_make_is_gone_with_what_only_it_calls() {
        let (left, unused) = without_classes(SCRIPT);
        assert_eq!(
            left,
            "export class Sinks {
    static __wrap(ptr) {
        return wasm.shared(ptr);
    }
}
const SinksFinalization = 1;
export class Made {
    constructor() { wasm.made_new(); }
}
"
        );
        assert_eq!(unused.iter().map(String::as_str).collect::<Vec<_>>(), ["__wbg_sink_free", "sink_write"]);
    }

    #[test]
    fn a_script_is_the_sum_of_its_statements() {
        assert_eq!(statements(SCRIPT).collect::<String>(), SCRIPT);
        assert_eq!(statements("").count(), 0);
    }

    #[test]
    fn the_program_loses_these_exports_and_no_others() {
        let mut types = TypeSection::new();
        types.ty().function([], []);
        let mut functions = FunctionSection::new();
        functions.function(0);
        let mut exports = ExportSection::new();
        for name in ["main", "sink_write", "sink_write_all"] {
            exports.export(name, ExportKind::Func, 0);
        }
        let mut code = CodeSection::new();
        let mut function = Function::new([]);
        function.instructions().end();
        code.function(&function);
        let mut module = Module::new();
        module.section(&types).section(&functions).section(&exports).section(&code);
        let left = without_exports(&module.finish(), BTreeSet::from(["sink_write".to_owned()])).unwrap();
        wasmparser::Validator::new().validate_all(&left).unwrap();
        let text = String::from_utf8_lossy(&left).into_owned();
        assert!(
            text.contains("main") && text.contains("sink_write_all") && !text.contains("sink_write\0"),
            "{text:?}"
        );
    }
}
