//! What can be asked of `cargo xtask`, and how it is explained.

use crate::failure::Failure;

/// The help text.
pub const HELP: &str = "\
Everything that is done to carbon-inclusion.

Usage: cargo xtask <command> [options]

Commands:
  serve       set up what is missing, build the page and serve it on this machine
                --port N      the port on 127.0.0.1 (8080)
                --base /a/b/  serve under a sub-path, as a site's folder would
                --no-build    serve dist/ as it is
                --rehearse    the page with a made-up newer edition of the method
  build       set up what is missing and build the page into dist/
                --rehearse    with a made-up newer edition, into target/rehearsal/page
  test        set up what is missing and run every test: format, lints, licences,
              host tests, tests in the browser, end-to-end tests, size budget
  check       the quick part of it: format, lints, host tests
  bench       measure everything, or what is named: bytes, account, opening, pages,
              answer, totals, start, tour, first-loads, worst-files, assess,
              at-scale, lighthouse; tables writes docs/performance.md again
                --no-build    measure dist/ as it is
  post-build  the last step of a build; Trunk calls it
  help        this text

The set-up puts its tools into .tools/, which git ignores. A tool that is
already on PATH in the right version is used. Nothing is downloaded but from
rustup, the crate registry, the npm registry, for at-scale the Python registry
and, as root on Debian, Debian.";

/// A command with its options.
#[derive(Debug, PartialEq, Eq)]
pub enum Task {
    Serve(ServeOptions),
    Build {
        /// Whether it is the page with a made-up newer edition.
        rehearse: bool,
    },
    Test,
    Check,
    Bench(BenchOptions),
    PostBuild,
    Help,
}

/// What is measured.
#[derive(Debug, PartialEq, Eq)]
pub struct BenchOptions {
    /// Whether the page is built first.
    pub build: bool,
    /// What is asked for by name; nothing for everything.
    pub names: Vec<String>,
}

/// How the page is served.
#[derive(Debug, PartialEq, Eq)]
pub struct ServeOptions {
    /// Port on the loopback address.
    pub port: u16,
    /// Path that the page is served under; begins and ends with a slash.
    pub base: String,
    /// Whether the page is built first.
    pub build: bool,
    /// Whether it is the page with a made-up newer edition.
    pub rehearse: bool,
}

impl Default for ServeOptions {
    fn default() -> Self {
        Self {
            port: 8080,
            base: "/".into(),
            build: true,
            rehearse: false,
        }
    }
}

/// Reads the arguments after the program's name.
///
/// # Errors
/// An unknown command, option or value.
pub fn read(arguments: impl IntoIterator<Item = String>) -> Result<Task, Failure> {
    let mut arguments = arguments.into_iter();
    let command = arguments.next().unwrap_or_else(|| "help".into());
    let rest: Vec<String> = arguments.collect();
    if rest.iter().any(|word| word == "--help" || word == "-h") {
        return Ok(Task::Help);
    }
    match command.as_str() {
        "serve" => read_serve(rest).map(Task::Serve),
        "build" => read_build(&rest),
        "test" => alone(&rest, Task::Test),
        "check" => alone(&rest, Task::Check),
        "bench" => read_bench(rest).map(Task::Bench),
        "post-build" => alone(&rest, Task::PostBuild),
        "help" | "--help" | "-h" => Ok(Task::Help),
        other => Err(unknown(other)),
    }
}

fn alone(rest: &[String], task: Task) -> Result<Task, Failure> {
    match rest.first() {
        None => Ok(task),
        Some(option) => Err(unknown(option)),
    }
}

fn read_build(rest: &[String]) -> Result<Task, Failure> {
    match rest.first().map(String::as_str) {
        Some("--rehearse") => alone(&rest[1..], Task::Build { rehearse: true }),
        _ => alone(rest, Task::Build { rehearse: false }),
    }
}

fn read_bench(rest: Vec<String>) -> Result<BenchOptions, Failure> {
    let (options, names): (Vec<_>, Vec<_>) =
        rest.into_iter().partition(|word| word.starts_with('-'));
    match options.iter().find(|option| *option != "--no-build") {
        Some(option) => Err(unknown(option)),
        None => Ok(BenchOptions {
            build: options.is_empty(),
            names,
        }),
    }
}

fn read_serve(rest: Vec<String>) -> Result<ServeOptions, Failure> {
    let mut options = ServeOptions::default();
    let mut words = rest.into_iter();
    while let Some(word) = words.next() {
        match word.as_str() {
            "--no-build" => options.build = false,
            "--rehearse" => options.rehearse = true,
            "--port" => {
                let value = words.next().unwrap_or_default();
                options.port = value.parse().map_err(|_| {
                    Failure::new(
                        format!("--port {value}: not a port"),
                        "Give a number from 1 to 65535, as in --port 8081.",
                    )
                })?;
            }
            "--base" => {
                let value = words.next().unwrap_or_default();
                if !(value.starts_with('/') && value.ends_with('/')) {
                    return Err(Failure::new(
                        format!("--base {value}: not a path"),
                        "Begin and end it with a slash, as in --base /a/b/.",
                    ));
                }
                options.base = value;
            }
            other => return Err(unknown(other)),
        }
    }
    Ok(options)
}

fn unknown(word: &str) -> Failure {
    Failure::new(
        format!("`{word}` is not known here"),
        "See `cargo xtask help` for what there is.",
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn case(line: &str, expected: Option<&Task>) {
        let words = line.split_whitespace().map(String::from);
        assert_eq!(read(words).ok().as_ref(), expected, "{line}");
    }

    #[test]
    fn commands() {
        case("", Some(&Task::Help));
        case("serve --help", Some(&Task::Help));
        case("build", Some(&Task::Build { rehearse: false }));
        case("build --rehearse", Some(&Task::Build { rehearse: true }));
        case("build --rehearse --fast", None);
        case("build --fast", None);
        let bench = |build, names: &[&str]| {
            let names = names.iter().map(|name| (*name).to_owned()).collect();
            Task::Bench(BenchOptions { build, names })
        };
        case("bench", Some(&bench(true, &[])));
        case("bench --no-build", Some(&bench(false, &[])));
        case(
            "bench pages --no-build bytes",
            Some(&bench(false, &["pages", "bytes"])),
        );
        case("bench --fast", None);
        case("serve", Some(&Task::Serve(ServeOptions::default())));
        case(
            "serve --port 81 --base /a/b/ --no-build",
            Some(&Task::Serve(ServeOptions {
                port: 81,
                base: "/a/b/".into(),
                build: false,
                rehearse: false,
            })),
        );
        case("serve --port", None);
        case("serve --port 65536", None);
        case("serve --base a", None);
        case("clean", None);
    }
}
