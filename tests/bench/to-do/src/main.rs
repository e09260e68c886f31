//! A list of things to do with the functions that `TodoMVC` asks for, written as Yew's
//! guide has it: what an app of one page weighs in Yew. Yew's own example of it is in
//! no registry, and this is not its code.

mod list;

use list::{Change, List, Shown, Task};
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// Where the list is kept in the browser.
const KEY: &str = "yew-to-do";

#[derive(Properties, PartialEq)]
struct RowProperties {
    task: Task,
    list: UseReducerHandle<List>,
}

#[component]
fn Row(RowProperties { task, list }: &RowProperties) -> Html {
    let edited = use_state(|| false);
    let id = task.id;
    let toggle = send(list, move |()| Some(Change::Toggle(id)));
    let remove = send(list, move |()| Some(Change::Remove(id)));
    let begin = {
        let edited = edited.clone();
        move |_: MouseEvent| edited.set(true)
    };
    let end = {
        let (list, edited) = (list.clone(), edited.clone());
        move |text: String| {
            list.dispatch(Change::Rename(id, text));
            edited.set(false);
        }
    };
    let on_key = {
        let (end, edited) = (end.clone(), edited.clone());
        move |event: KeyboardEvent| match &*event.key() {
            "Enter" => end(text_of(&event)),
            "Escape" => edited.set(false),
            _ => {}
        }
    };
    let on_blur = move |event: FocusEvent| end(text_of(&event));
    html! {
        <li class={classes!(task.done.then_some("completed"), edited.then_some("editing"))}>
            <div class="view">
                <input class="toggle" type="checkbox" checked={task.done} onclick={move |_| toggle.emit(())} />
                <label ondblclick={begin}>{ &task.text }</label>
                <button class="destroy" onclick={move |_| remove.emit(())} />
            </div>
            if *edited {
                <input class="edit" value={task.text.clone()} onkeydown={on_key} onblur={on_blur} />
            }
        </li>
    }
}

#[component]
fn App() -> Html {
    let list = use_reducer(|| stored().unwrap_or_default());
    let shown = use_state(Shown::default);
    use_effect_with(list.clone(), |list| store(list));

    let add = {
        let list = list.clone();
        move |event: KeyboardEvent| {
            if event.key() == "Enter"
                && let Some(input) = event.target_dyn_into::<HtmlInputElement>()
            {
                list.dispatch(Change::Add(input.value()));
                input.set_value("");
            }
        }
    };
    let all_done = list.tasks.iter().all(|task| task.done);
    let toggle_all = send(&list, move |()| Some(Change::ToggleAll(!all_done)));
    let clear = send(&list, |()| Some(Change::Clear));
    let left = list.tasks.iter().filter(|task| !task.done).count();
    let rows = list.tasks.iter().filter(|task| shown.shows(task));
    let rows = rows.map(|task| {
        html! { <Row key={task.id} task={task.clone()} list={list.clone()} /> }
    });
    let filters = Shown::ALL.map(|choice| {
        let choose = {
            let shown = shown.clone();
            move |_: MouseEvent| shown.set(choice)
        };
        let class = (*shown == choice).then_some("selected");
        html! { <li><a {class} href={choice.address()} onclick={choose}>{ choice.name() }</a></li> }
    });
    html! {
        <section class="todoapp">
            <header class="header">
                <h1>{ "todos" }</h1>
                <input class="new-todo" placeholder="What needs to be done?" onkeydown={add} />
            </header>
            if !list.tasks.is_empty() {
                <main class="main">
                    <input id="toggle-all" class="toggle-all" type="checkbox" checked={all_done} onclick={move |_| toggle_all.emit(())} />
                    <label for="toggle-all">{ "Mark all as complete" }</label>
                    <ul class="todo-list">{ for rows }</ul>
                </main>
                <footer class="footer">
                    <span class="todo-count"><strong>{ left }</strong>{ if left == 1 { " item left" } else { " items left" } }</span>
                    <ul class="filters">{ for filters }</ul>
                    if left < list.tasks.len() {
                        <button class="clear-completed" onclick={move |_| clear.emit(())}>{ "Clear completed" }</button>
                    }
                </footer>
            }
        </section>
    }
}

/// A callback that changes the list.
fn send<T: 'static>(
    list: &UseReducerHandle<List>,
    change: impl Fn(T) -> Option<Change> + 'static,
) -> Callback<T> {
    let list = list.clone();
    Callback::from(move |event| {
        if let Some(change) = change(event) {
            list.dispatch(change);
        }
    })
}

/// What stands in the input that an event is about.
fn text_of(event: &impl TargetCast) -> String {
    let input = event.target_dyn_into::<HtmlInputElement>();
    input.map(|input| input.value()).unwrap_or_default()
}

fn storage() -> Option<web_sys::Storage> {
    web_sys::window()?.local_storage().ok()?
}

fn stored() -> Option<List> {
    let text = storage()?.get_item(KEY).ok()??;
    serde_json::from_str(&text).ok()
}

fn store(list: &List) {
    if let (Some(storage), Ok(text)) = (storage(), serde_json::to_string(list)) {
        drop(storage.set_item(KEY, &text));
    }
}

fn main() {
    yew::Renderer::<App>::new().render();
}
