//! Work that is done beside the room, one job after the other: however much people ask, a café takes one thread
//! for it at a time.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

type Job = Box<dyn FnOnce() + Send>;

/// Jobs in the order in which they came. Bounded by what the connections of the café may have in flight.
#[derive(Default)]
pub struct Lane {
    state: Arc<Mutex<State>>,
}

#[derive(Default)]
struct State {
    jobs: VecDeque<Job>,
    is_running: bool,
}

impl Lane {
    /// Does a job when those before it are done.
    pub fn add(&self, job: impl FnOnce() + Send + 'static) {
        let mut state = lock(&self.state);
        state.jobs.push_back(Box::new(job));
        if !std::mem::replace(&mut state.is_running, true) {
            let state = self.state.clone();
            tokio::task::spawn_blocking(move || work(&state));
        }
    }
}

fn work(state: &Mutex<State>) {
    while let Some(job) = next(state) {
        // A job that panics leaves its question without an answer, as a line that breaks does; the others go on.
        if std::panic::catch_unwind(std::panic::AssertUnwindSafe(job)).is_err() {
            tracing::error!("an answer could not be made");
        }
    }
}

fn next(state: &Mutex<State>) -> Option<Job> {
    let mut state = lock(state);
    let job = state.jobs.pop_front();
    state.is_running = job.is_some();
    job
}

fn lock(state: &Mutex<State>) -> MutexGuard<'_, State> {
    state.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::mpsc;

    #[tokio::test]
    async fn one_job_after_the_other_and_a_panic_stops_nobody() {
        let lane = Lane::default();
        let (done, came) = mpsc::channel();
        for number in 0..100 {
            let done = done.clone();
            lane.add(move || {
                assert_ne!(number, 50, "this one fails");
                done.send((number, std::thread::current().id())).unwrap();
            });
        }
        drop(done);
        let came = tokio::task::spawn_blocking(move || came.iter().collect::<Vec<_>>()).await.unwrap();
        let numbers: Vec<i32> = came.iter().map(|(number, _)| *number).collect();
        assert_eq!(numbers, (0..100).filter(|number| *number != 50).collect::<Vec<_>>());
    }
}
