//! Goals that the reader sets, and how far they are. A goal that is not reached
//! is no failure, and no word is lost about it.

use super::Pending;
use crate::account::{Goal, GoalError, GoalKind, Goals, Ledger, Span};
use crate::app::browser::window;
use crate::app::components::{
    Asked, Element, bar_row, button, element, submit_button, text_field, text_input,
};
use crate::app::context::App;
use crate::language::errors::quantity_error;
use crate::language::fill;
use crate::quantity::Quantity;

/// The id of the heading, which takes the focus back.
const HEADING_ID: &str = "goals";

/// The goals as they are typed.
#[derive(Clone, Default)]
pub enum Editing {
    /// They are not.
    #[default]
    Closed,
    /// The form is open.
    Open {
        /// What stands in the fields, in the order of [`GoalKind::ALL`].
        typed: [String; 2],
        /// Whether saving was tried: nothing is called wrong before.
        tried: bool,
    },
}

impl Editing {
    fn open(app: &App) -> Self {
        let goals = Goals::of(app.settings());
        let typed = GoalKind::ALL.map(|kind| {
            let amount = goals.get(kind).map(|goal| goal.amount().to_string());
            amount.unwrap_or_default()
        });
        Self::Open {
            typed,
            tried: false,
        }
    }
}

/// The section.
pub fn goals(app: &App, pending: &Pending) -> Element {
    let texts = app.messages().rewards;
    let goals = Goals::of(app.settings());
    let content = match &pending.goals {
        Editing::Closed => shown(app, pending, &goals).key("shown"),
        Editing::Open { typed, tried } => form(app, pending, typed, *tried).key("form"),
    };
    let heading = element("h2", "")
        .attribute("id", HEADING_ID)
        .attribute("tabindex", "-1")
        .text(texts.goals());
    element("section", "section")
        .child(heading)
        .child(element("div", "").child(content))
}

fn shown(app: &App, pending: &Pending, goals: &Goals) -> Element {
    let texts = app.messages().rewards;
    let mut rows = element("ul", "bars slot");
    for (kind, name) in GoalKind::ALL.into_iter().zip(texts.goal_names()) {
        rows = rows.children(goals.get(kind).map(|goal| goal_row(app, kind, name, goal)));
    }
    let is_any = goals.trips.is_some() || goals.month.is_some();
    let (said, name) = if is_any {
        ("", texts.goals_change())
    } else {
        (texts.goals_none(), texts.goals_set())
    };
    let open = app.act(pending.clone(), |app, pending| {
        turn(app, pending, Editing::open(app));
        app.focus_next(field_id(GoalKind::Trips));
    });
    element("div", "section")
        .child(element("p", "muted slot").text(said))
        .child(rows)
        .child(element("div", "actions").child(button("button", None, name, open)))
}

fn goal_row(app: &App, kind: GoalKind, name: &str, goal: Goal) -> Element {
    let texts = app.messages().rewards;
    let ledger = app.ledger();
    let progress = goal.progress(&ledger, app.today());
    let reached = if progress.is_reached {
        texts.goal_reached()
    } else {
        ""
    };
    let amount = done(app, &ledger, kind, goal);
    bar_row(name, &amount, reached, progress.share, false)
}

/// How far a goal is, in words.
fn done(app: &App, ledger: &Ledger, kind: GoalKind, goal: Goal) -> String {
    let (texts, language, today) = (app.messages().rewards, app.language(), app.today());
    let (template, done) = match kind {
        GoalKind::Trips => (
            texts.goal_trips(),
            ledger.week(today).green_trips.to_string(),
        ),
        GoalKind::Month => {
            let month = ledger.totals(Span::Month(today.month_of()));
            (texts.goal_month(), month.reduction.short(language))
        }
    };
    let goal = goal.amount().exact(language);
    fill(template, &[("done", &done), ("goal", &goal)])
}

fn turn(app: &App, pending: &Pending, goals: Editing) {
    let pending = Pending {
        goals,
        ..pending.clone()
    };
    app.turn(pending.change());
}

const fn field_id(kind: GoalKind) -> &'static str {
    kind.id()
}

/// What is typed as a goal: none where nothing is.
fn read(kind: GoalKind, typed: &str) -> Result<Option<Goal>, GoalError> {
    if typed.trim().is_empty() {
        return Ok(None);
    }
    Goal::parse(kind, typed).map(Some)
}

fn form(app: &App, pending: &Pending, typed: &[String; 2], tried: bool) -> Element {
    let texts = app.messages().rewards;
    let mut fields = element("div", "form");
    for (place, (kind, label)) in GoalKind::ALL
        .into_iter()
        .zip(texts.goal_fields())
        .enumerate()
    {
        let text = &typed[place];
        let error = read(kind, text).err().filter(|_| tried);
        let error = error.map(|error| wrong(app, kind, error));
        let oninput = app.typing(
            (pending.clone(), typed.clone(), place, tried),
            |(pending, typed, place, tried), text| {
                let mut typed = typed.clone();
                typed[*place] = text;
                let tried = *tried;
                Pending {
                    goals: Editing::Open { typed, tried },
                    ..pending.clone()
                }
                .change()
            },
        );
        let asked = Asked {
            id: field_id(kind),
            label,
            hint: texts.goal_hint(),
            error: error.as_deref(),
        };
        let control = text_input("text", text, oninput).attribute("inputmode", "decimal");
        fields = fields.child(text_field(asked, control));
    }
    let save = app.act((pending.clone(), typed.clone()), |app, (pending, typed)| {
        keep(app, pending, typed);
    });
    let save = submit_button("button button-primary", save).text(texts.goals_save());
    let cancel = app.act(pending.clone(), close);
    let cancel = button("button", None, app.messages().shell.cancel(), cancel);
    element("form", "form")
        .flag("novalidate", true)
        .child(fields)
        .child(element("div", "actions").child(save).child(cancel))
}

fn wrong(app: &App, kind: GoalKind, error: GoalError) -> String {
    match error {
        GoalError::Quantity(error) => quantity_error(error, app.language()),
        GoalError::OutOfBounds => {
            let [floor, ceiling] = kind.bounds().map(|thousandths| {
                let amount = Quantity::new(kind.dimension(), thousandths);
                amount.map_or_else(|_| String::new(), |amount| amount.exact(app.language()))
            });
            let bounds = [("floor", &*floor), ("ceiling", &*ceiling)];
            fill(app.messages().errors.out_of_bounds(), &bounds)
        }
    }
}

fn keep(app: &App, pending: &Pending, typed: &[String; 2]) {
    let [trips, month] = [
        read(GoalKind::Trips, &typed[0]),
        read(GoalKind::Month, &typed[1]),
    ];
    let (Ok(trips), Ok(month)) = (trips, month) else {
        let first = if trips.is_err() {
            GoalKind::Trips
        } else {
            GoalKind::Month
        };
        window::focus(field_id(first));
        let typed = typed.clone();
        return turn(app, pending, Editing::Open { typed, tried: true });
    };
    app.choose(|settings| {
        Goals::set(settings, GoalKind::Trips, trips);
        Goals::set(settings, GoalKind::Month, month);
    });
    app.notify(app.messages().rewards.goals_saved(), false);
    close(app, pending);
}

fn close(app: &App, pending: &Pending) {
    app.focus_next(HEADING_ID);
    turn(app, pending, Editing::Closed);
}
