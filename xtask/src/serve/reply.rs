//! From a request to its answer, without a network.

use crate::post_build::is_hashed;
use crate::serve::site::{Served, Site};

/// An answer.
pub struct Reply {
    pub status: u16,
    pub headers: Vec<(&'static str, String)>,
    pub body: Vec<u8>,
}

impl Reply {
    /// A short text with a status.
    pub fn plain(status: u16, text: &str) -> Self {
        Self {
            status,
            headers: vec![("Content-Type", "text/plain; charset=utf-8".into())],
            body: text.as_bytes().to_vec(),
        }
    }

    fn redirect(to: &str) -> Self {
        let mut reply = Self::plain(301, "");
        reply.headers.push(("Location", to.into()));
        reply
    }
}

/// Answers a GET for `url`, given what the browser says it can decompress.
///
/// Names are looked up among the files that were read at the start; nothing
/// of the request is ever taken for a path on the disk.
pub fn answer(site: &Site, url: &str, accepts: &str) -> Reply {
    let path = url.split(['?', '#']).next().unwrap_or_default();
    if path.len() + 1 == site.base.len() && site.base.starts_with(path) {
        let query = &url[path.len()..];
        return Reply::redirect(&format!("{}{query}", site.base));
    }
    let Some(name) = path.strip_prefix(&site.base) else {
        return Reply::plain(404, "not here");
    };
    let name = if name.is_empty() { "index.html" } else { name };
    match site.file(name) {
        Some(file) => found(name, file, accepts),
        None => Reply::plain(404, "not here"),
    }
}

fn found(name: &str, file: &Served, accepts: &str) -> Reply {
    let accepts = |coding: &str| {
        accepts
            .split(',')
            .any(|part| part.split(';').next().unwrap_or_default().trim() == coding)
    };
    let (coding, body) = match (&file.brotli, &file.gzip) {
        (Some(body), _) if accepts("br") => (Some("br"), body),
        (_, Some(body)) if accepts("gzip") => (Some("gzip"), body),
        _ => (None, &file.plain),
    };
    let cache = if is_hashed(name) {
        "public, max-age=31536000, immutable"
    } else {
        "no-cache"
    };
    let mut headers = vec![
        ("Content-Type", file.content_type.to_owned()),
        ("Cache-Control", cache.to_owned()),
        ("Vary", "Accept-Encoding".to_owned()),
        ("X-Content-Type-Options", "nosniff".to_owned()),
        // A sandboxed frame is of no site at all, and these are public files.
        ("Access-Control-Allow-Origin", "*".to_owned()),
    ];
    headers.extend(coding.map(|coding| ("Content-Encoding", coding.to_owned())));
    Reply {
        status: 200,
        headers,
        body: body.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn site() -> Site {
        let long = "carbon ".repeat(200);
        Site::of(
            "/a/b/",
            &[
                ("index.html", &long),
                ("app-0123456789abcdef.js", &long),
                ("methodology/x.json", "{}"),
            ],
        )
    }

    #[track_caller]
    fn case(url: &str, accepts: &str, status: u16, header: Option<(&str, &str)>) {
        let reply = answer(&site(), url, accepts);
        assert_eq!(reply.status, status, "{url}");
        if let Some((name, value)) = header {
            let found = reply.headers.iter().find(|(other, _)| *other == name);
            assert_eq!(found.map_or("", |(_, value)| value), value, "{url} {name}");
        }
    }

    #[test]
    fn files_and_folders() {
        case(
            "/a/b/",
            "",
            200,
            Some(("Content-Type", "text/html; charset=utf-8")),
        );
        case("/a/b/?lang=en", "", 200, None);
        case(
            "/a/b/methodology/x.json",
            "",
            200,
            Some(("Content-Type", "application/json")),
        );
        case("/a/b", "", 301, Some(("Location", "/a/b/")));
        case("/a/b?lang=en", "", 301, Some(("Location", "/a/b/?lang=en")));
        case("/", "", 404, None);
        case("/a/b/nothing.js", "", 404, None);
    }

    #[test]
    fn no_way_out_of_the_folder() {
        for url in [
            "/a/b/../Cargo.toml",
            "/a/b/%2e%2e/Cargo.toml",
            "/a/b//etc/passwd",
            "/../../etc/passwd",
        ] {
            case(url, "", 404, None);
        }
    }

    #[test]
    fn compressed_as_the_browser_can() {
        case(
            "/a/b/",
            "gzip, deflate, br",
            200,
            Some(("Content-Encoding", "br")),
        );
        case(
            "/a/b/",
            "gzip;q=1.0",
            200,
            Some(("Content-Encoding", "gzip")),
        );
        case("/a/b/", "brotli", 200, Some(("Content-Encoding", "")));
    }

    #[test]
    fn only_hashed_names_are_kept() {
        case("/a/b/", "", 200, Some(("Cache-Control", "no-cache")));
        case(
            "/a/b/app-0123456789abcdef.js",
            "",
            200,
            Some(("Cache-Control", "public, max-age=31536000, immutable")),
        );
    }
}
