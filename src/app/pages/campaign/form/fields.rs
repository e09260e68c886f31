//! The fields of the form, but for the levels of thanks.

use super::wrong::error_of;
use super::{FIRST_ID, Form};
use crate::app::components::{
    Asked, Choice, Element, Question, choice_group, disclosure, element, text_field, text_input,
};
use crate::app::context::App;
use crate::campaign::{FieldError, Name, PackDraft, PackField};
use crate::language::{Language, fill};
use crate::methodology::{Action, ActionId, Category, current};
use yew::Callback;

/// What is wrong, by field.
pub type Wrong<'a> = &'a [(PackField, FieldError)];

/// The id of a field on the page.
pub fn id_of(field: PackField) -> String {
    let (name, place, language) = match field {
        PackField::Name(language) => ("name", None, Some(language)),
        PackField::Place(language) => ("place", None, Some(language)),
        PackField::First => ("first", None, None),
        PackField::Last => ("last", None, None),
        PackField::Goal => ("goal", None, None),
        PackField::ThanksFrom(place) => ("thanks-from", Some(place), None),
        PackField::ThanksName(place, language) => ("thanks-name", Some(place), Some(language)),
        PackField::Groups(language) => ("groups", None, Some(language)),
    };
    let mut id = ["campaign-", name].concat();
    if let Some(place) = place {
        id = [&id, "-", &place.to_string()].concat();
    }
    if let Some(language) = language {
        id = [&id, "-", language.tag()].concat();
    }
    id
}

/// What a field asks for; in which language, where there are two.
pub fn label(form: &Form, name: &str, language: Language) -> String {
    if form.draft.languages.len() < 2 {
        return name.to_owned();
    }
    [name, " · ", language.own_name()].concat()
}

/// A change of the draft by what is typed in a field.
fn typing(app: &App, form: &Form, field: PackField) -> Callback<String> {
    app.typing((form.clone(), field), |(form, field), text| {
        form.with(|draft| draft.set_text(*field, text))
    })
}

/// The control of a field of one line.
pub fn input(app: &App, form: &Form, kind: &'static str, field: PackField) -> Element {
    text_input(kind, form.draft.text(field), typing(app, form, field))
}

/// A field with its label, remark and error.
pub fn field(
    app: &App,
    wrong: Wrong<'_>,
    field: PackField,
    (label, hint): (&str, &str),
    control: Element,
) -> Element {
    let error = error_of(app, wrong, field);
    let asked = Asked {
        id: &id_of(field),
        label,
        hint,
        error: error.as_deref(),
    };
    text_field(asked, control).key(id_of(field))
}

/// A text in one language.
pub fn named(
    app: &App,
    form: &Form,
    wrong: Wrong<'_>,
    (name, hint): (&str, &str),
    asked: PackField,
    language: Language,
) -> Element {
    let control = input(app, form, "text", asked)
        .attribute("lang", language.tag())
        .attribute("maxlength", Name::CHARACTERS_MAX.to_string());
    field(
        app,
        wrong,
        asked,
        (&label(form, name, language), hint),
        control,
    )
}

/// Language, name, place, days, actions and goal.
pub fn fields(app: &App, form: &Form, wrong: Wrong<'_>) -> Element {
    let texts = app.messages().campaign;
    let in_languages = |asked: fn(Language) -> PackField, name: &str, hint: &str| {
        let languages = form.draft.languages();
        let one = |language| named(app, form, wrong, (name, hint), asked(language), language);
        languages.map(one).collect::<Vec<_>>()
    };
    let day = |asked: PackField, label: &str| {
        field(
            app,
            wrong,
            asked,
            (label, ""),
            input(app, form, "date", asked),
        )
    };
    let days = element("div", "campaign-days")
        .child(day(PackField::First, texts.first()))
        .child(day(PackField::Last, texts.last()));
    let goal = input(app, form, "text", PackField::Goal).attribute("inputmode", "decimal");
    let goal = field(
        app,
        wrong,
        PackField::Goal,
        (texts.goal_field(), texts.goal_field_hint()),
        goal,
    );
    element("div", "form")
        .child(language(app, form))
        .children(in_languages(
            PackField::Name,
            texts.name(),
            texts.name_hint(),
        ))
        .children(in_languages(
            PackField::Place,
            texts.place(),
            texts.optional(),
        ))
        .child(days)
        .child(actions(app, form))
        .child(goal)
}

fn language(app: &App, form: &Form) -> Element {
    let texts = app.messages().campaign;
    let [zh, en] = Language::ALL;
    let choices: [Choice; 3] = [
        (zh.tag(), zh.own_name()),
        (en.tag(), en.own_name()),
        ("both", texts.both_languages()),
    ];
    let chosen = match form.draft.languages.as_slice() {
        [one] => one.tag(),
        _ => "both",
    };
    let onchoose = app.typing(form.clone(), |form, id| {
        form.with(|draft| {
            draft.languages = match Language::from_tag(&id) {
                Some(language) => vec![language],
                None => Language::ALL.to_vec(),
            };
        })
    });
    choice_group(
        Question::plain(FIRST_ID, texts.languages()),
        &choices,
        chosen,
        onchoose,
    )
}

/// Which actions count: none chosen are all.
fn actions(app: &App, form: &Form) -> Element {
    let texts = app.messages().campaign;
    let toggle = app.typing(form.clone(), |form, id| {
        form.with(|draft| {
            let Some(action) = ActionId::parse(&id) else {
                return;
            };
            let place = draft.actions.iter().position(|other| *other == action);
            match place {
                Some(place) => drop(draft.actions.remove(place)),
                None => draft.actions.push(action),
            }
        })
    });
    let groups = Category::ALL.into_iter().map(|category| {
        let actions = current().actions.iter();
        let actions = actions.filter(|action| action.category == category);
        // An ordinary car trip saves nothing by what it is.
        let actions = actions.filter(|action| !action.is_trip() || action.is_green_trip);
        let choices = actions.map(|action| choice(app, &form.draft, action));
        element("fieldset", "choice-group")
            .key(category.id())
            .child(element("legend", "field-label").text(app.messages().names.category(category)))
            .child(element("div", "choices").children(choices))
    });
    let said = match form.draft.actions.len() {
        0 => texts.all_actions().to_owned(),
        count => fill(texts.some_actions(), &[("count", &count.to_string())]),
    };
    let name = [texts.actions(), app.messages().compare.colon(), &said].concat();
    let content = element("div", "form")
        .onchange(toggle)
        .child(element("p", "field-hint").text(texts.actions_hint()))
        .children(groups);
    disclosure(&name, content)
}

fn choice(app: &App, draft: &PackDraft, action: &Action) -> Element {
    let input = element("input", "")
        .attribute("type", "checkbox")
        .value(action.id.as_str())
        .checked(draft.actions.contains(&action.id));
    element("label", "choice")
        .child(input)
        .child(element("span", "").text(action.name.in_language(app.language())))
}

/// The groups, one a line, in each of the languages.
pub fn groups(app: &App, form: &Form, wrong: Wrong<'_>) -> Element {
    let texts = app.messages().campaign;
    let fields = form.draft.languages().map(|language| {
        let asked = PackField::Groups(language);
        let control = element("textarea", "input")
            .attribute("rows", "4")
            .attribute("lang", language.tag())
            .value(form.draft.text(asked).to_owned())
            .oninput(typing(app, form, asked));
        let name = label(form, texts.groups(), language);
        field(app, wrong, asked, (&name, texts.groups_hint()), control)
    });
    element("div", "form").children(fields)
}
