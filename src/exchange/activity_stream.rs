//! A stream of activities, answered line by line in constant memory, so that an
//! engine that pipes rows can run the calculation over a city's data.

use std::io::{self, BufRead, BufReader, Read, Write};
use std::str;

use super::activity_answer::{write_answer, write_error};
use super::activity_line::{ActivityLine, LineError};
use crate::methodology::{Activity, Assessment, assess};

/// The longest line that is read, in bytes, its end not counted.
pub const LINE_BYTES_MAX: usize = 64 * 1024;

/// Reads activities and writes one answer a line, in the same order: a result,
/// or the line's number (from 1 on) and why there is none. Blank lines have
/// their answer too.
///
/// What was read is answered before it is waited for more, so that a program
/// which waits for the answer to its last line gets it.
///
/// # Errors
///
/// Where the input cannot be read or the output cannot be written.
pub fn answer_lines<R: Read>(input: R, mut output: impl Write) -> io::Result<()> {
    let mut input = BufReader::with_capacity(LINE_BYTES_MAX, input);
    let (mut line, mut answers) = (Vec::new(), String::new());
    let mut number = 0;
    loop {
        if input.buffer().is_empty() {
            output.write_all(answers.as_bytes())?;
            answers.clear();
            output.flush()?;
        }
        let Some(read) = next_line(&mut input, &mut line)? else {
            break;
        };
        number += 1;
        match read.and_then(|()| answer(&line)) {
            Ok((activity, assessment)) => write_answer(&mut answers, &activity, &assessment),
            Err(error) => write_error(&mut answers, number, &error),
        }
        answers.push('\n');
        if answers.len() >= LINE_BYTES_MAX {
            output.write_all(answers.as_bytes())?;
            answers.clear();
        }
    }
    output.write_all(answers.as_bytes())?;
    output.flush()
}

/// Reads the next line without its end; `None` at the end of the input. Of a
/// line that is too long no more than the most is ever held.
fn next_line(
    input: &mut impl BufRead,
    line: &mut Vec<u8>,
) -> io::Result<Option<Result<(), LineError>>> {
    line.clear();
    let most = LINE_BYTES_MAX;
    let with_end = u64::try_from(most).unwrap_or(u64::MAX).saturating_add(1);
    if input.by_ref().take(with_end).read_until(b'\n', line)? == 0 {
        return Ok(None);
    }
    if line.last() == Some(&b'\n') {
        line.pop();
    } else if line.len() > most {
        input.skip_until(b'\n')?;
        return Ok(Some(Err(LineError::TooLong { most })));
    }
    Ok(Some(Ok(())))
}

fn answer(line: &[u8]) -> Result<(Activity, Assessment), LineError> {
    let text = str::from_utf8(line).map_err(|error| LineError::NotText {
        byte: error.valid_up_to() + 1,
    })?;
    let activity = Activity::check(&ActivityLine::parse(text)?.draft())?;
    let assessment = assess(&activity);
    Ok((activity, assessment))
}

#[cfg(test)]
mod tests {
    use std::cell::RefCell;
    use std::io::{self, BufReader, Read, Write};

    use super::{LINE_BYTES_MAX, LineError, answer_lines, next_line};

    const BUS: &str = r#"{"action":"bus","on":"2026-11-22","inputs":{"distance_km":"8"},"replaced":"car","evidence":"self"}"#;
    /// The contract of design.md, to the letter.
    const BUS_ANSWER: &str = concat!(
        r#"{"edition":"liaocheng-2026.1","reduction_g":"915.2","low_g":"408","high_g":"1760","#,
        r#""pollutants_mg":{"NOx":"57.933","PM2.5":"13.043","SO2":"-40.506","CO":"3680","HC":"448"},"#,
        r#""points":457,"terms":["#,
        r#"{"side":"baseline","factor":"petrol-car","value":"167.4","unit":"g/vehicle-km","#,
        r#""inputs":{"distance_km":"8"},"with":[],"divided_by":{},"amount_g":"1339.2"},"#,
        r#"{"side":"project","factor":"bus","value":"53","unit":"g/person-km","#,
        r#""inputs":{"distance_km":"8"},"with":[],"divided_by":{},"amount_g":"424"}],"#,
        r#""partial":["CO","HC"]}"#,
    );

    fn answers(input: impl Read) -> Vec<String> {
        let mut output = Vec::new();
        answer_lines(input, &mut output).expect("memory takes everything");
        let output = String::from_utf8(output).expect("text");
        assert!(output.is_empty() || output.ends_with('\n'));
        output.lines().map(str::to_owned).collect()
    }

    #[track_caller]
    fn refuses(line: &[u8], error: &str) {
        let input = [b"\n", line, b"\n", BUS.as_bytes()].concat();
        let expected = format!(r#"{{"line":2,"error":"{error}"}}"#);
        assert_eq!(answers(&*input)[1..], [expected, BUS_ANSWER.to_owned()]);
    }

    #[test]
    fn a_line_is_answered_as_the_contract_says() {
        for end in ["", "\n", "\r\n"] {
            assert_eq!(answers(format!("{BUS}{end}").as_bytes()), [BUS_ANSWER]);
        }
        assert_eq!(answers(io::empty()), [""; 0]);
    }

    #[test]
    fn terms_show_what_was_multiplied_and_divided() {
        let line =
            r#"{"action":"carpool","on":"2026-11-22","inputs":{"distance_km":8.5,"occupancy":3}}"#;
        let project = concat!(
            r#"{"side":"project","factor":"petrol-car","value":"167.4","unit":"g/vehicle-km","#,
            r#""inputs":{"distance_km":"8.5"},"with":[{"factor":"shared-car-detour","value":"1.05"}],"#,
            r#""divided_by":{"occupancy":"3"},"amount_g":"498.015"}],"partial":[]}"#,
        );
        assert!(answers(line.as_bytes())[0].ends_with(project));
    }

    #[test]
    fn unknown_is_null() {
        let line = r#"{"action":"own-cup","on":"2026-11-22","inputs":{"count":1}}"#;
        let unknown = r#""pollutants_mg":{"NOx":null,"PM2.5":null,"SO2":null,"CO":null,"HC":null}"#;
        assert!(answers(line.as_bytes())[0].contains(unknown));
    }

    #[test]
    fn bad_lines_are_answered_one_by_one() {
        refuses(b"", "the line is blank");
        refuses(b" \r", "the line is blank");
        refuses(
            b"{\"action\":\"\xff\"}",
            "the line is not UTF-8 from byte 12 on",
        );
        refuses(b"{}", "missing field `action` (at column 2)");
        let teleport = BUS.replace("bus", "a\\\"b");
        refuses(teleport.as_bytes(), r#"unknown action `a\"b`"#);
        let future = BUS.replace("11-22", "11-31");
        refuses(
            future.as_bytes(),
            "`2026-11-31` is no day (YYYY-MM-DD, 2000 to 2199)",
        );
        let long = " ".repeat(LINE_BYTES_MAX + 1);
        refuses(long.as_bytes(), "the line is longer than 65536 bytes");
    }

    #[test]
    fn the_longest_line_is_read() {
        let blanks = LINE_BYTES_MAX - BUS.len();
        assert_eq!(
            answers(format!("{BUS}{}\n", " ".repeat(blanks)).as_bytes()),
            [BUS_ANSWER]
        );
        assert_eq!(
            answers(format!("{BUS}{}", " ".repeat(blanks)).as_bytes()),
            [BUS_ANSWER]
        );
        let refused = r#"{"line":1,"error":"the line is longer than 65536 bytes"}"#;
        assert_eq!(
            answers(format!("{BUS}{}", " ".repeat(blanks + 1)).as_bytes()),
            [refused]
        );
    }

    #[test]
    fn an_endless_line_takes_no_memory() {
        let endless = io::repeat(b'x').take(1 << 24).chain(b"\nshort".as_slice());
        let (mut input, mut line) = (BufReader::new(endless), Vec::new());
        let most = LINE_BYTES_MAX;
        let read = next_line(&mut input, &mut line).expect("memory reads");
        assert_eq!(read, Some(Err(LineError::TooLong { most })));
        assert!(line.capacity() <= 4 * most, "{}", line.capacity());
        let read = next_line(&mut input, &mut line).expect("memory reads");
        assert_eq!((read, &*line), (Some(Ok(())), b"short".as_slice()));
        assert!(matches!(next_line(&mut input, &mut line), Ok(None)));
    }

    /// Gives one line a read, and notes how much was answered before each.
    struct Asking<'a> {
        lines: Vec<String>,
        output: &'a RefCell<Vec<u8>>,
        answered: Vec<usize>,
    }

    impl Read for Asking<'_> {
        fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
            self.answered.push(self.output.borrow().len());
            let line = self.lines.pop().unwrap_or_default();
            buffer[..line.len()].copy_from_slice(line.as_bytes());
            Ok(line.len())
        }
    }

    struct Shared<'a>(&'a RefCell<Vec<u8>>);

    impl Write for Shared<'_> {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            self.0.borrow_mut().write(bytes)
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    #[test]
    fn what_was_read_is_answered_before_it_is_waited_for_more() {
        let output = RefCell::default();
        let mut asking = Asking {
            lines: vec![format!("{BUS}\n"); 3],
            output: &output,
            answered: Vec::new(),
        };
        answer_lines(&mut asking, Shared(&output)).expect("memory takes everything");
        let answer = BUS_ANSWER.len() + 1;
        assert_eq!(asking.answered, [0, answer, 2 * answer, 3 * answer]);
    }

    #[test]
    fn a_broken_stream_is_an_error() {
        struct Broken;
        impl Write for Broken {
            fn write(&mut self, _: &[u8]) -> io::Result<usize> {
                Err(io::ErrorKind::BrokenPipe.into())
            }
            fn flush(&mut self) -> io::Result<()> {
                Ok(())
            }
        }
        impl Read for Broken {
            fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
                Err(io::ErrorKind::ConnectionReset.into())
            }
        }
        let kind = |result: io::Result<()>| result.map_err(|error| error.kind());
        assert_eq!(
            kind(answer_lines(BUS.as_bytes(), Broken)),
            Err(io::ErrorKind::BrokenPipe)
        );
        assert_eq!(
            kind(answer_lines(Broken, Vec::new())),
            Err(io::ErrorKind::ConnectionReset)
        );
    }
}
