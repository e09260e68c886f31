//! A trip measured on the way. The distance is kept for as long as the page is
//! open, the route never; what it comes to fills in the form, and the reader
//! saves it or not.

use crate::app::browser::location::{NoPlace, Watch};
use crate::app::components::{
    Callout, Element, button, callout, element, figure, icon, link_row, page_header,
};
use crate::app::context::App;
use crate::app::pages::PageChange;
use crate::journey::Track;
use crate::language::fill;
use crate::methodology::current;
use crate::quantity::Quantity;
use std::cell::{Cell, RefCell};
use std::rc::Rc;

/// The id of the place that takes the focus when something starts or stops.
const STATE_ID: &str = "measuring";

/// What the page remembers.
#[derive(Clone, Default)]
pub struct Pending(Option<Rc<Journey>>);

/// A trip that is being measured. When the page is left it is dropped, and
/// nothing is asked of the phone any more.
#[derive(Default)]
struct Journey {
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
            told.turn(Pending(Some(journey)).change());
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
    let content = match &pending.0 {
        None => start(app).key("start"),
        Some(journey) if journey.is_finished.get() => finished(app, journey).key("finished"),
        Some(journey) => running(app, journey).key("running"),
    };
    let place = element("div", "column")
        .attribute("id", STATE_ID)
        .attribute("tabindex", "-1")
        .child(content);
    element("div", "page")
        .child(page_header(Some(more), texts.title(), "", None))
        .child(element("div", "place").child(place))
        .child(element("p", "muted small").text(texts.privacy()))
}

fn start(app: &App) -> Element {
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
    element("div", "column").child(points).child(start)
}

/// Draws the page anew, with the focus on it: the button that was tapped goes.
fn turn(app: &App, journey: Rc<Journey>) {
    app.focus_next(STATE_ID);
    app.turn(Pending(Some(journey)).change());
}

fn distance_figure(app: &App, journey: &Journey) -> Element {
    let texts = app.messages().measure;
    let distance = journey.distance();
    let amount = distance.map_or_else(String::new, |distance| distance.exact(app.language()));
    let track = journey.track.borrow();
    let (used, left_out) = (track.used().to_string(), track.left_out().to_string());
    let fixes = fill(texts.fixes(), &[("used", &used), ("poor", &left_out)]);
    figure(texts.distance(), &amount, &fixes)
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
        .child(element("section", "card").child(distance_figure(app, journey)))
        .child(element("p", "").text(state))
        .child(
            element("div", "slot")
                .attribute("role", "status")
                .children(problem),
        )
        .child(buttons)
}

/// How the trip was made: each way leads to its form, filled in.
fn finished(app: &App, journey: &Rc<Journey>) -> Element {
    let texts = app.messages().measure;
    let metres = journey.distance().map_or(0, Quantity::thousandths);
    let again = button(
        "button",
        None,
        texts.again(),
        app.turning(Pending::default().change()),
    );
    let figure = element("section", "card").child(distance_figure(app, journey));
    if metres == 0 {
        return element("div", "column")
            .child(figure)
            .child(element("p", "").text(texts.nothing()))
            .child(element("div", "actions").child(again));
    }
    let kilometres = journey.distance().map(|distance| distance.to_string());
    let kilometres = kilometres.unwrap_or_default();
    let mut rows = element("ul", "rows");
    for action in current().actions.iter().filter(|action| action.is_trip()) {
        let id = action.id.as_str();
        let href = ["#/record/", id, "?distance_km=", &kilometres].concat();
        let name = action.name.in_language(app.language());
        rows = rows.child(link_row(href, id, name, "".into()));
    }
    let section = element("section", "section")
        .child(element("h2", "").text(texts.how()))
        .child(element("p", "muted small").text(texts.how_hint()))
        .child(rows);
    element("div", "column")
        .child(figure)
        .child(section)
        .child(element("div", "actions").child(again))
}
