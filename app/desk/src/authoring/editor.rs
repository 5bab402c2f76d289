//! The editor's browser side: a script with CodeMirror, loaded when the author's page is shown.

use js_sys::{Array, Object, Reflect};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Element;

use super::check::Problem;
use super::module::Module;

/// The name under which the page tells where the script is.
pub const SCRIPT: &str = "editor";

/// What the editor tells the desk.
pub struct Hears {
    /// The text after a change.
    pub typed: Closure<dyn Fn(String)>,
    /// Where the cursor is, in UTF-16 units.
    pub moved: Closure<dyn Fn(f64)>,
}

/// An editor on the page. It goes with this value.
pub struct Editor {
    editor: Module,
    // The script calls them for as long as it is there.
    _hears: Hears,
}

impl Editor {
    /// Puts one into an element. `label` is its name for those who do not see it.
    pub fn open(script: &Module, host: &Element, label: &str, hears: Hears) -> Result<Self, JsValue> {
        let desk = Object::new();
        Reflect::set(&desk, &"label".into(), &label.into())?;
        Reflect::set(&desk, &"typed".into(), hears.typed.as_ref().unchecked_ref())?;
        Reflect::set(&desk, &"moved".into(), hears.moved.as_ref().unchecked_ref())?;
        let editor = Module::of(script.call("open", &[host.into(), desk.into()])?);
        Ok(Self { editor, _hears: hears })
    }

    /// Shows another text.
    pub fn show(&self, text: &str) {
        self.tell("show", &[text.into()]);
    }

    /// Underlines problems.
    pub fn mark(&self, problems: &[Problem]) {
        let marks: Array = problems
            .iter()
            .map(|problem| {
                let severity = if problem.is_error { "error" } else { "warning" };
                let words = [&problem.message, "\n", &problem.help].concat();
                let (from, to) = (problem.from as f64, problem.to as f64);
                Array::of4(&from.into(), &to.into(), &severity.into(), &words.into())
            })
            .collect();
        self.tell("mark", &[marks.into()]);
    }

    /// Moves the cursor, and the focus too when the author has asked for it.
    pub fn go(&self, at: usize, focus: bool) {
        self.tell("go", &[(at as f64).into(), focus.into()]);
    }

    fn tell(&self, what: &str, arguments: &[JsValue]) {
        // The script is ours, and these functions of it do not throw.
        let _ = self.editor.call(what, arguments);
    }
}

impl Drop for Editor {
    fn drop(&mut self) {
        self.tell("close", &[]);
    }
}
