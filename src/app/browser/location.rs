//! The port to where the phone says it is, and to a screen that stays on
//! meanwhile. Numbers of the browser become texts here: the domain has no
//! floating point.

use super::reflected::{function, get};
use super::screen::Awake;
use crate::journey::Fix;
use js_sys::{Number, Reflect};
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue, closure::Closure};

/// Why there is no place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoPlace {
    /// The browser has no such thing.
    Absent,
    /// The reader or the browser does not allow it.
    Refused,
    /// No satellite or network says anything, for now.
    Unknown,
}

/// Tells every fix for as long as it is kept; the screen stays on meanwhile,
/// where the browser can do that.
pub struct Watch {
    geolocation: JsValue,
    id: JsValue,
    _awake: Awake,
    _heard: Closure<dyn FnMut(JsValue)>,
    _failed: Closure<dyn FnMut(JsValue)>,
}

impl Watch {
    /// Starts; the browser asks the reader.
    ///
    /// # Errors
    /// Where the browser has no places to tell.
    pub fn start(told: impl Fn(Result<Fix, NoPlace>) + 'static) -> Result<Self, NoPlace> {
        let navigator = web_sys::window().map(|window| window.navigator());
        let navigator: JsValue = navigator.ok_or(NoPlace::Absent)?.into();
        let geolocation = get(&navigator, "geolocation").ok_or(NoPlace::Absent)?;
        let told = Rc::new(told);
        let tell = told.clone();
        let heard = Closure::new(move |position: JsValue| {
            if let Some(fix) = fix_of(&position) {
                tell(Ok(fix));
            }
        });
        let failed = Closure::new(move |error: JsValue| {
            let code = get(&error, "code").and_then(|code| code.as_f64());
            // 1 is PERMISSION_DENIED.
            told(Err(if code == Some(1.0) {
                NoPlace::Refused
            } else {
                NoPlace::Unknown
            }));
        });
        let options = js_sys::Object::new();
        // What cannot be asked for is not done; the fixes are then poorer.
        let _ = Reflect::set(&options, &"enableHighAccuracy".into(), &true.into());
        let id = function(&geolocation, "watchPosition").and_then(|watch| {
            let (heard, failed) = (heard.as_ref(), failed.as_ref());
            watch.call3(&geolocation, heard, failed, &options).ok()
        });
        let id = id.ok_or(NoPlace::Absent)?;
        Ok(Self {
            geolocation,
            id,
            _awake: Awake::ask(),
            _heard: heard,
            _failed: failed,
        })
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        if let Some(clear) = function(&self.geolocation, "clearWatch") {
            drop(clear.call1(&self.geolocation, &self.id));
        }
    }
}

/// Degrees with seven decimals, and metres rounded to whole ones.
fn fix_of(position: &JsValue) -> Option<Fix> {
    let coordinates = get(position, "coords")?;
    let text = |name: &str, decimals: u8| {
        let number: Number = get(&coordinates, name)?.dyn_into().ok()?;
        number.to_fixed(decimals).ok().map(String::from)
    };
    let (latitude, longitude) = (text("latitude", 7)?, text("longitude", 7)?);
    Fix::parse(&latitude, &longitude, &text("accuracy", 0)?)
}
