//! Whatever operation of the store or of the second copy fails, and in whatever
//! way, the account that is found again is the one before or after each step, and
//! what was said to be saved is there.
//!
//! Every story is told once without a fault, then once for each operation and
//! each way in which that can fail; after every step the account is opened anew
//! from what is left. Without a second copy local storage answers for itself;
//! with one even everything may be cleared.

#![expect(clippy::expect_used, reason = "a test says what it expects")]

use std::pin::pin;
use std::rc::Rc;
use std::task::{Context, Waker};

use carbon_inclusion::account::{CopyState, Kept};

use crate::faulty::Fault;
use crate::world::Step::{
    self, Compact, Delete, Edit, Empty, Erase, Follow, Import, Open, Record, Refuse, Undo,
};
use crate::world::{World, now};

/// Which of the copies fails.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Of {
    /// Local storage.
    Store,
    /// The second copy.
    Second,
}

/// Tells a story with a fault at an operation of a copy. Whether that could fail
/// so, and how many operations that copy had.
fn tell(story: &[Step], has_copy: bool, of: Of, fault: Option<(usize, Fault)>) -> (bool, usize) {
    let mut world = World::new(has_copy);
    let (local, second) = (Rc::clone(&world.store), world.second.clone());
    let trouble = match (of, &second) {
        (Of::Second, Some(second)) => &second.trouble,
        _ => &local.trouble,
    };
    trouble.plan(fault);
    for (number, step) in story.iter().enumerate() {
        world.take(*step);
        // Before the fault it is the story without one.
        if fault.is_none() || trouble.has_come() {
            let copied = if has_copy { "with" } else { "without" };
            world.check(&format!(
                "{fault:?} of {of:?}, {copied} a copy, after step {number}, {step:?}"
            ));
        }
    }
    (trouble.has_come(), trouble.operations())
}

/// Tells a story with every fault there is. How many were tried.
fn try_all(story: &[Step], copies: &[bool]) -> [usize; 2] {
    let mut tried = [0, 0];
    for has_copy in copies {
        for (of, faults) in [(Of::Store, Fault::OF_STORE), (Of::Second, Fault::OF_SECOND)] {
            if of == Of::Second && !has_copy {
                continue;
            }
            let (_, operations) = tell(story, *has_copy, of, None);
            for fault in faults {
                // What is thrown away can only be found where there is a copy.
                if fault == Fault::Cleared && !has_copy {
                    continue;
                }
                for operation in 0..operations {
                    let (has_failed, _) = tell(story, *has_copy, of, Some((operation, fault)));
                    tried[usize::from(of == Of::Second)] += usize::from(has_failed);
                }
            }
        }
    }
    tried
}

#[track_caller]
fn story(name: &str, steps: &[Step], copies: &[bool], at_least: [usize; 2]) {
    let tried = try_all(steps, copies);
    println!(
        "{name}: {} faults of the store, {} of the second copy",
        tried[0], tried[1]
    );
    let is_enough = tried[0] >= at_least[0] && tried[1] >= at_least[1];
    assert!(is_enough, "{name}: only {tried:?} faults");
}

#[test]
fn recording_editing_deleting_and_taking_back() {
    let steps = [
        Open(0),
        Record(0),
        Record(0),
        Edit(0),
        Record(0),
        Delete(0),
        Undo(0),
        Undo(0),
        Open(0),
        Edit(0),
        Delete(0),
        Record(0),
    ];
    story("changes", &steps, &[false, true], [265, 90]);
}

#[test]
fn putting_records_together() {
    let steps = [
        Open(0),
        Record(0),
        Record(0),
        Edit(0),
        Delete(0),
        Record(0),
        Compact(0),
        Record(0),
        Edit(0),
        Open(0),
        Record(0),
        Compact(0),
        Delete(0),
        Open(0),
        Undo(0),
        Record(0),
    ];
    story("compaction", &steps, &[false, true], [460, 130]);
}

#[test]
fn taking_a_file_in() {
    let steps = [
        Open(0),
        Record(0),
        Import(0),
        Edit(0),
        Open(0),
        Import(0),
        Delete(0),
        Open(0),
    ];
    story("a file", &steps, &[false, true], [190, 75]);
}

#[test]
fn bringing_back_from_the_second_copy() {
    let steps = [
        Open(0),
        Record(0),
        Record(0),
        Delete(0),
        Record(0),
        Empty,
        Open(0),
        Record(0),
        Compact(0),
        Empty,
        Record(0),
        Open(0),
        Edit(0),
        Compact(0),
        Open(0),
    ];
    story("restoring", &steps, &[true], [280, 1]);
}

#[test]
fn erasing() {
    let steps = [
        Open(0),
        Record(0),
        Record(0),
        Edit(0),
        Compact(0),
        Record(0),
        Erase(0),
        Record(0),
        Open(0),
        Record(0),
    ];
    story("erasing", &steps, &[false, true], [275, 85]);
}

#[test]
fn two_tabs() {
    let steps = [
        Open(0),
        Record(0),
        Open(1),
        Record(1),
        Record(0),
        Follow,
        Edit(1),
        Compact(0),
        Record(1),
        Compact(1),
        Follow,
        Delete(0),
        Follow,
        Undo(0),
        Record(1),
        Erase(0),
        Follow,
        Record(1),
    ];
    story("two tabs", &steps, &[false, true], [385, 110]);
}

/// Where local storage is refused, the second copy is the account.
#[test]
fn the_second_copy_alone() {
    let steps = [
        Open(0),
        Record(0),
        Refuse,
        Open(0),
        Record(0),
        Edit(0),
        Record(0),
        Delete(0),
        Undo(0),
        Import(0),
        Open(0),
        Record(0),
        Edit(0),
    ];
    let mut tried = 0;
    let (_, operations) = tell(&steps, true, Of::Second, None);
    for fault in Fault::OF_SECOND
        .into_iter()
        .filter(|fault| !fault.is_silent())
    {
        for operation in 0..operations {
            let (has_failed, _) = tell(&steps, true, Of::Second, Some((operation, fault)));
            tried += usize::from(has_failed);
        }
    }
    println!("alone: {tried} faults of the second copy");
    assert!(tried >= 60, "only {tried}");
}

/// It takes a while to compare the copies. Meanwhile the page is used, and so are
/// other tabs; then both copies have everything, and nothing that was erased.
#[test]
fn what_happens_while_the_copies_are_compared() {
    for step in [Record(0), Edit(0), Delete(0), Compact(0), Erase(1)] {
        let mut waited = 0;
        while step_while_comparing(step, waited) {
            waited += 1;
        }
        assert!(waited >= 5, "{step:?}: only {waited}");
    }
}

/// Whether the comparison has an operation of this number to be waited for.
fn step_while_comparing(step: Step, waited: usize) -> bool {
    let mut world = World::new(true);
    for before in [Open(0), Record(0), Record(0), Record(0), Open(1), Empty] {
        world.take(before);
    }
    // What only local storage has is compared as well.
    world.take(Record(0));
    world.store.events.take();
    let tab = world.page();
    world.show(0, tab.clone());
    let (second, copies) = (world.second.clone(), tab.copies.clone());
    let (second, copies) = second.zip(copies).expect("a copy");
    second.slow.set(Some(second.trouble.operations() + waited));
    let mut comparing = pin!(copies.join(&tab.account));
    let mut context = Context::from_waker(Waker::noop());
    if comparing.as_mut().poll(&mut context).is_ready() {
        return false;
    }
    world.take(step);
    world.take(Follow);
    assert!(comparing.as_mut().poll(&mut context).is_ready());
    assert_eq!(copies.state(), CopyState::Kept);
    let what = format!("{step:?} while operation {waited} is waited for");
    world.check(&what);
    // What was recorded waited for it.
    assert_eq!(
        now(copies.acknowledge(&tab.account, Kept::OnDevice)),
        Kept::OnDevice
    );
    world.remember(&tab);
    world.take(Empty);
    world.check(&what);
    true
}
