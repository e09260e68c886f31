//! Elements built by calls. What `html!` writes out in place for each element
//! costs two to three times the bytes of these calls (measured on our own
//! pages), so it is not used.

use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use yew::prelude::*;
use yew::virtual_dom::{AttributeOrProperty, Attributes, Key, Listener, ListenerKind, VTag, VText};

/// An element on its way to becoming [`Html`].
#[must_use]
pub struct Element(Box<VTag>);

/// An element with a class, which may be empty.
pub fn element(tag: &'static str, class: &'static str) -> Element {
    let mut tag = Box::new(VTag::new(tag));
    if !class.is_empty() {
        let class = AttributeOrProperty::Static(class);
        tag.attributes = Attributes::Dynamic {
            keys: &["class"],
            values: Box::new([Some(class)]),
        };
    }
    Element(tag)
}

/// A button with a drawing and a name; it submits nothing.
pub fn button(
    class: &'static str,
    drawing: Option<Element>,
    name: &str,
    onclick: Callback<()>,
) -> Element {
    element("button", class)
        .attribute("type", "button")
        .children(drawing)
        .text(name.to_owned())
        .onclick(onclick)
}

/// The button of a form, which the key Enter presses too. Forms are never sent:
/// in a sandboxed frame the browser would not even tell that one is.
pub fn submit_button(class: &'static str, onclick: Callback<()>) -> Element {
    element("button", class)
        .attribute("type", "submit")
        .onclick_instead(onclick)
}

/// A link.
pub fn link(class: &'static str, href: impl Into<AttrValue>) -> Element {
    element("a", class).attribute("href", href)
}

impl Element {
    /// Adds a text.
    pub fn text(self, text: impl Into<AttrValue>) -> Self {
        self.push_text(text.into())
    }

    #[inline(never)]
    fn push_text(self, text: AttrValue) -> Self {
        self.push(VText::new(text).into())
    }

    /// Adds a child.
    pub fn child(self, child: impl Into<Html>) -> Self {
        self.push(child.into())
    }

    #[inline(never)]
    fn push(mut self, child: Html) -> Self {
        self.0.add_child(child);
        self
    }

    /// Adds children.
    pub fn children(mut self, children: impl IntoIterator<Item = Self>) -> Self {
        for child in children {
            self = self.push(child.into());
        }
        self
    }

    /// Sets an attribute.
    pub fn attribute(self, name: &'static str, value: impl Into<AttrValue>) -> Self {
        self.set(name, value.into())
    }

    #[inline(never)]
    fn set(mut self, name: &'static str, value: AttrValue) -> Self {
        self.0.add_attribute(name, value);
        self
    }

    /// Sets an attribute, where it has a value.
    pub fn optional(self, name: &'static str, value: Option<impl Into<AttrValue>>) -> Self {
        match value {
            Some(value) => self.set(name, value.into()),
            None => self,
        }
    }

    /// Sets an attribute that is there or not.
    pub fn flag(self, name: &'static str, is_set: bool) -> Self {
        self.optional(name, is_set.then_some(""))
    }

    /// Sets an attribute that says `true` or `false`.
    pub fn truth(self, name: &'static str, is_true: bool) -> Self {
        self.set(name, if is_true { "true" } else { "false" }.into())
    }

    /// Sets what stands in an input. What the reader types must be given back
    /// here letter by letter, or it is overwritten.
    pub fn value(mut self, value: impl Into<AttrValue>) -> Self {
        self.0.set_value(Some(value.into()));
        self
    }

    /// Sets whether a radio button or check box is chosen.
    pub fn checked(mut self, is_checked: bool) -> Self {
        self.0.set_checked(is_checked);
        self
    }

    /// Sets the key by which a list knows it again.
    pub fn key(mut self, key: impl Into<Key>) -> Self {
        self.0.key = Some(key.into());
        self
    }

    fn listen(mut self, heard: Heard, told: Told) -> Self {
        self.0.add_listener(Rc::new(Hearing { heard, told }));
        self
    }

    /// Does something when it is clicked.
    pub fn onclick(self, callback: Callback<()>) -> Self {
        self.listen(Heard::Click, Told::Nothing(callback))
    }

    /// Does something when it is clicked, instead of what the browser does.
    pub fn onclick_instead(self, callback: Callback<()>) -> Self {
        self.listen(Heard::ClickInstead, Told::Nothing(callback))
    }

    /// Tells what stands in the input, letter by letter.
    pub fn oninput(self, callback: Callback<String>) -> Self {
        self.listen(Heard::Input, Told::Value(callback))
    }

    /// Tells what stands in the input, or one within it, when the reader is
    /// done with it.
    pub fn onchange(self, callback: Callback<String>) -> Self {
        self.listen(Heard::Change, Told::Value(callback))
    }
}

/// What is listened for.
#[derive(Clone, Copy)]
enum Heard {
    Click,
    ClickInstead,
    Input,
    Change,
}

/// Who is told, and what.
enum Told {
    Nothing(Callback<()>),
    Value(Callback<String>),
}

/// One kind of listener for all, where yew has one for each event.
struct Hearing {
    heard: Heard,
    told: Told,
}

impl Listener for Hearing {
    fn kind(&self) -> ListenerKind {
        match self.heard {
            Heard::Click | Heard::ClickInstead => ListenerKind::onclick,
            Heard::Input => ListenerKind::oninput,
            Heard::Change => ListenerKind::onchange,
        }
    }

    fn handle(&self, event: Event) {
        if matches!(self.heard, Heard::ClickInstead) {
            event.prevent_default();
        }
        match &self.told {
            Told::Nothing(callback) => callback.emit(()),
            Told::Value(callback) => {
                if let Some(target) = event.target() {
                    // Not checked: a list to choose from has a value as an input has.
                    callback.emit(target.unchecked_into::<HtmlInputElement>().value());
                }
            }
        }
    }

    fn passive(&self) -> bool {
        false
    }
}

impl From<Element> for Html {
    #[inline(never)]
    fn from(element: Element) -> Self {
        (*element.0).into()
    }
}
