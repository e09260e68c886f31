//! The picture on the page: as a drawing while it is being chosen, as an image
//! that can be pressed long, sent and saved when it was made.

use super::picture::{Drawing, PICTURE_ID};
use super::{Made, Pending};
use crate::account::{Align, Poster};
use crate::app::browser::drawing::{Drawn, png};
use crate::app::browser::{files, window};
use crate::app::components::{Element, button, element};
use crate::app::context::App;
use wasm_bindgen_futures::spawn_local;
use yew::AttrValue;

/// The picture before it is made: the same boxes and lines.
pub fn preview(drawing: &Drawing) -> Element {
    let Drawing {
        poster, is_dark, ..
    } = drawing;
    let size = [Poster::WIDTH, Poster::HEIGHT].map(|size| size.to_string());
    let mut picture = element("svg", "share-picture")
        .attribute("viewBox", ["0 0 ", &size[0], " ", &size[1]].concat())
        .attribute("role", "img")
        .attribute("lang", drawing.language.tag())
        .attribute("aria-label", drawing.said.clone());
    for block in &poster.blocks {
        let shape = element("rect", "")
            .attribute("x", block.left.to_string())
            .attribute("y", block.top.to_string())
            .attribute("width", block.width.to_string())
            .attribute("height", block.height.to_string())
            .attribute("fill", block.tone.colour(*is_dark));
        picture = picture.child(shape);
    }
    for line in &poster.lines {
        let anchor = match line.align {
            Align::Start => "start",
            Align::End => "end",
        };
        let text = element("text", "")
            .attribute("x", line.at.to_string())
            .attribute("y", line.baseline.to_string())
            .attribute("font-size", line.size.to_string())
            .attribute("font-weight", if line.is_bold { "650" } else { "400" })
            .attribute("text-anchor", anchor)
            .attribute("fill", line.tone.colour(*is_dark))
            .text(line.text.clone());
        picture = picture.child(text);
    }
    picture
}

/// The picture when it was made.
pub fn image(drawing: &Drawing, made: &Drawn) -> Element {
    element("img", "share-picture")
        .attribute("src", AttrValue::from(made.address.clone()))
        .attribute("width", Poster::WIDTH.to_string())
        .attribute("height", Poster::HEIGHT.to_string())
        .attribute("lang", drawing.language.tag())
        .attribute("alt", drawing.said.clone())
}

/// What can be done with it.
pub fn actions(app: &App, drawing: &Drawing, made: &Drawn) -> Element {
    let texts = app.messages().share;
    let with = (drawing.file_name.clone(), made.clone());
    let send = app.act(with.clone(), |app, (name, made)| {
        // What cannot be sent can be saved.
        if !files::share_file(name, "image/png", &made.file) {
            save(app, name, made);
        }
    });
    let save = app.act(with, |app, (name, made)| save(app, name, made));
    let send =
        files::can_share().then(|| button("button button-primary", None, texts.send(), send));
    element("div", "actions")
        .key("made")
        .children(send)
        .child(button("button", None, texts.save(), save))
}

fn save(app: &App, name: &str, made: &Drawn) {
    let texts = app.messages().storage;
    let said = match files::save_file(name, &made.file) {
        Ok(()) => texts.saved(),
        Err(_) => texts.not_saved(),
    };
    app.notify(said, false);
}

/// Makes the picture, unless something else is wanted when it is ready.
pub fn make(app: &App, pending: &Pending, drawing: Drawing) {
    let drawing_now = Pending {
        made: Made::Drawing,
        ..pending.clone()
    };
    app.turn(drawing_now.turned());
    let (app, pending) = (app.clone(), pending.clone());
    let (changes, place) = (pending.changes.get(), window::hash());
    spawn_local(async move {
        let made = png(&drawing.poster, drawing.is_dark).await;
        if pending.changes.get() != changes || window::hash() != place {
            return;
        }
        let made = if let Ok(made) = made {
            Made::Ready(made)
        } else {
            app.notify(app.messages().storage.not_saved(), false);
            Made::Nothing
        };
        app.focus_next(PICTURE_ID);
        app.turn(Pending { made, ..pending }.turned());
    });
}
