//! What the reader chooses for good, and what becomes of the data.

mod erase;
mod mix;
mod mix_form;
mod storage;

use self::erase::Erase;
use self::mix::MixEditor;
use crate::account::{TextSize, Theme};
use crate::app::components::{Back, Choice, ChoiceGroup, PageHeader, element};
use crate::app::hooks::{use_account, use_app};
use crate::language::Language;
use yew::prelude::*;

/// The page.
#[component]
pub fn SettingsPage() -> Html {
    let app = use_app();
    let account = use_account();
    let texts = &app.messages().settings;
    let look = app.appearance();
    let onlanguage = {
        let app = app.clone();
        Callback::from(move |tag: String| {
            let language = Language::from_tag(&tag);
            app.choose(|settings| settings.language = language);
        })
    };
    let ontheme = {
        let app = app.clone();
        Callback::from(move |id: String| {
            let theme = Theme::from_id(&id).unwrap_or_default();
            app.choose(|settings| settings.theme = theme);
        })
    };
    let onsize = {
        let app = app.clone();
        Callback::from(move |id: String| {
            let size = TextSize::from_id(&id).unwrap_or_default();
            app.choose(|settings| settings.text_size = size);
        })
    };
    let named = |ids: [&'static str; 3], names: [&'static str; 3]| -> Vec<Choice> {
        ids.into_iter()
            .zip(names)
            .map(|(id, name)| (id.into(), name.into()))
            .collect()
    };
    let languages: Vec<Choice> = Language::ALL
        .iter()
        .map(|one| (one.tag().into(), one.own_name().into()))
        .collect();
    let more = Back {
        href: "#/more".into(),
        name: app.messages().more.title.into(),
    };
    let choices = html! {
        <section class="form">
            <ChoiceGroup
                name="language" legend={texts.language} choices={languages}
                chosen={look.language.tag()} onchoose={onlanguage}
            />
            <ChoiceGroup
                name="theme" legend={texts.theme}
                choices={named(Theme::ALL.map(Theme::id), texts.themes)}
                chosen={look.theme.id()} onchoose={ontheme}
            />
            <ChoiceGroup
                name="text-size" legend={texts.text_size}
                choices={named(TextSize::ALL.map(TextSize::id), texts.text_sizes)}
                chosen={look.text_size.id()} onchoose={onsize}
            />
        </section>
    };
    let main = element("div", "column")
        .child(choices)
        .child(html! { <MixEditor /> });
    let side = element("div", "column")
        .child(storage::storage(&app, &account))
        .child(html! { <Erase /> });
    html! {
        <div class="page">
            <PageHeader title={texts.title} back={more} />
            { element("div", "columns").child(main).child(side) }
        </div>
    }
}
