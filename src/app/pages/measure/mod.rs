//! A trip measured on the way, or out of a file of another app. The distance is
//! kept for as long as the page is open, the route never; what it comes to fills
//! in the form, and the reader saves it or not.

mod file;
mod finished;

use crate::app::browser::location::{NoPlace, Watch};
use crate::app::components::{Callout, Element, button, callout, element, icon, page_header};
use crate::app::context::App;
use crate::app::pages::PageChange;
use crate::journey::{GpxTrack, Track};
use crate::language::fill;
use crate::quantity::Quantity;
use finished::{distance_card, finished};
use std::cell::{Cell, RefCell};
use std::rc::Rc;

/// The id of the place that takes the focus when something starts or stops.
const STATE_ID: &str = "measuring";

/// What the page remembers.
#[derive(Clone, Default)]
pub enum Pending {
    /// Nothing was started.
    #[default]
    Start,
    /// A file is being read.
    Reading,
    /// A file gave no distance, for a reason.
    Refused(String),
    /// What a file came to.
    Read(GpxTrack),
    /// A trip is or was measured.
    Measured(Rc<Journey>),
}

/// A trip that is being measured. When the page is left it is dropped, and
/// nothing is asked of the phone any more.
#[derive(Default)]
pub struct Journey {
    track: RefCell<Track>,
    /// While it is measured; not during a pause.
    watch: RefCell<Option<Watch>>,
    /// How far the last fix may be off, in metres.
    accuracy: Cell<Option<u32>>,
    problem: Cell<Option<NoPlace>>,
    is_finished: Cell<bool>,
}

impl Journey {
    /// Starts, or goes on after a pause.
    fn start(self: &Rc<Self>, app: &App) {
        let (weak, told) = (Rc::downgrade(self), app.clone());
        let watch = Watch::start(move |place| {
            let Some(journey) = weak.upgrade() else {
                return;
            };
            journey.problem.set(place.err());
            if let Ok(fix) = place {
                journey.accuracy.set(Some(fix.accuracy()));
                journey.track.borrow_mut().take(fix);
            }
            told.turn(Pending::Measured(journey).change());
        });
        self.problem.set(watch.as_ref().err().copied());
        self.watch.replace(watch.ok());
    }

    fn pause(&self) {
        self.watch.replace(None);
        self.accuracy.set(None);
        self.track.borrow_mut().pause();
    }

    fn distance(&self) -> Option<Quantity> {
        self.track.borrow().distance()
    }

    /// How many fixes it was measured with.
    fn fixes(&self, app: &App) -> String {
        let track = self.track.borrow();
        let (used, left_out) = (track.used().to_string(), track.left_out().to_string());
        let texts = app.messages().measure;
        fill(texts.fixes(), &[("used", &used), ("poor", &left_out)])
    }
}

impl Pending {
    fn change(self) -> PageChange {
        PageChange::Remembers(Rc::new(self))
    }
}

/// The page.
pub fn measure(app: &App, pending: &Pending) -> Element {
    let texts = app.messages().measure;
    let more = ("#/more", app.messages().more.title());
    let content = match pending {
        Pending::Start | Pending::Reading | Pending::Refused(_) => start(app, pending).key("start"),
        Pending::Read(track) => {
            let points = [("points", &*track.points.to_string())];
            let said = fill(texts.file_points(), &points);
            finished(app, Some(track.distance), &said).key("finished")
        }
        Pending::Measured(journey) if journey.is_finished.get() => {
            finished(app, journey.distance(), &journey.fixes(app)).key("finished")
        }
        Pending::Measured(journey) => running(app, journey).key("running"),
    };
    let place = element("div", "column column-narrow")
        .attribute("id", STATE_ID)
        .attribute("tabindex", "-1")
        .child(content);
    element("div", "page")
        .child(page_header(Some(more), texts.title(), "", None))
        .child(element("div", "place").child(place))
        .child(element("p", "muted small").text(texts.privacy()))
}

fn start(app: &App, pending: &Pending) -> Element {
    let texts = app.messages().measure;
    let start = app.act((), |app, ()| {
        let journey = Rc::new(Journey::default());
        journey.start(app);
        turn(app, journey);
    });
    let start = button(
        "button button-primary button-wide",
        Some(icon("trip")),
        texts.start(),
        start,
    );
    let mut points = element("ul", "bullets");
    for point in texts.points() {
        points = points.child(element("li", "").text(*point));
    }
    element("div", "column")
        .child(points)
        .child(start)
        .child(file::file(app, pending))
}

/// Draws the page anew, with the focus on it: the button that was tapped goes.
fn turn(app: &App, journey: Rc<Journey>) {
    app.focus_next(STATE_ID);
    app.turn(Pending::Measured(journey).change());
}

fn running(app: &App, journey: &Rc<Journey>) -> Element {
    let texts = app.messages().measure;
    let is_paused = journey.watch.borrow().is_none();
    let state = match (is_paused, journey.accuracy.get()) {
        (true, _) => texts.paused().to_owned(),
        (false, None) => texts.searching().to_owned(),
        (false, Some(metres)) => fill(texts.accuracy(), &[("metres", &metres.to_string())]),
    };
    let problem = journey.problem.get().map(|problem| {
        let text = match problem {
            NoPlace::Absent => texts.absent(),
            NoPlace::Refused => texts.refused(),
            NoPlace::Unknown => texts.unknown(),
        };
        callout(Callout::Warning, "", text)
    });
    let (name, drawing) = if is_paused {
        (texts.resume(), "forward")
    } else {
        (texts.pause(), "minus")
    };
    let toggle = app.act((journey.clone(), is_paused), |app, (journey, is_paused)| {
        if *is_paused {
            journey.start(app);
        } else {
            journey.pause();
        }
        turn(app, journey.clone());
    });
    let stop = app.act(journey.clone(), |app, journey| {
        journey.pause();
        journey.is_finished.set(true);
        turn(app, journey.clone());
    });
    let buttons = element("div", "actions")
        .child(button("button", Some(icon(drawing)), name, toggle))
        .child(button(
            "button button-primary",
            Some(icon("check")),
            texts.stop(),
            stop,
        ));
    element("div", "column")
        .child(distance_card(app, journey.distance(), &journey.fixes(app)))
        .child(element("p", "").text(state))
        .child(
            element("div", "slot")
                .attribute("role", "status")
                .children(problem),
        )
        .child(buttons)
}
