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

/// The languages that count, in their order on the page.
pub fn languages(draft: &PackDraft) -> impl Iterator<Item = Language> {
    let all = Language::ALL.into_iter();
    all.filter(|language| draft.languages.contains(language))
}

/// What a field asks for; in which language, where there are two.
pub fn label(form: &Form, name: &str, language: Language) -> String {
    if form.draft.languages.len() < 2 {
        return name.to_owned();
    }
    [name, " · ", language.own_name()].concat()
}

/// A change of the draft by what is typed in a field.
pub fn typing(
    app: &App,
    form: &Form,
    field: PackField,
    change: fn(&mut PackDraft, PackField, String),
) -> Callback<String> {
    app.typing(
        (form.clone(), field, change),
        |(form, field, change), text| form.with(|draft| change(draft, *field, text)),
    )
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
    (asked, text): (PackField, &str),
    change: fn(&mut PackDraft, PackField, String),
) -> Element {
    let (PackField::Name(language)
    | PackField::Place(language)
    | PackField::ThanksName(_, language)
    | PackField::Groups(language)) = asked
    else {
        return element("div", "");
    };
    let control = text_input("text", text, typing(app, form, asked, change))
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
    let draft = &form.draft;
    let mut fields = element("div", "form").child(language(app, form));
    for one in languages(draft) {
        let text = &*draft.name[one as usize];
        let asked = (PackField::Name(one), text);
        let change = |draft: &mut PackDraft, field, text| {
            if let PackField::Name(language) = field {
                draft.name[language as usize] = text;
            }
        };
        fields = fields.child(named(
            app,
            form,
            wrong,
            (texts.name(), texts.name_hint()),
            asked,
            change,
        ));
    }
    for one in languages(draft) {
        let text = &*draft.place[one as usize];
        let asked = (PackField::Place(one), text);
        let change = |draft: &mut PackDraft, field, text| {
            if let PackField::Place(language) = field {
                draft.place[language as usize] = text;
            }
        };
        fields = fields.child(named(
            app,
            form,
            wrong,
            (texts.place(), texts.optional()),
            asked,
            change,
        ));
    }
    let first = typing(app, form, PackField::First, |draft, _, text| {
        draft.first = text;
    });
    let last = typing(app, form, PackField::Last, |draft, _, text| {
        draft.last = text;
    });
    let goal = typing(app, form, PackField::Goal, |draft, _, text| {
        draft.goal = text;
    });
    let goal = text_input("text", &draft.goal, goal).attribute("inputmode", "decimal");
    let days = element("div", "campaign-days")
        .child(field(
            app,
            wrong,
            PackField::First,
            (texts.first(), ""),
            text_input("date", &draft.first, first),
        ))
        .child(field(
            app,
            wrong,
            PackField::Last,
            (texts.last(), ""),
            text_input("date", &draft.last, last),
        ));
    fields.child(days).child(actions(app, form)).child(field(
        app,
        wrong,
        PackField::Goal,
        (texts.goal_field(), texts.goal_field_hint()),
        goal,
    ))
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
    let fields = languages(&form.draft).map(|language| {
        let asked = PackField::Groups(language);
        let oninput = typing(app, form, asked, |draft, field, text| {
            if let PackField::Groups(language) = field {
                draft.groups[language as usize] = text;
            }
        });
        let control = element("textarea", "input")
            .attribute("rows", "4")
            .attribute("lang", language.tag())
            .value(form.draft.groups[language as usize].clone())
            .oninput(oninput);
        let name = label(form, texts.groups(), language);
        field(app, wrong, asked, (&name, texts.groups_hint()), control)
    });
    element("div", "form").children(fields)
}
