//! Functions of a script that is loaded when it is needed. By their names, because a program without `unsafe` cannot declare them.

use js_sys::{Array, Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// An object of a script.
#[derive(Clone)]
pub struct Module(JsValue);

impl Module {
    /// Loads the script that the page names in `<meta name=NAME>`.
    pub async fn load(name: &str) -> Result<Self, JsValue> {
        let window = web_sys::window().ok_or(JsValue::NULL)?;
        let selector = format!("meta[name=\"{name}\"]");
        let named = window.document().and_then(|document| document.query_selector(&selector).ok().flatten());
        let path = named.and_then(|named| named.get_attribute("content")).ok_or(JsValue::NULL)?;
        let window = Self(window.into());
        window.wait("loadModule", &[path.into()]).await.map(Self)
    }

    /// One of its objects.
    pub fn part(&self, name: &str) -> Result<Self, JsValue> {
        Reflect::get(&self.0, &name.into()).map(Self)
    }

    /// Calls one of its functions.
    pub fn call(&self, function: &str, arguments: &[JsValue]) -> Result<JsValue, JsValue> {
        let function: Function = Reflect::get(&self.0, &function.into())?.dyn_into()?;
        let all: Array = arguments.iter().collect();
        function.apply(&self.0, &all)
    }

    /// Calls one of its functions and waits for what it promises.
    pub async fn wait(&self, function: &str, arguments: &[JsValue]) -> Result<JsValue, JsValue> {
        let promise: Promise = self.call(function, arguments)?.dyn_into()?;
        JsFuture::from(promise).await
    }

    /// An object that a function gave back.
    pub fn of(object: JsValue) -> Self {
        Self(object)
    }
}
