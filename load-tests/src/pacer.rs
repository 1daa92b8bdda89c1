//! Does things at fixed times, whatever becomes of the earlier ones.
//!
//! A thread of its own, because the timer of the async runtime counts whole milliseconds.

use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

/// Calls `act` with each item at its time after the beginning. The items ascend in time.
pub fn pace<T: Send + 'static>(
    began: Instant,
    items: Vec<(Duration, T)>,
    mut act: impl FnMut(T, Instant) + Send + 'static,
) -> JoinHandle<()> {
    thread::spawn(move || {
        for (at, item) in items {
            let due = began + at;
            let early = due.saturating_duration_since(Instant::now());
            if !early.is_zero() {
                thread::sleep(early);
            }
            act(item, due);
        }
    })
}
