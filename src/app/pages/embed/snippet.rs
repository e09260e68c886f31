//! What a web editor copies: the lines for a page, the frame without a script,
//! and what the page's own policy has to allow (docs/embedding.md).

use crate::account::{TextSize, Theme};
use crate::language::Language;

/// What a frame may show, by the ids of the query; the first is the default.
pub const VIEWS: [&str; 3] = ["compare", "record", "summary"];

/// What a frame may do; the same as in static/embed/v1.js.
const ALLOWED: &str = "clipboard-write; web-share; fullscreen";

/// What a sandbox has to allow, so that everything works in it.
pub const SANDBOX: &str = "allow-scripts allow-same-origin allow-popups \
    allow-popups-to-escape-sandbox allow-downloads";

/// What was chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Widget {
    /// One of [`VIEWS`].
    pub view: &'static str,
    /// Light or dark.
    pub theme: Theme,
    /// The language.
    pub language: Language,
    /// How large texts are.
    pub text_size: TextSize,
}

impl Default for Widget {
    fn default() -> Self {
        Self {
            view: VIEWS[0],
            theme: Theme::Auto,
            language: Language::ZhCn,
            text_size: TextSize::Normal,
        }
    }
}

/// The folder of an address without query and fragment, its slash included.
#[must_use]
pub fn folder(address: &str) -> &str {
    let end = address.rfind('/').map_or(0, |at| at + 1);
    &address[..end]
}

/// The origin of an address: scheme, host and port.
#[must_use]
pub fn origin(address: &str) -> &str {
    let host = address.find("://").map_or(0, |at| at + 3);
    let length = address[host..].find('/');
    length.map_or(address, |length| &address[..host + length])
}

impl Widget {
    /// The query that asks for it.
    #[must_use]
    pub fn query(&self) -> String {
        [
            "?embed=1&view=",
            self.view,
            "&lang=",
            self.language.tag(),
            "&theme=",
            self.theme.id(),
            "&text=",
            self.text_size.id(),
        ]
        .concat()
    }

    /// The lines for a page, with the name of the frame where no script runs.
    #[must_use]
    pub fn snippet(&self, address: &str, name: &str) -> String {
        let folder = escaped(folder(address));
        let name = escaped(name);
        let Self { view, .. } = self;
        let [theme, language, text] = [self.theme.id(), self.language.tag(), self.text_size.id()];
        format!(
            "<div data-carbon-inclusion data-view=\"{view}\" data-theme=\"{theme}\" data-lang=\"{language}\" data-text=\"{text}\"></div>
<script src=\"{folder}embed/v1.js\" async></script>
<noscript><a href=\"{folder}\">{name}</a></noscript>"
        )
    }

    /// The frame for pages that run no script of another site; it scrolls inside.
    #[must_use]
    pub fn frame(&self, address: &str, name: &str) -> String {
        let source = escaped(&[folder(address), &self.query()].concat());
        let name = escaped(name);
        format!(
            "<iframe title=\"{name}\" src=\"{source}\" width=\"100%\" height=\"640\" loading=\"lazy\" referrerpolicy=\"no-referrer\" allow=\"{ALLOWED}\"></iframe>"
        )
    }
}

/// What the policy of the page around has to allow.
#[must_use]
pub fn policy(address: &str) -> String {
    let origin = origin(address);
    format!("script-src {origin};\nframe-src {origin};")
}

/// A text as it stands in an attribute or between tags.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::{VIEWS, Widget, folder, origin, policy};
    use crate::account::{TextSize, Theme};
    use crate::app::query::Query;
    use crate::language::Language;

    #[track_caller]
    fn case(address: &str, its_folder: &str, its_origin: &str) {
        assert_eq!(folder(address), its_folder);
        assert_eq!(origin(address), its_origin);
    }

    #[test]
    fn an_address_has_a_folder_and_an_origin() {
        case("https://a.cn/", "https://a.cn/", "https://a.cn");
        case(
            "https://a.cn:81/b/c/",
            "https://a.cn:81/b/c/",
            "https://a.cn:81",
        );
        case(
            "https://a.cn/b/index.html",
            "https://a.cn/b/",
            "https://a.cn",
        );
    }

    #[test]
    fn the_snippet_is_that_of_the_contract() {
        let widget = Widget {
            view: "record",
            theme: Theme::Dark,
            language: Language::En,
            text_size: TextSize::Large,
        };
        assert_eq!(
            widget.snippet("https://a.cn/b/index.html", "Calculator"),
            "<div data-carbon-inclusion data-view=\"record\" data-theme=\"dark\" data-lang=\"en\" data-text=\"large\"></div>
<script src=\"https://a.cn/b/embed/v1.js\" async></script>
<noscript><a href=\"https://a.cn/b/\">Calculator</a></noscript>"
        );
        assert_eq!(
            policy("https://a.cn/b/"),
            "script-src https://a.cn;\nframe-src https://a.cn;"
        );
    }

    #[test]
    fn nothing_of_an_address_gets_out_of_its_attribute() {
        let snippet = Widget::default().snippet("https://a.cn/\"><script>/&x/", "<b>");
        assert!(snippet.contains("https://a.cn/&quot;>&lt;script>/&amp;x/embed/v1.js"));
        assert!(snippet.contains(">&lt;b></a>"));
        let frame = Widget::default().frame("https://a.cn/", "\"");
        assert!(frame.contains("title=\"&quot;\""));
        assert!(
            frame.contains(
                "?embed=1&amp;view=compare&amp;lang=zh-CN&amp;theme=auto&amp;text=normal\""
            )
        );
    }

    #[test]
    fn the_query_is_read_as_it_was_chosen() {
        for view in VIEWS {
            let widget = Widget {
                view,
                text_size: TextSize::Elder,
                ..Widget::default()
            };
            let query = Query::parse(&widget.query()[1..]);
            let read = ["embed", "view", "lang", "theme", "text"].map(|name| query.get(name));
            assert_eq!(read, ["1", view, "zh-CN", "auto", "elder"].map(Some));
        }
    }
}
