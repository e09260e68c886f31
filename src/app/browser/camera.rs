//! The port to the camera and to codes in pictures: a script of its own
//! (static/shell/camera.js), which only comes when one of them is used.

use super::reflected::{call, get};
use crate::exchange::read_qr_codes;
use js_sys::{Array, Function, Promise, Uint8Array};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::{JsFuture, spawn_local};

/// What the camera or a picture comes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Seen {
    /// The camera is on.
    On,
    /// There is none, or the browser has no such thing.
    Absent,
    /// The reader or the browser does not allow it.
    Refused,
    /// Another program has it.
    Busy,
    /// It is gone.
    Unplugged,
    /// The file is no picture that the browser knows.
    Unreadable,
    /// The texts of the codes that are seen, if there are any.
    Codes(Vec<String>),
}

/// Tells what the camera sees for as long as it is kept.
pub struct Camera {
    /// What stops it; `None` while the script is on its way.
    stop: Rc<RefCell<Option<Function>>>,
    _heard: Rc<Closure<dyn FnMut(JsValue)>>,
}

impl Camera {
    /// Turns the camera on; the browser asks the reader. What it sees is shown
    /// in the video with an id.
    pub fn start(video_id: &'static str, told: impl Fn(Seen) + 'static) -> Self {
        let told = Rc::new(told);
        let tell = told.clone();
        let heard = Closure::new(move |message: JsValue| tell(seen(&message)));
        let heard: Rc<Closure<dyn FnMut(JsValue)>> = Rc::new(heard);
        let stop = Rc::new(RefCell::new(None));
        let (place, hearing) = (Rc::downgrade(&stop), Rc::downgrade(&heard));
        spawn_local(async move {
            let script = script().await;
            // It may not be wanted any more.
            let (Some(place), Some(heard)) = (place.upgrade(), hearing.upgrade()) else {
                return;
            };
            let started = script.and_then(|script| {
                let document = web_sys::window().and_then(|window| window.document());
                let video = document.and_then(|document| document.get_element_by_id(video_id));
                let with = [
                    video.ok_or(JsValue::UNDEFINED)?.into(),
                    heard.as_ref().as_ref().clone(),
                ];
                call(&script, "watch", &with)
            });
            match started.and_then(JsCast::dyn_into) {
                Ok(started) => *place.borrow_mut() = Some(started),
                Err(_) => told(Seen::Absent),
            }
        });
        Self {
            stop,
            _heard: heard,
        }
    }
}

impl Drop for Camera {
    fn drop(&mut self) {
        if let Some(stop) = self.stop.take() {
            drop(stop.call0(&JsValue::NULL));
        }
    }
}

/// Reads the codes in a picture file.
pub async fn read_picture(file: &JsValue) -> Seen {
    let found = Rc::new(RefCell::new(Seen::Unreadable));
    let place = found.clone();
    let heard: Closure<dyn FnMut(JsValue)> =
        Closure::new(move |message: JsValue| *place.borrow_mut() = seen(&message));
    let with = [file.clone(), heard.as_ref().clone()];
    let reading = script()
        .await
        .and_then(|script| call(&script, "read", &with));
    if let Ok(reading) = reading.and_then(JsCast::dyn_into::<Promise>) {
        // What goes wrong is told.
        let _ = JsFuture::from(reading).await;
    }
    found.replace(Seen::Unreadable)
}

/// The script, which static/shell/start.js gives.
async fn script() -> Result<JsValue, JsValue> {
    let document = web_sys::window().and_then(|window| window.document());
    let document: JsValue = document.ok_or(JsValue::UNDEFINED)?.into();
    let start = call(&document, "querySelector", &["script[data-camera]".into()])?;
    let coming: Promise = call(&start, "camera", &[])?.dyn_into()?;
    JsFuture::from(coming).await
}

/// What a message of the script says.
fn seen(message: &JsValue) -> Seen {
    if let Some(texts) = get(message, "texts") {
        let texts = Array::from(&texts);
        return Seen::Codes(texts.iter().filter_map(|text| text.as_string()).collect());
    }
    if let (Some(grey), Some(width)) = (get(message, "grey"), get(message, "width")) {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "the width of a picture is a whole number"
        )]
        let width = width.as_f64().unwrap_or_default() as usize;
        return Seen::Codes(read_qr_codes(width, &Uint8Array::new(&grey).to_vec()));
    }
    let state = get(message, "state").and_then(|state| state.as_string());
    match state.as_deref() {
        Some("seeing") => Seen::On,
        Some("refused") => Seen::Refused,
        Some("busy") => Seen::Busy,
        Some("unplugged") => Seen::Unplugged,
        Some("unreadable") => Seen::Unreadable,
        _ => Seen::Absent,
    }
}
