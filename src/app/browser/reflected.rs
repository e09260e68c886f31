//! Things of the browser asked for by their names. What only one later page
//! needs is called like this: a binding of its own would stand in the script
//! that every first load brings.

use js_sys::{Array, Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};

/// What an object has by a name; `None` where it has nothing there.
pub fn get(object: &JsValue, name: &str) -> Option<JsValue> {
    let value = Reflect::get(object, &name.into()).ok()?;
    (!value.is_undefined() && !value.is_null()).then_some(value)
}

/// Something that an object can do.
pub fn function(object: &JsValue, name: &str) -> Option<Function> {
    get(object, name)?.dyn_into().ok()
}

/// Lets an object do something.
///
/// # Errors
/// Where it cannot, or fails.
pub fn call(object: &JsValue, name: &str, with: &[JsValue]) -> Result<JsValue, JsValue> {
    let function = function(object, name).ok_or(JsValue::UNDEFINED)?;
    Reflect::apply(&function, object, &with.iter().collect::<Array>())
}
