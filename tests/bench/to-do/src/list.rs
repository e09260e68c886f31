//! The list itself, and what can be done to it.

use serde::{Deserialize, Serialize};
use std::rc::Rc;
use yew::Reducible;

#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Task {
    pub id: u32,
    pub text: String,
    pub done: bool,
}

#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct List {
    pub tasks: Vec<Task>,
}

pub enum Change {
    Add(String),
    /// Without a text it goes.
    Rename(u32, String),
    Toggle(u32),
    ToggleAll(bool),
    Remove(u32),
    Clear,
}

impl Reducible for List {
    type Action = Change;

    fn reduce(self: Rc<Self>, change: Change) -> Rc<Self> {
        let mut list = Self::clone(&self);
        let tasks = &mut list.tasks;
        match change {
            Change::Add(text) => {
                let id = tasks
                    .iter()
                    .map(|task| task.id + 1)
                    .max()
                    .unwrap_or_default();
                let text = text.trim().to_owned();
                if !text.is_empty() {
                    let done = false;
                    tasks.push(Task { id, text, done });
                }
            }
            Change::Rename(id, text) if text.trim().is_empty() => {
                tasks.retain(|task| task.id != id);
            }
            Change::Rename(id, text) => {
                if let Some(task) = tasks.iter_mut().find(|task| task.id == id) {
                    text.trim().clone_into(&mut task.text);
                }
            }
            Change::Toggle(id) => {
                if let Some(task) = tasks.iter_mut().find(|task| task.id == id) {
                    task.done = !task.done;
                }
            }
            Change::ToggleAll(done) => tasks.iter_mut().for_each(|task| task.done = done),
            Change::Remove(id) => tasks.retain(|task| task.id != id),
            Change::Clear => tasks.retain(|task| !task.done),
        }
        list.into()
    }
}

/// Which tasks are shown.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub enum Shown {
    #[default]
    All,
    Active,
    Completed,
}

impl Shown {
    pub const ALL: [Self; 3] = [Self::All, Self::Active, Self::Completed];

    pub const fn shows(self, task: &Task) -> bool {
        match self {
            Self::All => true,
            Self::Active => !task.done,
            Self::Completed => task.done,
        }
    }

    pub const fn name(self) -> &'static str {
        match self {
            Self::All => "All",
            Self::Active => "Active",
            Self::Completed => "Completed",
        }
    }

    pub const fn address(self) -> &'static str {
        match self {
            Self::All => "#/",
            Self::Active => "#/active",
            Self::Completed => "#/completed",
        }
    }
}
