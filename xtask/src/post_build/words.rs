//! The words of the page before the app is there: the app's own, from the files of
//! its texts, so that they stand in one place.

use crate::failure::Failure;
use crate::project;

/// An empty element with this mark, as in `<p lang="en" data-text="today.title"></p>`,
/// takes the text of that name in that language.
const MARK: &str = " data-text=\"";

/// The page with its words; `text` knows them by language and name.
pub fn fill(
    page: &str,
    text: impl Fn(&str, &str) -> Result<String, Failure>,
) -> Result<String, Failure> {
    let mut parts = page.split(MARK);
    let mut filled = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let language = filled.rsplit_once(" lang=\"").map(|(_, rest)| rest);
        let language = language.and_then(|rest| rest.strip_suffix('"'));
        let named = part.split_once("\">");
        let named = named.filter(|(name, _)| !name.contains('"'));
        let (Some(language), Some((name, rest))) = (language, named) else {
            return Err(Failure::new(
                "index.html has a text that the build does not understand",
                "Write it as <p lang=\"en\" data-text=\"today.title\"></p>.",
            ));
        };
        let words = escaped(&text(language, name)?);
        filled.push('>');
        filled.push_str(&words);
        filled.push_str(rest);
    }
    Ok(filled)
}

/// A text of the first page.
pub fn first(language: &str, name: &str) -> Result<String, Failure> {
    let file = format!("static/texts/first/{language}.toml");
    let sheet: toml::Table = toml::from_str(&project::read_text(&file)?)
        .map_err(|error| Failure::new(error.to_string(), format!("Mend {file}.")))?;
    let text = name
        .split_once('.')
        .and_then(|(section, key)| sheet.get(section)?.get(key)?.as_str());
    text.map(str::to_owned).ok_or_else(|| {
        Failure::new(
            format!("{file} has no text {name}"),
            "Compare the names in index.html with those in static/texts/first.",
        )
    })
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn elements_take_their_words() {
        let text = |language: &str, name: &str| Ok(format!("{name} & <{language}>"));
        let page = "<h1><span lang=\"zh-CN\" data-text=\"a.b\"></span></h1><p lang=\"en\" data-text=\"c.d\"></p>";
        assert_eq!(
            fill(page, text).ok().as_deref(),
            Some(
                "<h1><span lang=\"zh-CN\">a.b &amp; &lt;zh-CN></span></h1><p lang=\"en\">c.d &amp; &lt;en></p>"
            )
        );
    }

    #[test]
    fn a_text_needs_its_language() {
        let text = |_: &str, _: &str| Ok(String::new());
        for page in [
            "<p data-text=\"a.b\"></p>",
            "<p lang=\"en\" data-text=\"a.b\" id=\"c\">",
        ] {
            assert!(fill(page, text).is_err(), "{page}");
        }
    }

    #[test]
    fn the_texts_of_the_first_page() {
        assert!(first("zh-CN", "shell.app_name").is_ok());
        assert!(first("en", "today.welcome_text").is_ok());
        assert!(first("en", "today.nothing_such").is_err());
    }
}
