//! Drawing a picture into a file. The canvas is never in the page: what it draws
//! was laid out without a browser.

use super::reflected::{call, get};
use crate::account::{Align, Block, Line, Poster};
use base64ct::{Base64, Encoding};
use js_sys::{Promise, Reflect};
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::Blob;

/// A picture as a file, and as an address that shows it. No blob address: some
/// browsers within other apps save nothing of these on a long press, and the
/// page's policy need not allow them.
#[derive(Clone)]
pub struct Drawn {
    /// The file.
    pub file: Blob,
    /// A `data:` address.
    pub address: Rc<str>,
}

/// Draws a picture as PNG, in light or dark colours.
///
/// # Errors
/// Where the browser cannot.
pub async fn png(poster: &Poster, is_dark: bool) -> Result<Drawn, JsValue> {
    let window = web_sys::window().ok_or(JsValue::UNDEFINED)?;
    let document = window.document().ok_or(JsValue::UNDEFINED)?;
    let canvas = document.create_element("canvas")?;
    Reflect::set(&canvas, &"width".into(), &Poster::WIDTH.into())?;
    Reflect::set(&canvas, &"height".into(), &Poster::HEIGHT.into())?;
    let context = call(&canvas, "getContext", &["2d".into()])?;
    let fonts = match document.body() {
        Some(body) => call(&window, "getComputedStyle", &[body.into()])?,
        None => JsValue::UNDEFINED,
    };
    let fonts = get(&fonts, "fontFamily").and_then(|fonts| fonts.as_string());
    let fonts = fonts.unwrap_or_else(|| "sans-serif".to_owned());
    for block in &poster.blocks {
        fill_block(&context, block, is_dark)?;
    }
    for line in &poster.lines {
        write(&context, line, &fonts, is_dark)?;
    }
    let file = Promise::new(&mut |done, failed| {
        if let Err(error) = call(&canvas, "toBlob", &[done.into(), "image/png".into()]) {
            drop(failed.call1(&JsValue::UNDEFINED, &error));
        }
    });
    let file: Blob = JsFuture::from(file).await?.dyn_into()?;
    let bytes = super::files::read(&file).await?;
    let address = ["data:image/png;base64,", &Base64::encode_string(&bytes)].concat();
    Ok(Drawn {
        file,
        address: address.into(),
    })
}

fn fill_block(context: &JsValue, block: &Block, is_dark: bool) -> Result<(), JsValue> {
    let Block {
        left,
        top,
        width,
        height,
        tone,
    } = *block;
    Reflect::set(context, &"fillStyle".into(), &tone.colour(is_dark).into())?;
    let edges = [left, top, width, height].map(JsValue::from);
    call(context, "fillRect", &edges).map(drop)
}

/// A line is squeezed where a font takes more room than any that was thought
/// of, and never cut.
fn write(context: &JsValue, line: &Line, fonts: &str, is_dark: bool) -> Result<(), JsValue> {
    let weight = if line.is_bold { "650 " } else { "400 " };
    let font = [weight, &line.size.to_string(), "px ", fonts].concat();
    let align = match line.align {
        Align::Start => "left",
        Align::End => "right",
    };
    let colour = line.tone.colour(is_dark);
    for (name, value) in [
        ("font", &*font),
        ("textAlign", align),
        ("fillStyle", colour),
    ] {
        Reflect::set(context, &name.into(), &value.into())?;
    }
    let [at, baseline, most] = [line.at, line.baseline, line.most].map(JsValue::from);
    let text = line.text.as_str().into();
    call(context, "fillText", &[text, at, baseline, most]).map(drop)
}
