//! What an organiser hands out and uses: the link and the code to join by, the
//! file, the poster, and the way to change the campaign.

use super::{about, href};
use crate::app::browser::{files, window};
use crate::app::components::{
    Callout, Element, button, callout, copied, element, link_row, page_header, qr_drawing,
};
use crate::app::context::App;
use crate::campaign::{Known, Pack, join_link, write_pack};

/// The page.
pub fn organise(app: &App, known: &Known) -> Element {
    let texts = app.messages().campaign;
    let pack = &known.pack;
    let name = pack.name.in_language(app.language());
    let address = href("of", pack.key);
    let back = element("p", "")
        .child(crate::app::components::link("text-link", address).text(texts.to_campaign()));
    let main = element("div", "column").child(hand_out(app, pack));
    let side = element("div", "column")
        .child(tools(app, pack))
        .child(about::about(app, pack))
        .child(back);
    element("div", "page")
        .child(page_header(
            Some(super::to_list(app)),
            texts.organise(),
            name,
            None,
        ))
        .child(element("div", "columns").child(main).child(side))
}

fn hand_out(app: &App, pack: &Pack) -> Element {
    let texts = app.messages().campaign;
    let link = join_link(&window::address(), pack);
    let code = match qr_drawing(&link, texts.code()) {
        Some(code) => element("div", "").child(code),
        None => callout(Callout::Warning, "", texts.too_long()),
    };
    let name = pack.name.in_language(app.language()).to_owned();
    let share = app.act((name, link.clone()), |app, (name, link)| {
        if !files::share_link(name, link) {
            app.notify(app.messages().storage.not_saved(), false);
        }
    });
    let share = files::can_share()
        .then(|| button("button", None, app.messages().storage.share_link(), share));
    let save = app.act(pack.clone(), |app, pack| {
        let name = ["carbon-inclusion-campaign-", &pack.key.to_string(), ".json"].concat();
        let texts = app.messages().storage;
        let said = match files::save(&name, "application/json", &write_pack(pack)) {
            Ok(()) => texts.saved(),
            Err(_) => texts.not_saved(),
        };
        app.notify(said, false);
    });
    element("section", "section")
        .child(element("h2", "").text(texts.hand_out()))
        .child(element("p", "").text(texts.hand_out_hint()))
        .child(code)
        .child(copied(app, "campaign-link", (texts.link(), "4"), link))
        .child(element("div", "actions").children(share).child(button(
            "button",
            None,
            texts.save_file(),
            save,
        )))
}

/// The pages of the day itself.
fn tools(app: &App, pack: &Pack) -> Element {
    let texts = app.messages().campaign;
    let kiosk = app.messages().kiosk;
    let row = |room, drawing, name, hint: &'static str| {
        link_row(href(room, pack.key), drawing, name, hint.into())
    };
    let rows = element("ul", "rows")
        .child(row(
            "tally",
            "tab-statement",
            app.messages().tally.title(),
            app.messages().tally.hint(),
        ))
        .child(row("poster", "book", texts.poster(), texts.poster_hint()))
        .child(row("kiosk", "volunteer", kiosk.name(), kiosk.name_hint()))
        .child(row("change", "edit", texts.change(), texts.change_hint()));
    element("section", "section")
        .child(element("h2", "").text(texts.tools()))
        .child(rows)
}
