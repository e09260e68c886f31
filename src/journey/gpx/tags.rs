//! The tags of an XML file, one after the other, without what stands between
//! them. Names lose their prefix.

use super::GpxError;

/// A tag.
#[derive(Debug)]
pub enum Tag<'a> {
    /// An element begins.
    Open {
        /// Its name.
        name: &'a [u8],
        /// What stands behind the name.
        attributes: &'a [u8],
        /// Whether it ends at once.
        is_closed: bool,
    },
    /// An element ends.
    Close(&'a [u8]),
}

/// What is left of a file.
pub struct Tags<'a> {
    rest: &'a [u8],
    is_broken: bool,
}

impl<'a> Tags<'a> {
    /// The tags of a file.
    pub const fn of(file: &'a [u8]) -> Self {
        Self {
            rest: file,
            is_broken: false,
        }
    }

    /// The next tag; `None` behind the last one.
    fn step(&mut self) -> Result<Option<Tag<'a>>, GpxError> {
        loop {
            let Some(start) = self.rest.iter().position(|byte| *byte == b'<') else {
                return Ok(None);
            };
            let tag = &self.rest[start + 1..];
            if tag.starts_with(b"!--") {
                self.rest = after(&tag[3..], b"-->")?;
            } else if tag.starts_with(b"![CDATA[") {
                self.rest = after(&tag[8..], b"]]>")?;
            } else if tag.starts_with(b"?") {
                self.rest = after(tag, b"?>")?;
            } else if tag.starts_with(b"!") {
                // A document type: entities, and files from elsewhere.
                return Err(GpxError::Foreign);
            } else {
                let end = end_of(tag).ok_or(GpxError::Damaged)?;
                self.rest = &tag[end + 1..];
                return Ok(Some(read(&tag[..end])));
            }
        }
    }
}

impl<'a> Iterator for Tags<'a> {
    type Item = Result<Tag<'a>, GpxError>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.is_broken {
            return None;
        }
        let step = self.step();
        self.is_broken = step.is_err();
        step.transpose()
    }
}

/// What stands behind a mark.
fn after<'a>(text: &'a [u8], mark: &[u8]) -> Result<&'a [u8], GpxError> {
    let place = text.windows(mark.len()).position(|window| window == mark);
    let place = place.ok_or(GpxError::Damaged)?;
    Ok(&text[place + mark.len()..])
}

/// Where a tag ends: at the first `>` that is in no quotation.
fn end_of(tag: &[u8]) -> Option<usize> {
    let mut quote = None;
    tag.iter().position(|byte| {
        match (quote, byte) {
            (None, b'>') => return true,
            (None, b'"' | b'\'') => quote = Some(*byte),
            (Some(open), byte) if open == *byte => quote = None,
            _ => {}
        }
        false
    })
}

fn read(tag: &[u8]) -> Tag<'_> {
    if let Some(name) = tag.strip_prefix(b"/") {
        return Tag::Close(local(name.trim_ascii()));
    }
    let (tag, is_closed) = match tag.strip_suffix(b"/") {
        Some(tag) => (tag, true),
        None => (tag, false),
    };
    let end = tag.iter().position(u8::is_ascii_whitespace);
    let (name, attributes) = tag.split_at(end.unwrap_or(tag.len()));
    Tag::Open {
        name: local(name),
        attributes,
        is_closed,
    }
}

/// A name without its prefix.
fn local(name: &[u8]) -> &[u8] {
    let colon = name.iter().position(|byte| *byte == b':');
    colon.map_or(name, |colon| &name[colon + 1..])
}

/// The value of an attribute by its whole name; `None` where it is not there, or
/// what stands before it is written wrongly.
pub fn attribute<'a>(mut rest: &'a [u8], name: &[u8]) -> Option<&'a str> {
    loop {
        let equals = rest.iter().position(|byte| *byte == b'=')?;
        let (found, value) = (
            rest[..equals].trim_ascii(),
            rest[equals + 1..].trim_ascii_start(),
        );
        let (quote, value) = value.split_first()?;
        if !matches!(quote, b'"' | b'\'') {
            return None;
        }
        let end = value.iter().position(|byte| byte == quote)?;
        if found == name {
            return std::str::from_utf8(&value[..end]).ok();
        }
        rest = &value[end + 1..];
    }
}
