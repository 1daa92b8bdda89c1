//! Threads of their own for rooms, screens and moderators.
//!
//! When a board moves for ten thousand phones, writing to them keeps every thread of the phones' runtime
//! busy for a tenth of a second. Whoever waits behind that waits for all of it. On threads of their own a room and
//! the wall wait for a time slice instead: the operating system shares the processor, whatever waits.

use std::num::NonZero;
use std::thread::available_parallelism;
use tokio::runtime::{Builder, Handle, Runtime};

/// Lower than everybody else's, and allowed without privileges.
const PHONES_NICE: i32 = 5;

/// The threads; they end when this is dropped.
pub struct StageRuntime {
    runtime: Option<Runtime>,
}

impl StageRuntime {
    /// Starts the threads, as many as there are processors.
    pub fn start() -> std::io::Result<Self> {
        let mut builder = Builder::new_multi_thread();
        let runtime = builder.worker_threads(threads()).thread_name("stage").enable_all().build()?;
        Ok(Self { runtime: Some(runtime) })
    }

    /// Where to spawn.
    pub fn handle(&self) -> Handle {
        let runtime = self.runtime.as_ref().expect("the runtime is there until drop");
        runtime.handle().clone()
    }
}

impl Drop for StageRuntime {
    fn drop(&mut self) {
        // Waiting for the threads is not allowed inside another runtime; every task has ended by now.
        if let Some(runtime) = self.runtime.take() {
            runtime.shutdown_background();
        }
    }
}

/// How many there are: as many as processors.
pub fn threads() -> usize {
    available_parallelism().map_or(1, NonZero::get)
}

/// Lets the calling thread stand back behind rooms, screens and moderators. For threads that serve phones.
pub fn stand_back() {
    // Without it everything works, only less evenly under load.
    if let Err(error) = rustix::process::nice(PHONES_NICE) {
        tracing::debug!(%error, "the priority of a thread cannot be lowered");
    }
}
