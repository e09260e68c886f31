//! Everything that is done to the project: set-up, serve, build, test, bench.

mod bench;
mod build;
mod check;
mod command_line;
mod failure;
mod fuzz;
mod licences;
mod methodology;
mod post_build;
mod process;
mod project;
mod serve;
mod setup;
mod size;
mod steps;
mod test;

use std::process::ExitCode;

use command_line::Task;
use failure::Failure;

fn main() -> ExitCode {
    match command_line::read(std::env::args().skip(1)).and_then(run) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("\nfailed: {failure}");
            ExitCode::FAILURE
        }
    }
}

fn run(task: Task) -> Result<(), Failure> {
    match task {
        Task::Serve(options) => serve::run(&options),
        Task::Build { rehearse } => build::run(rehearse),
        Task::Test => test::run(),
        Task::Check => check::run(),
        Task::Bench(options) => bench::run(&options),
        Task::PostBuild => post_build::run(),
        Task::Help => {
            println!("{}", command_line::HELP);
            Ok(())
        }
    }
}
