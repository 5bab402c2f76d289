//! Classes of a script that nobody can make.
//!
//! Leptos brings its server functions, and those bring streams: wasm-bindgen exports their classes and all that is behind them, used or
//! not. A class that no constructor and no program makes is taken out of the script, and what only it calls out of the program's
//! exports, so that wasm-opt can take out the code. What is called by way of a table would stay even so: functions that are named after
//! such a class lose what is in them. For home that is 3.5 KB compressed.

use std::collections::{BTreeMap, BTreeSet};
use std::convert::Infallible;
use std::path::Path;

use wasm_encoder::reencode::{Error as ReencodeError, Reencode};
use wasm_encoder::{CodeSection, ExportSection, Function, Module};
use wasmparser::{
    BinaryReaderError, Export, FunctionBody, KnownCustom, Name, NameSectionReader, Parser, Payload, TypeRef,
};

use crate::error::{Error, Result};
use crate::files;

/// Takes them out of a program and the script beside it.
pub fn take_out(program: &Path, script: &Path) -> Result<()> {
    let words = files::read_text(script)?;
    let unused = without_classes(&words);
    if unused.exports.is_empty() {
        return Ok(());
    }
    let module = without(&files::read(program)?, &unused).map_err(|error| Error::Unreadable {
        path: program.to_owned(),
        problem: format!("not a program: {error}"),
    })?;
    files::write(program, module)?;
    files::write(script, unused.left)
}

/// What was found in a script.
struct Unused {
    /// The script without it.
    left: String,
    /// Classes that nobody makes.
    classes: Vec<String>,
    /// The names in the program that the script then has no more.
    exports: BTreeSet<String>,
}

fn without_classes(script: &str) -> Unused {
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
    let exports = names.map(str::to_owned).collect();
    Unused { left, exports, classes: unused.into_iter().map(str::to_owned).collect() }
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

fn without(program: &[u8], unused: &Unused) -> Result<Vec<u8>, ReencodeError<Infallible>> {
    let (imports, names) = functions(program)?;
    let is_of_unused = |name: &&str| {
        name.split(|c: char| !c.is_alphanumeric())
            .any(|word| unused.classes.iter().any(|class| class == word))
    };
    let dead = names.iter().filter(|(_, name)| is_of_unused(name)).map(|(index, _)| *index).collect();
    let mut module = Module::new();
    let mut without = Without { exports: &unused.exports, dead, next: imports };
    without.parse_core_module(&mut module, Parser::new(0), program)?;
    Ok(module.finish())
}

/// How many functions a program imports, and the names of all of them.
fn functions(program: &[u8]) -> Result<(u32, BTreeMap<u32, &str>), BinaryReaderError> {
    let (mut imports, mut names) = (0, BTreeMap::new());
    for payload in Parser::new(0).parse_all(program) {
        match payload? {
            Payload::ImportSection(section) => {
                for import in section.into_imports() {
                    imports += u32::from(matches!(import?.ty, TypeRef::Func(_)));
                }
            }
            Payload::CustomSection(section) => {
                if let KnownCustom::Name(section) = section.as_known() {
                    names.extend(function_names(section)?);
                }
            }
            _ => {}
        }
    }
    Ok((imports, names))
}

fn function_names(section: NameSectionReader<'_>) -> Result<Vec<(u32, &str)>, BinaryReaderError> {
    let mut names = Vec::new();
    for part in section {
        if let Name::Function(map) = part? {
            for naming in map {
                let naming = naming?;
                names.push((naming.index, naming.name));
            }
        }
    }
    Ok(names)
}

/// Leaves exports out, and what is in functions that nobody can call.
struct Without<'u> {
    exports: &'u BTreeSet<String>,
    dead: BTreeSet<u32>,
    /// The index of the function that comes next.
    next: u32,
}

impl Reencode for Without<'_> {
    type Error = Infallible;

    fn parse_export(
        &mut self,
        exports: &mut ExportSection,
        export: Export<'_>,
    ) -> Result<(), ReencodeError<Infallible>> {
        if !self.exports.contains(export.name) {
            let kind = self.export_kind(export.kind)?;
            exports.export(export.name, kind, self.external_index(export.kind, export.index)?);
        }
        Ok(())
    }

    fn parse_function_body(
        &mut self,
        code: &mut CodeSection,
        body: FunctionBody<'_>,
    ) -> Result<(), ReencodeError<Infallible>> {
        let index = self.next;
        self.next += 1;
        if !self.dead.contains(&index) {
            return wasm_encoder::reencode::utils::parse_function_body(self, code, body);
        }
        let mut stops = Function::new([]);
        stops.instructions().unreachable().end();
        code.function(&stops);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use wasm_encoder::{
        EntityType, ExportKind, FunctionSection, ImportSection, NameMap, NameSection, TypeSection,
    };

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
        let unused = without_classes(SCRIPT);
        assert_eq!(
            unused.left,
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
        assert_eq!(unused.classes, ["Sink"]);
        assert!(unused.exports.iter().eq(["__wbg_sink_free", "sink_write"]));
    }

    #[test]
    fn a_script_is_the_sum_of_its_statements() {
        assert_eq!(statements(SCRIPT).collect::<String>(), SCRIPT);
        assert_eq!(statements("").count(), 0);
    }

    /// A program of three functions behind an imported one, each exported by its name.
    fn program(names: [&str; 3]) -> Vec<u8> {
        let mut types = TypeSection::new();
        types.ty().function([], []);
        let mut imports = ImportSection::new();
        imports.import("page", "imported", EntityType::Function(0));
        let (mut functions, mut exports, mut code) =
            (FunctionSection::new(), ExportSection::new(), CodeSection::new());
        let mut named = NameMap::new();
        for (index, name) in (1..).zip(names) {
            functions.function(0);
            exports.export(name, ExportKind::Func, index);
            let mut function = Function::new([]);
            function.instructions().i32_const(i32::MAX).drop().end();
            code.function(&function);
            named.append(index, &format!("streams::{name}"));
        }
        let mut section = NameSection::new();
        section.functions(&named);
        let mut module = Module::new();
        module.section(&types).section(&imports).section(&functions).section(&exports).section(&code);
        module.section(&section);
        module.finish()
    }

    #[test]
    fn the_program_loses_these_exports_and_what_is_in_these_functions() {
        let unused = Unused {
            left: String::new(),
            classes: vec!["Sink".to_owned()],
            exports: BTreeSet::from(["Sink::write".to_owned()]),
        };
        let left = without(&program(["main", "Sink::write", "Sinkable"]), &unused).unwrap();
        wasmparser::Validator::new().validate_all(&left).unwrap();
        let (mut exported, mut bodies) = (Vec::new(), Vec::new());
        for payload in Parser::new(0).parse_all(&left) {
            match payload.unwrap() {
                Payload::ExportSection(section) => {
                    exported.extend(section.into_iter().map(|export| export.unwrap().name.to_owned()));
                }
                Payload::CodeSectionEntry(body) => bodies.push(body.range().end - body.range().start),
                _ => {}
            }
        }
        assert_eq!(exported, ["main", "Sinkable"]);
        assert!(bodies[1] < bodies[0] && bodies[2] == bodies[0], "{bodies:?}");
    }
}
