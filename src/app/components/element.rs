//! Elements built by calls. What `html!` writes out in place for each element
//! costs two to three times the bytes of these calls (measured on our own pages), and most elements
//! of a page are only a tag, a class and a text.

use yew::AttrValue;
use yew::html::onclick;
use yew::prelude::*;
use yew::virtual_dom::{AttributeOrProperty, Attributes, Key, VTag};

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

impl Element {
    /// Adds a text.
    pub fn text(self, text: impl Into<AttrValue>) -> Self {
        self.push_text(text.into())
    }

    #[inline(never)]
    fn push_text(self, text: AttrValue) -> Self {
        self.push(yew::virtual_dom::VText::new(text).into())
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
    pub fn children(mut self, children: impl IntoIterator<Item = Html>) -> Self {
        for child in children {
            self = self.push(child);
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

    /// Sets the key by which a list knows it again.
    pub fn key(mut self, key: impl Into<Key>) -> Self {
        self.0.key = Some(key.into());
        self
    }

    /// Does something when it is clicked.
    #[inline(never)]
    pub fn onclick(mut self, callback: Callback<MouseEvent>) -> Self {
        self.0
            .add_listener(std::rc::Rc::new(onclick::Wrapper::new(callback)));
        self
    }
}

impl From<Element> for Html {
    #[inline(never)]
    fn from(element: Element) -> Self {
        (*element.0).into()
    }
}
