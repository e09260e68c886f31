//! A numbered plan: each step says what it does, how far it is and how long it took.

use std::thread;
use std::time::{Duration, Instant};

use crate::failure::Failure;

type Work<'plan> = Box<dyn FnOnce() -> Result<String, Failure> + 'plan>;

/// Steps that run one after the other until one fails.
#[derive(Default)]
pub struct Plan<'plan> {
    steps: Vec<(String, Work<'plan>)>,
}

impl<'plan> Plan<'plan> {
    /// Adds a step; `work` gives a few words about its outcome, or none.
    pub fn step(
        mut self,
        title: impl Into<String>,
        work: impl FnOnce() -> Result<String, Failure> + 'plan,
    ) -> Self {
        self.steps.push((title.into(), Box::new(work)));
        self
    }

    /// Adds a step that begins at once and is waited for in its place: for what
    /// waits for the network while others compile.
    pub fn meanwhile(
        self,
        title: impl Into<String>,
        work: impl FnOnce() -> Result<String, Failure> + Send + 'static,
    ) -> Self {
        let running = thread::spawn(work);
        self.step(title, || {
            running.join().unwrap_or_else(|_| {
                Err(Failure::new(
                    "a step that ran beside the others broke off",
                    "Read what it said above, then run it again.",
                ))
            })
        })
    }

    /// Adds all steps of another plan.
    pub fn then(mut self, other: Self) -> Self {
        self.steps.extend(other.steps);
        self
    }

    /// Runs the steps; the first failure ends the plan and names its step.
    pub fn run(self) -> Result<Report, Failure> {
        let total = self.steps.len();
        let mut report = Report::default();
        for (index, (title, work)) in self.steps.into_iter().enumerate() {
            println!("[{}/{total}] {title} …", index + 1);
            let started = Instant::now();
            let outcome = work();
            let took = started.elapsed();
            match outcome {
                Ok(note) => {
                    let note = if note.is_empty() { "done".into() } else { note };
                    println!("      {note} ({})", elapsed(took));
                    report.lines.push((title, note, took));
                }
                Err(failure) => {
                    report.lines.push((title, "FAILED".into(), took));
                    report.print();
                    return Err(failure);
                }
            }
        }
        Ok(report)
    }
}

/// What was done and how long it took.
#[derive(Default)]
pub struct Report {
    lines: Vec<(String, String, Duration)>,
}

impl Report {
    /// Prints a line a step and the time of all.
    pub fn print(&self) {
        println!();
        for (title, note, took) in &self.lines {
            println!("  {:>11}  {title}: {note}", elapsed(*took));
        }
        let all = self.lines.iter().map(|(_, _, took)| *took).sum();
        println!("  {:>11}  in all", elapsed(all));
    }
}

/// A duration as people say it: "0.4 s", "3 min 05 s".
pub fn elapsed(time: Duration) -> String {
    let seconds = time.as_secs();
    if seconds < 60 {
        format!("{seconds}.{} s", time.subsec_millis() / 100)
    } else {
        format!("{} min {:02} s", seconds / 60, seconds % 60)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn time_is_said_as_people_say_it() {
        assert_eq!(elapsed(Duration::from_millis(480)), "0.4 s");
        assert_eq!(elapsed(Duration::from_millis(59_999)), "59.9 s");
        assert_eq!(elapsed(Duration::from_secs(185)), "3 min 05 s");
    }

    #[test]
    fn what_ran_beside_the_others_is_waited_for() {
        let plan = Plan::default().meanwhile("beside", || {
            thread::sleep(Duration::from_millis(20));
            Err(Failure::new("broken", "mend it"))
        });
        assert!(plan.run().is_err());
        let plan = Plan::default().meanwhile("beside", || Ok("there".into()));
        assert!(plan.run().is_ok());
    }

    #[test]
    fn a_failure_ends_the_plan() {
        let mut third = false;
        let plan = Plan::default()
            .step("first", || Ok(String::new()))
            .step("second", || Err(Failure::new("broken", "mend it")))
            .step("third", || {
                third = true;
                Ok(String::new())
            });
        assert!(plan.run().is_err());
        assert!(!third);
    }
}
