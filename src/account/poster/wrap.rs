//! Where the lines of a picture end. What a phone's font takes is not known
//! here, so every character is given the room that a wide one of its kind takes:
//! a line may end early, and never runs over the edge.

/// Thousandths of the font size that a character takes at most, in bold.
const fn width_of(character: char) -> i32 {
    match character {
        'i' | 'j' | 'l' | 'I' | '.' | ',' | ':' | ';' | '\'' | '|' | '!' | '(' | ')' | ' '
        | '·' | '-' => 400,
        'm' | 'w' | 'M' | 'W' | '@' | '%' | '&' => 1_000,
        'f' | 'r' | 't' => 500,
        'A'..='Z' => 800,
        ' '..='\u{24f}' => 650,
        _ => 1_000,
    }
}

/// The width of a text, in the unit of the font size; rounded up.
pub fn width(text: &str, size: i32) -> i32 {
    let thousandths: i32 = text.chars().map(width_of).sum();
    (thousandths * size + 999) / 1_000
}

/// Whether a character may not begin a line.
const fn closes(character: char) -> bool {
    matches!(
        character,
        '，' | '。' | '、' | '；' | '：' | '？' | '！' | '）' | '》' | '”' | '’' | '】' | '％'
    )
}

/// Whether a character may not end a line.
const fn opens(character: char) -> bool {
    matches!(character, '（' | '《' | '“' | '‘' | '【')
}

/// Whether a line may end before or after a character: Chinese is written
/// without blanks.
const fn stands_alone(character: char) -> bool {
    matches!(character, '\u{2e80}'..='\u{ffef}')
}

/// What stays together, and whether a blank stands before it.
fn pieces(text: &str) -> Vec<(bool, String)> {
    let mut pieces: Vec<(bool, String)> = Vec::new();
    let mut blank = false;
    let mut last = None;
    for character in text.chars() {
        if character.is_whitespace() {
            blank = true;
            continue;
        }
        let holds = |last: char| {
            let apart = stands_alone(last) || stands_alone(character);
            closes(character) || opens(last) || !apart
        };
        match pieces
            .last_mut()
            .filter(|_| !blank && last.is_some_and(holds))
        {
            Some((_, piece)) => piece.push(character),
            None => pieces.push((blank && last.is_some(), character.into())),
        }
        blank = false;
        last = Some(character);
    }
    pieces
}

/// The lines of a text in a font of a size, none wider than `most`. A word that
/// is wider is broken.
pub fn wrap(text: &str, size: i32, most: i32) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for (blank, piece) in pieces(text) {
        if let Some(line) = lines.last_mut() {
            let longer = [line.as_str(), if blank { " " } else { "" }, &piece].concat();
            if width(&longer, size) <= most {
                *line = longer;
                continue;
            }
        }
        let mut rest = String::new();
        for character in piece.chars() {
            rest.push(character);
            if width(&rest, size) > most {
                rest.pop();
                lines.push(std::mem::replace(&mut rest, character.into()));
            }
        }
        lines.push(rest);
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::{width, wrap};

    #[track_caller]
    fn case(text: &str, most: i32, expected: &[&str]) {
        let lines = wrap(text, 10, most);
        assert_eq!(lines, expected);
        assert!(lines.iter().all(|line| width(line, 10) <= most));
    }

    #[test]
    fn chinese_ends_anywhere_but_before_a_closing_sign() {
        case("", 40, &[]);
        case("数据由本人填写", 40, &["数据由本", "人填写"]);
        case("数据由本，人填写", 40, &["数据由", "本，人填", "写"]);
        case("数据由（本人）填", 40, &["数据由", "（本人）", "填"]);
    }

    #[test]
    fn words_stay_whole_where_they_fit() {
        case("one two three", 60, &["one two", "three"]);
        case("8 公里 CO₂e 少", 60, &["8 公里", "CO₂e 少"]);
        case("averyverylongword", 40, &["averyv", "erylon", "gword"]);
    }
}
