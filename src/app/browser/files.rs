//! Files: saving one, reading one that the reader chose, and handing one or a
//! link on to another app.

use super::window::pause;
use js_sys::{Array, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{
    Blob, BlobPropertyBag, File, FilePropertyBag, HtmlAnchorElement, HtmlInputElement, Navigator,
    ShareData, Url,
};

/// How long a file that is being saved keeps its address: revoked at once, some
/// browsers save nothing.
const ADDRESS_MS: i32 = 60_000;

/// Saves a text as a file, as the browser does that.
///
/// # Errors
/// Where the browser refuses it.
pub fn save(name: &str, kind: &str, text: &str) -> Result<(), JsValue> {
    let properties = BlobPropertyBag::new();
    properties.set_type(kind);
    let parts = Array::of1(&text.into());
    let file = Blob::new_with_str_sequence_and_options(&parts, &properties)?;
    save_file(name, &file)
}

/// Saves what was made as a file.
///
/// # Errors
/// Where the browser refuses it.
pub fn save_file(name: &str, file: &Blob) -> Result<(), JsValue> {
    let document = web_sys::window().and_then(|window| window.document());
    let document = document.ok_or(JsValue::NULL)?;
    let address = Url::create_object_url_with_blob(file)?;
    let link: HtmlAnchorElement = document.create_element("a")?.unchecked_into();
    link.set_href(&address);
    link.set_download(name);
    link.click();
    spawn_local(async move {
        pause(ADDRESS_MS).await;
        drop(Url::revoke_object_url(&address));
    });
    Ok(())
}

/// The file that was chosen in an input, with its bytes counted.
#[must_use]
pub fn chosen(input_id: &str) -> Option<(File, u64)> {
    let document = web_sys::window()?.document()?;
    let input = document.get_element_by_id(input_id)?;
    let file = input.dyn_into::<HtmlInputElement>().ok()?.files()?.get(0)?;
    let bytes = Reflect::get(&file, &"size".into()).ok()?.as_f64()?;
    // A file is smaller than 2^53 bytes.
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "the size of a file is a whole number"
    )]
    let bytes = bytes as u64;
    Some((file, bytes))
}

/// What stands in a file.
///
/// # Errors
/// Where it cannot be read, because it is gone by now.
pub async fn read(file: &Blob) -> Result<Vec<u8>, JsValue> {
    let buffer = JsFuture::from(file.array_buffer()).await?;
    Ok(Uint8Array::new(&buffer).to_vec())
}

/// The browser's share sheet, where it has one.
fn sharing() -> Option<Navigator> {
    let navigator = web_sys::window()?.navigator();
    let is_there = |name: &str| {
        let found = Reflect::get(&navigator, &name.into());
        found.is_ok_and(|found| found.is_function())
    };
    (is_there("share") && is_there("canShare")).then_some(navigator)
}

/// Whether there is a share sheet.
#[must_use]
pub fn can_share() -> bool {
    sharing().is_some()
}

/// Offers a text or what was made to other apps, as a file. Whether that was
/// possible; what becomes of it is between the reader and them.
#[must_use]
pub fn share_file(name: &str, kind: &str, content: &JsValue) -> bool {
    let properties = FilePropertyBag::new();
    properties.set_type(kind);
    let parts = Array::of1(content);
    let Ok(file) = File::new_with_str_sequence_and_options(&parts, name, &properties) else {
        return false;
    };
    let data = ShareData::new();
    data.set_files(&Array::of1(&file));
    share(&data)
}

/// Offers a link to other apps. Whether that was possible.
#[must_use]
pub fn share_link(title: &str, address: &str) -> bool {
    let data = ShareData::new();
    data.set_title(title);
    data.set_url(address);
    share(&data)
}

fn share(data: &ShareData) -> bool {
    let navigator = sharing().filter(|navigator| navigator.can_share_with_data(data));
    let Some(navigator) = navigator else {
        return false;
    };
    let shared = JsFuture::from(navigator.share_with_data(data));
    spawn_local(async move {
        // Closing the sheet is an error to the browser, and none to the reader.
        let _ = shared.await;
    });
    true
}
