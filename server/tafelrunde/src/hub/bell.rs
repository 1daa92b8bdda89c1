//! How whoever reads a board or a mailbox is told that there is something: a task of its own, or a thread
//! that serves many lines and wants to be woken once for all of them.

use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use tokio::sync::Notify;

/// Whom to tell, and what of.
#[derive(Debug, Clone)]
pub enum Bell {
    /// A task.
    Task(Arc<Notify>),
    /// A line of a thread that serves many.
    Line(Arc<Doorbell>, LineKey),
    /// All lines of such a thread that read one board.
    Readers(Arc<Doorbell>, ReadersKey),
}

/// One of the lines of a thread. Numbers are used again; `life` tells their owners apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LineKey {
    /// Where it stands.
    pub place: u32,
    /// The how-many-eth line it is.
    pub life: u32,
}

/// Those lines of a thread that read the same board. Numbers are used again: ringing for the wrong one makes
/// it look, and find nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ReadersKey(pub u32);

impl Bell {
    /// Tells. Telling several times before it is heard is telling once.
    pub fn ring(&self) {
        match self {
            Self::Task(notify) => notify.notify_one(),
            Self::Line(doorbell, line) => doorbell.ring(|rung| rung.lines.push(*line)),
            Self::Readers(doorbell, readers) => doorbell.ring(|rung| rung.readers.push(*readers)),
        }
    }
}

/// Collects for a thread who has news, and wakes it once.
pub struct Doorbell {
    state: Mutex<State>,
    wake: Box<dyn Fn() + Send + Sync>,
}

/// Who has news.
#[derive(Debug, Default)]
pub struct Rung {
    /// Mailboxes, in the order in which they were filled.
    pub lines: Vec<LineKey>,
    /// Boards that moved.
    pub readers: Vec<ReadersKey>,
}

#[derive(Default)]
struct State {
    rung: Rung,
    is_awake: bool,
}

impl Doorbell {
    /// A doorbell that calls `wake` when the thread may be asleep.
    pub fn new(wake: impl Fn() + Send + Sync + 'static) -> Arc<Self> {
        Arc::new(Self { state: Mutex::default(), wake: Box::new(wake) })
    }

    /// Adds something and wakes the thread, if nobody has done so since it last listened.
    pub fn ring(&self, add: impl FnOnce(&mut Rung)) {
        let was_awake = {
            let mut state = self.state();
            add(&mut state.rung);
            std::mem::replace(&mut state.is_awake, true)
        };
        if !was_awake {
            (self.wake)();
        }
    }

    /// Hands over what has rung; `heard` is empty and lends its memory.
    pub fn listen(&self, heard: &mut Rung) {
        let mut state = self.state();
        std::mem::swap(&mut state.rung, heard);
        state.is_awake = false;
    }

    fn state(&self) -> MutexGuard<'_, State> {
        // Every change is one insertion, so a panic elsewhere leaves it whole.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl fmt::Debug for Doorbell {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Doorbell")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::atomic::{AtomicU32, Ordering};

    #[test]
    fn a_thread_is_woken_once_for_everything_until_it_listens() {
        let woken = Arc::new(AtomicU32::new(0));
        let count = woken.clone();
        let doorbell = Doorbell::new(move || {
            count.fetch_add(1, Ordering::Relaxed);
        });
        let line = |place| LineKey { place, life: 0 };
        Bell::Line(doorbell.clone(), line(1)).ring();
        Bell::Line(doorbell.clone(), line(2)).ring();
        Bell::Readers(doorbell.clone(), ReadersKey(7)).ring();
        assert_eq!(woken.load(Ordering::Relaxed), 1);
        let mut heard = Rung::default();
        doorbell.listen(&mut heard);
        assert_eq!((heard.lines.len(), heard.readers.as_slice()), (2, &[ReadersKey(7)][..]));
        Bell::Line(doorbell, line(1)).ring();
        assert_eq!(woken.load(Ordering::Relaxed), 2);
    }
}
