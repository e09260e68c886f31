//! Runs other programs so that nobody waits in the dark: either their output
//! is shown as it comes, or it goes to a log and a sign of life is printed.

use std::ffi::{OsStr, OsString};
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use crate::failure::Failure;
use crate::project;
use crate::steps::elapsed;

/// How long a quiet program may run before the next sign of life.
const HEARTBEAT: Duration = Duration::from_secs(15);
/// How much of a failed program's log is repeated.
const LOG_TAIL_LINES: usize = 40;

/// A program to run in the project's folder, without input.
pub struct Program {
    name: String,
    command: Command,
}

impl Program {
    /// The program at `path`, or of that name on PATH.
    pub fn new(path: impl AsRef<OsStr>) -> Self {
        let path = path.as_ref();
        let name = Path::new(path)
            .file_name()
            .unwrap_or(path)
            .to_string_lossy()
            .into_owned();
        let mut command = Command::new(path);
        command.current_dir(project::root()).stdin(Stdio::null());
        Self { name, command }
    }

    /// The cargo that runs this task.
    pub fn cargo() -> Self {
        Self::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
    }

    pub fn args<Argument: AsRef<OsStr>>(
        mut self,
        args: impl IntoIterator<Item = Argument>,
    ) -> Self {
        self.command.args(args);
        self
    }

    /// Arguments that are options and paths side by side.
    pub fn arg_paths(self, args: &[&Path]) -> Self {
        self.args(args)
    }

    pub fn env(mut self, name: &str, value: impl AsRef<OsStr>) -> Self {
        self.command.env(name, value);
        self
    }

    pub fn without_env(mut self, name: &str) -> Self {
        self.command.env_remove(name);
        self
    }

    pub fn in_folder(mut self, folder: &Path) -> Self {
        self.command.current_dir(folder);
        self
    }

    /// Puts folders in front of PATH.
    pub fn with_path(self, folders: &[PathBuf]) -> Self {
        let before = std::env::var_os("PATH").unwrap_or_default();
        let all = folders
            .iter()
            .cloned()
            .chain(std::env::split_paths(&before));
        let joined: OsString = std::env::join_paths(all).unwrap_or(before);
        self.env("PATH", joined)
    }

    /// Runs it with its output shown. `next` says what to do when it fails.
    pub fn show(mut self, next: &str) -> Result<(), Failure> {
        let status = self.command.status();
        self.judge(status, next)
    }

    /// Runs it with its output in a log under the tools folder, and a sign of
    /// life every [`HEARTBEAT`]; a failure repeats the log's last lines.
    pub fn log(mut self, log_name: &str, next: &str) -> Result<(), Failure> {
        let folder = project::tools().join("log");
        let log = folder.join(format!("{log_name}.log"));
        fs::create_dir_all(&folder).map_err(|error| Failure::file(&folder, &error))?;
        let file = File::create(&log).map_err(|error| Failure::file(&log, &error))?;
        let errors = file
            .try_clone()
            .map_err(|error| Failure::file(&log, &error))?;
        self.command.stdout(file).stderr(errors);
        let status = self.wait(&log);
        let done = self.judge(status, next);
        if done.is_err() {
            let text = fs::read_to_string(&log).unwrap_or_default();
            let lines: Vec<&str> = text.lines().collect();
            for line in &lines[lines.len().saturating_sub(LOG_TAIL_LINES)..] {
                println!("      | {line}");
            }
            println!("      | (all of it: {})", log.display());
        }
        done
    }

    /// Runs it and gives what it printed, `None` where it is not there or fails.
    pub fn output(mut self) -> Option<String> {
        let output = self.command.output().ok()?;
        output
            .status
            .success()
            .then(|| String::from_utf8_lossy(&output.stdout).into_owned())
    }

    fn wait(&mut self, log: &Path) -> std::io::Result<ExitStatus> {
        let mut child = self.command.spawn()?;
        let started = Instant::now();
        let mut spoken = started;
        loop {
            if let Some(status) = child.try_wait()? {
                return Ok(status);
            }
            // What runs beside the others does not speak between their lines.
            let alone = thread::current().name() == Some("main");
            if alone && spoken.elapsed() >= HEARTBEAT {
                spoken = Instant::now();
                let text = fs::read_to_string(log).unwrap_or_default();
                let last = text.lines().last().unwrap_or("").trim();
                let last: String = last.chars().take(80).collect();
                println!("      … {}: {last}", elapsed(started.elapsed()));
            }
            thread::sleep(Duration::from_millis(100));
        }
    }

    fn judge(&self, status: std::io::Result<ExitStatus>, next: &str) -> Result<(), Failure> {
        match status {
            Ok(status) if status.success() => Ok(()),
            Ok(status) => Err(Failure::new(
                format!("{} ended with {status}", self.name),
                next,
            )),
            Err(error) => Err(self.missing(&error)),
        }
    }

    fn missing(&self, error: &std::io::Error) -> Failure {
        Failure::new(
            format!("{} could not be started: {error}", self.name),
            format!("Install {} or put it on PATH.", self.name),
        )
    }
}

/// The first program of that name on PATH.
pub fn on_path(name: &str) -> Option<PathBuf> {
    std::env::split_paths(&std::env::var_os("PATH")?)
        .map(|folder| folder.join(name))
        .find(|file| file.is_file())
}
