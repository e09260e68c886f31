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
