//! What is changed in the page's markup: Trunk's links and its script's place.
//!
//! Trunk.toml tells Trunk to write the marks looked for here; whatever else is
//! in the page stays as it is written in index.html.

use crate::failure::Failure;

/// The mark that Trunk writes in place of its inline script.
const BOOT_MARK: &str = "<meta name=\"boot\" content=\"";

/// The two files that start the page.
#[derive(Debug, PartialEq, Eq)]
pub struct Boot {
    /// The JavaScript that wasm-bindgen wrote.
    pub glue: String,
    pub wasm: String,
}

/// Takes Trunk's mark out of the page.
pub fn take_boot(page: &mut String) -> Result<Boot, Failure> {
    let lost = || {
        Failure::new(
            "the page has no mark of its script and wasm",
            "Compare `pattern_script` in Trunk.toml with xtask/src/post_build/markup.rs.",
        )
    };
    let start = page.find(BOOT_MARK).ok_or_else(lost)?;
    let length = page[start..].find('>').ok_or_else(lost)? + 1;
    let mark: String = page.drain(start..start + length).collect();
    let content = mark[BOOT_MARK.len()..]
        .split('"')
        .next()
        .unwrap_or_default();
    let (glue, wasm) = content.split_once(' ').ok_or_else(lost)?;
    Ok(Boot {
        glue: local(glue).into(),
        wasm: local(wasm).into(),
    })
}

/// The files that the page is made of.
pub struct Parts {
    pub glue: String,
    /// The script of the page in the frame of another one.
    pub frame: String,
    /// The script for the camera and for pictures.
    pub camera: String,
    /// The wasm of the first page.
    pub first: String,
    /// The wasm of the later pages, where it was split off.
    pub later: Option<String>,
    /// The texts, Chinese first: of the first page, and of the later ones.
    pub texts: [[String; 2]; 2],
    /// The stylesheet of the later pages, and the same for browsers without
    /// `@layer`.
    pub later_styles: [String; 2],
}

/// Puts the script, which is told the other files, into the head, and before every
/// script hints to fetch it, the wasm and the texts at once. Behind a script they would
/// be seen only when that is there: below a policy browsers do not look ahead. The
/// texts are those in Chinese, until the shell's script knows better.
pub fn put_boot(page: &mut String, parts: &Parts) -> Result<(), Failure> {
    let Parts {
        glue,
        frame,
        camera,
        first,
        texts: [[chinese, english], [later_chinese, later_english]],
        later_styles: [styles, plain_styles],
        later,
    } = parts;
    let later = later
        .as_ref()
        .map_or_else(String::new, |later| format!(" data-later=\"./{later}\""));
    let hints = format!(
        "<link rel=\"preload\" href=\"./{first}\" as=\"fetch\" type=\"application/wasm\" crossorigin>
<link rel=\"modulepreload\" href=\"./{glue}\">
<link rel=\"preload\" href=\"./{chinese}\" data-en=\"./{english}\" as=\"fetch\" crossorigin>
"
    );
    before_scripts(page, &hints)?;
    let script = format!(
        "<script type=\"module\" src=\"./{glue}\" data-first=\"./{first}\"{later} data-zh=\"./{chinese}\" data-en=\"./{english}\" data-zh-later=\"./{later_chinese}\" data-en-later=\"./{later_english}\" data-styles=\"./{styles}\" data-plain-styles=\"./{plain_styles}\" data-frame=\"./{frame}\" data-camera=\"./{camera}\"></script>
"
    );
    before_head_ends(page, &script)
}

/// Takes all stylesheet links out of the page and gives their files in order.
pub fn take_stylesheets(page: &mut String) -> Vec<String> {
    let mut names = Vec::new();
    let mut from = 0;
    while let Some(found) = page[from..].find("<link") {
        let start = from + found;
        let Some(length) = page[start..].find('>') else {
            break;
        };
        let tag = &page[start..=start + length];
        if attribute(tag, "rel") == Some("stylesheet") {
            names.extend(attribute(tag, "href").map(|href| local(href).to_owned()));
            page.replace_range(start..=start + length, "");
        } else {
            from = start + length;
        }
    }
    names
}

/// Puts the one stylesheet into the head, and beside it the one for browsers
/// without `@layer`, which the shell's script puts in its place there.
pub fn put_stylesheets(page: &mut String, sheet: &str, unlayered: &str) -> Result<(), Failure> {
    let tag =
        format!("<link rel=\"stylesheet\" href=\"./{sheet}\" data-unlayered=\"./{unlayered}\">\n");
    before_scripts(page, &tag)
}

/// The page without comments and blank lines.
pub fn without_comments(page: &str) -> String {
    let mut rest = page;
    let mut bare = String::new();
    while let Some((before, after)) = rest.split_once("<!--") {
        bare.push_str(before);
        rest = after.split_once("-->").map_or("", |(_, after)| after);
    }
    bare.push_str(rest);
    bare.lines()
        .filter(|line| !line.trim().is_empty())
        .fold(String::new(), |text, line| text + line + "\n")
}

/// The files that the first visit loads, where it is in Chinese, whose texts are
/// the longer ones; without what is elsewhere.
pub fn local_files(page: &str) -> Vec<String> {
    named(page, &["href", "src", "data-zh"])
}

/// The files that come after the page is shown.
pub fn later_files(page: &str) -> Vec<String> {
    named(
        page,
        &[
            "data-later",
            "data-zh-later",
            "data-en",
            "data-en-later",
            "data-styles",
        ],
    )
}

/// The files that any browser may load with a page.
pub fn all_local_files(page: &str) -> Vec<String> {
    let mut files = local_files(page);
    files.extend(named(
        page,
        &[
            "data-unlayered",
            "data-plain-styles",
            "data-frame",
            "data-camera",
        ],
    ));
    files.extend(later_files(page));
    files
}

/// Each once, though a script may be hinted at before.
fn named(page: &str, attributes: &[&str]) -> Vec<String> {
    let mut names = Vec::new();
    let targets = page
        .split('<')
        .filter(|tag| tag.starts_with("link") || tag.starts_with("script"))
        // What a device asks for when it takes the page among its apps.
        .filter(|tag| !matches!(attribute(tag, "rel"), Some("manifest" | "apple-touch-icon")))
        .flat_map(|tag| attributes.iter().filter_map(|name| attribute(tag, name)))
        .filter(|target| !target.contains(':'))
        .map(|target| local(target).to_owned());
    for name in targets {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names
}

fn before_scripts(page: &mut String, text: &str) -> Result<(), Failure> {
    match page.find("<script") {
        Some(at) => {
            page.insert_str(at, text);
            Ok(())
        }
        None => before_head_ends(page, text),
    }
}

fn before_head_ends(page: &mut String, text: &str) -> Result<(), Failure> {
    let at = page
        .find("</head>")
        .ok_or_else(|| Failure::new("the page has no </head>", "Write one into index.html."))?;
    page.insert_str(at, text);
    Ok(())
}

fn attribute<'tag>(tag: &'tag str, name: &str) -> Option<&'tag str> {
    let (_, after) = tag.split_once(&format!(" {name}=\""))?;
    after.split('"').next()
}

fn local(target: &str) -> &str {
    target.strip_prefix("./").unwrap_or(target)
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "<head><link rel=\"manifest\" href=\"./m\"><link rel=\"icon\" href=\"./leaf.svg\">\
        <link rel=\"stylesheet\" href=\"./a.css\"><link rel=\"stylesheet\" href=\"./b.css\"/>\
        <script src=\"./shell.js\"></script></head>\
        <body><meta name=\"boot\" content=\"./x.js ./x_bg.wasm\"></body>";

    #[test]
    fn the_boot_mark_becomes_a_script_file() {
        let mut page = PAGE.to_owned();
        let boot = take_boot(&mut page).ok();
        assert_eq!(
            boot,
            Some(Boot {
                glue: "x.js".into(),
                wasm: "x_bg.wasm".into()
            })
        );
        let parts = Parts {
            glue: "y.js".into(),
            frame: "f.js".into(),
            camera: "c.js".into(),
            first: "y.wasm".into(),
            later: Some("z.wasm".into()),
            texts: [["zh1", "en1"], ["zh2", "en2"]].map(|texts| texts.map(str::to_owned)),
            later_styles: ["z.css".into(), "plain.css".into()],
        };
        assert!(put_boot(&mut page, &parts).is_ok());
        assert!(page.contains("<script type=\"module\" src=\"./y.js\" data-first=\"./y.wasm\" "));
        let at = |tag: &str| page.find(tag).expect("a tag");
        let hints = [
            "<link rel=\"preload\" href=\"./y.wasm\"",
            "<link rel=\"modulepreload\" href=\"./y.js\"",
            "<link rel=\"preload\" href=\"./zh1\" data-en=\"./en1\"",
        ];
        assert!(hints.map(at).iter().all(|hint| *hint < at("<script")));
        let first = local_files(&page);
        assert!(first.ends_with(&["y.wasm", "y.js", "zh1", "shell.js"].map(str::to_owned)));
        let all = all_local_files(&page);
        let later = [
            "plain.css",
            "f.js",
            "c.js",
            "en1",
            "z.wasm",
            "zh2",
            "en2",
            "z.css",
        ];
        assert!(all.ends_with(&later.map(str::to_owned)), "{all:?}");
        assert!(take_boot(&mut page).is_err());
    }

    #[test]
    fn stylesheets_become_one() {
        let mut page = PAGE.to_owned();
        assert_eq!(take_stylesheets(&mut page), ["a.css", "b.css"]);
        assert!(put_stylesheets(&mut page, "one.css", "old.css").is_ok());
        assert_eq!(local_files(&page), ["leaf.svg", "one.css", "shell.js"]);
    }

    #[test]
    fn comments_go() {
        assert_eq!(without_comments("a\n<!-- b\nc -->\n\nd"), "a\nd\n");
    }
}
