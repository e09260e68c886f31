//! The pages, and which of them stands at which address.

mod about;
mod campaign;
mod compare;
mod embed;
mod framed;
mod guide;
mod later;
mod ledger;
mod measure;
mod methodology;
mod more;
mod norms;
mod not_found;
mod reading;
mod record;
mod rewards;
mod settings;
mod share;
mod shortcuts;
mod statement;
mod storage;
mod summary;
mod synergy;
mod today;
mod usual;
mod waiting;

use super::browser::window;
use super::components::{Element, element};
use super::context::App;
use super::query::Query;
use super::route::Route;
use super::state::Rest;
use crate::account::{EntryId, Span};
use std::any::Any;
use std::rc::Rc;

/// The id of what is said when a leaf of the statement is turned.
pub const TURNED_ID: &str = "turned";

/// What a page remembers, known to that page alone: its type then comes with the
/// later part of the code. Nothing when the page has just been opened.
pub type Remembered = Option<Rc<dyn Any>>;

/// The page that is open, with what it remembers until the reader goes on.
pub enum Page {
    /// Today, with the usual thing that is opened.
    Today(Option<EntryId>),
    /// Choosing what to record.
    Choose(record::Sought),
    /// Recording; nothing where the entry to be changed is gone.
    Record(Option<Box<record::Recording>>),
    /// The ledger: as the address asks for it, until the reader looks for
    /// something else.
    Ledger(Query, Option<ledger::View>),
    /// The statement of a span, of this month where nothing is asked for, and
    /// what it counts.
    Statement(Option<Span>, Query),
    /// All ways of making a trip; as the address asks where nothing was changed.
    Compare(Remembered),
    /// The account on a card.
    Summary,
    /// Points, level, goals, badges.
    Rewards(Remembered),
    /// The ten norms in a span, of this year where nothing is asked for.
    Norms(Option<Span>),
    /// Carbon and pollution together in a span, of the whole account where none
    /// is asked for.
    Synergy(Option<Span>, Remembered),
    /// Usual trips and habits.
    Usual(Remembered),
    /// A trip measured on the way.
    Measure(Remembered),
    /// What is made to be shown to others, by its address.
    Share(String, Remembered),
    /// Campaigns, by the address of what is open of them.
    Campaign(String, Remembered),
    /// The method, at a place of it.
    Methodology(String, Remembered),
    /// The settings.
    Settings(settings::Pending),
    /// What is kept, and ways to bring it elsewhere and back.
    Storage(storage::Pending),
    /// What a link brings.
    Transfer(String, storage::Import),
    /// The snippet for another site.
    Embed(Remembered),
    /// Everything else.
    More,
    /// How it is used.
    Guide,
    /// What this is.
    About,
    /// What becomes of what is recorded.
    Privacy,
    /// How far everybody can use it.
    Accessibility,
    /// No page.
    Unknown(String),
}

/// What the reader does to the page that is open.
#[derive(Clone)]
pub enum PageChange {
    /// Opens a usual thing, or closes it.
    Opened(Option<EntryId>),
    /// Looks for something to record.
    Sought(record::Sought),
    /// Fills in the form.
    Form(record::FormChange),
    /// Goes on with recording.
    Stage(record::Stage),
    /// Looks for entries.
    Ledger(ledger::View),
    /// Draws more of them than those that are drawn by now.
    LedgerGoesOn(usize),
    /// Does something that only the page itself knows.
    Remembers(Rc<dyn Any>),
    /// Types a mix.
    Mix(settings::Editing),
    /// Goes on with deleting everything.
    Erase(settings::Erasing),
    /// Goes on with taking something in.
    Import(storage::Import),
    /// Shows links to another phone.
    Links(Option<storage::Links>),
}

/// What reads the page aloud, where it is wanted and the code for it is there.
#[must_use]
pub fn reading_tools(app: &App) -> Vec<Element> {
    if app.rest() == Rest::Here {
        later::reading_tools(app)
    } else {
        Vec::new()
    }
}

/// Has the screen reader say what is shown now, once all of the page is there.
pub fn announce(app: &App, id: &'static str, text: String) {
    if app.rest() == Rest::Here {
        later::announce(id, text);
    }
}

/// Moves the focus in a moment, or at once before all of the page is there.
pub fn focus_later(app: &App, id: String) {
    if app.rest() == Rest::Here {
        later::focus_later(id);
    } else {
        window::focus(&id);
    }
}

/// Begins what goes on for as long as the page is open, once all of it is there.
pub fn begin(app: &App) {
    if app.rest() == Rest::Here {
        later::begin(app);
    }
}

impl Page {
    /// The page of the present address.
    #[must_use]
    pub fn of(app: &App) -> Self {
        match app.route() {
            Route::Today => Self::Today(None),
            Route::Choose => Self::Choose(record::Sought::default()),
            Route::Record(action, query) => {
                let recording = record::Recording::start(app, *action, query);
                Self::Record(recording.map(Box::new))
            }
            Route::Ledger(query) => Self::Ledger(query.clone(), None),
            Route::Statement(span, query) => Self::Statement(*span, query.clone()),
            Route::Compare(_) => Self::Compare(None),
            Route::Summary => Self::Summary,
            Route::Rewards => Self::Rewards(None),
            Route::Norms(span) => Self::Norms(*span),
            Route::Synergy(span) => Self::Synergy(*span, None),
            Route::Usual => Self::Usual(None),
            Route::Measure => Self::Measure(None),
            Route::Share(place) => Self::Share(place.clone(), None),
            Route::Campaign(place) => Self::Campaign(place.clone(), None),
            Route::Methodology(place) => Self::Methodology(place.clone().unwrap_or_default(), None),
            Route::Settings => Self::Settings(settings::Pending::start(app)),
            Route::Storage => Self::Storage(storage::Pending::default()),
            Route::Transfer(code) => Self::Transfer(code.clone(), storage::Import::default()),
            Route::Embed => Self::Embed(None),
            Route::More => Self::More,
            Route::Guide => Self::Guide,
            Route::About => Self::About,
            Route::Privacy => Self::Privacy,
            Route::Accessibility => Self::Accessibility,
            Route::Unknown(route) => Self::Unknown(route.clone()),
        }
    }

    /// Takes in what the reader did; nothing where another page is open by now.
    pub fn change(&mut self, change: PageChange) {
        match (self, change) {
            (Self::Today(opened), PageChange::Opened(row)) => *opened = row,
            (Self::Choose(sought), PageChange::Sought(next)) => *sought = next,
            (Self::Record(Some(recording)), PageChange::Form(change)) => {
                recording.form.change(change);
            }
            (Self::Record(Some(recording)), PageChange::Stage(stage)) => recording.stage = stage,
            (Self::Ledger(_, view), PageChange::Ledger(next)) => *view = Some(next),
            (Self::Ledger(_, Some(view)), PageChange::LedgerGoesOn(drawn)) => view.goes_on(drawn),
            (
                Self::Compare(remembered)
                | Self::Rewards(remembered)
                | Self::Synergy(_, remembered)
                | Self::Usual(remembered)
                | Self::Embed(remembered)
                | Self::Measure(remembered)
                | Self::Share(_, remembered)
                | Self::Methodology(_, remembered)
                | Self::Campaign(_, remembered),
                PageChange::Remembers(next),
            ) => *remembered = Some(next),
            (Self::Settings(pending), PageChange::Mix(mix)) => pending.mix = mix,
            (Self::Settings(pending), PageChange::Erase(stage)) => pending.erase = stage,
            (
                Self::Storage(storage::Pending { import, .. }) | Self::Transfer(_, import),
                PageChange::Import(next),
            ) => *import = next,
            (Self::Storage(pending), PageChange::Links(links)) => pending.links = links,
            _ => {}
        }
    }

    /// Goes on with a page that is drawn in parts.
    pub fn go_on(&self, app: &App) {
        if let Self::Ledger(_, Some(view)) = self
            && let Some(drawn) = view.unfinished()
        {
            later::ledger_goes_on(app, drawn);
        }
    }

    /// The page in an element that stays. Every step of the reader opens a page
    /// of its own, except among the leaves of the statement.
    pub fn draw(&self, app: &App) -> Element {
        let key = match self {
            Self::Statement(..) => "statement".to_owned(),
            _ => app.steps().to_string(),
        };
        let is_embedded = app.appearance().embedded;
        let is_whole = app.rest() == Rest::Here;
        let page = match self {
            Self::Today(opened) if !is_embedded => today::today(app, *opened),
            Self::Choose(sought) => record::choose(app, sought),
            Self::Record(Some(recording)) => record::record(app, recording),
            Self::Record(None) => record::gone(app),
            _ if is_whole => later::draw(app, self),
            _ => waiting::waiting(app),
        };
        let foot = (is_embedded && is_whole).then(|| later::foot(app, self));
        element("div", "page-place")
            .child(page.key(key))
            .children(foot)
    }
}
