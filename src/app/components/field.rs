//! What every field has: a label, a remark, and what is wrong with it, tied to
//! the control so that the screen reader says them with it.

use crate::app::components::icon;
use yew::prelude::*;

/// The ids of a field's remark and error, for `aria-describedby`. Those that
/// say nothing are left out.
#[must_use]
pub fn described_by(id: &str, has_hint: bool, has_error: bool) -> Option<String> {
    let mut ids = String::new();
    if has_hint {
        ids = [id, "-hint"].concat();
    }
    if has_error {
        ids = [ids.as_str(), " ", id, "-error"].concat();
    }
    (!ids.is_empty()).then_some(ids)
}

/// A field around its control.
pub fn field_frame(id: &str, label: &str, hint: &str, error: Option<&str>, control: Html) -> Html {
    html! {
        <div class="field">
            <label class="field-label" for={id.to_owned()}>{ label.to_owned() }</label>
            <p class="field-hint slot" id={[id, "-hint"].concat()}>{ hint.to_owned() }</p>
            { control }
            { field_error(id, error) }
        </div>
    }
}

/// The place for what is wrong with a field; it is always there.
pub fn field_error(id: &str, error: Option<&str>) -> Html {
    html! {
        <p class="field-error slot" id={[id, "-error"].concat()}>
            { for error.map(|error| html! { <>{ icon("warning") }<span>{ error.to_owned() }</span></> }) }
        </p>
    }
}
