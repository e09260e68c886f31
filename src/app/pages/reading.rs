//! Reading aloud: the buttons for it, on every page that is to have them. The
//! edition for the elder always has them.

use crate::app::browser::speech::{self, NoVoice, Speech};
use crate::app::browser::window;
use crate::app::components::{Element, TITLE_ID, button};
use crate::app::context::App;
use crate::app::state::Change;

/// The name of the line in the settings, and what it says where the buttons are
/// wanted in the ordinary edition too.
pub const SETTING: &str = "read-aloud";
/// See [`SETTING`].
pub const WANTED: &str = "on";

/// The button that stays; the other one comes and goes.
const BUTTON_ID: &str = "read-aloud";

/// The buttons, where they are wanted.
pub fn tools(app: &App) -> Vec<Element> {
    speech::keep_to(app.language().tag());
    let is_wanted = app.settings().later(SETTING) == Some(WANTED);
    let texts = app.messages().reading;
    let speech = speech::speech();
    // Whoever hears it can stop it, whatever was switched off meanwhile.
    let stays = is_wanted || app.is_elder();
    if !stays && speech == Speech::Silent {
        return Vec::new();
    }
    let name = match speech {
        Speech::Silent => texts.read(),
        Speech::Reading => texts.pause(),
        Speech::Paused => texts.resume(),
    };
    let next = app.act(speech, |app, speech| match speech {
        Speech::Reading => {
            speech::pause();
            app.change(Change::Read);
        }
        Speech::Silent | Speech::Paused => read(app),
    });
    let next = button("button button-quiet", None, name, next)
        .attribute("id", BUTTON_ID)
        .key("read");
    let stop = (speech != Speech::Silent).then(|| {
        let stop = app.act(stays, |app, stays| {
            speech::stop();
            window::focus(if *stays { BUTTON_ID } else { TITLE_ID });
            app.change(Change::Read);
        });
        button("button button-quiet", None, texts.stop(), stop).key("stop")
    });
    std::iter::once(next).chain(stop).collect()
}

fn read(app: &App) {
    let told = app.clone();
    let chosen = app.messages().reading.chosen();
    speech::read(app.language().tag(), chosen, move |no_voice| {
        let texts = told.messages().reading;
        match no_voice {
            None => told.change(Change::Read),
            Some(NoVoice::Absent) => told.notify(texts.absent(), false),
            Some(NoVoice::Language) => told.notify(texts.no_voice(), false),
        }
    });
}
