//! A turner: the one task that turns many rooms.
//!
//! It takes what waits for all its rooms, lets each of them decide, hands all their batches to the journal
//! together, and gives each its answer. A vote therefore costs the same wake-ups in a thousand small cafés as in one
//! big one. It waits for no room: a room that waits for the journal, or for its café to be loaded, is passed over
//! until that has come. A room that panics is dropped; the others do not notice.

use std::collections::{BTreeSet, HashMap, VecDeque};
use std::future::pending;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;
use tokio::runtime::Handle;
use tokio::sync::{mpsc, oneshot};
use tokio::time::{Instant, sleep_until};

use super::{Awaited, Room, RoomEnd, RoomGone, RoomMessage, Turned};
use crate::journal::{Append, AppendError, Appends, Journal};

/// Notes that are taken at once.
const NOTES_MAX: usize = 1_024;
/// Rooms whose time comes within this are woken together: a thousand cafés publish twenty times a second each,
/// and each by itself would wake the threads that tell people of it.
const WAKE_EVERY: Duration = Duration::from_millis(5);

/// A room among all that are turned. Never used again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RoomKey(u64);

/// What a turner is told.
pub enum Note {
    /// A room begins.
    Begin(RoomKey, Box<Room>, oneshot::Sender<RoomEnd>),
    /// Somebody asks something of a room.
    Message(RoomKey, RoomMessage),
    /// Somebody asks something of several rooms.
    Messages(Vec<(RoomKey, RoomMessage)>),
    /// Something has come that a room waits for.
    Awaited(RoomKey, Awaited),
}

/// All turners. Cheap to clone.
#[derive(Clone)]
pub struct Turners {
    notes: Arc<[mpsc::UnboundedSender<Note>]>,
    rooms: Arc<AtomicU64>,
}

/// Where a room is turned. Cheap to clone.
#[derive(Debug, Clone)]
pub struct Place {
    /// Its turner.
    pub notes: mpsc::UnboundedSender<Note>,
    /// Its name there.
    pub key: RoomKey,
}

impl Turners {
    /// Starts so many; each ends when nobody can reach it any more.
    pub fn start(count: usize, journal: &Arc<dyn Journal>, runtime: &Handle) -> Self {
        let turner = |_| {
            let (notes, inbox) = mpsc::unbounded_channel();
            runtime.spawn(Turner::new(journal.clone()).run(inbox));
            notes
        };
        Self { notes: (0..count.max(1)).map(turner).collect(), rooms: Arc::default() }
    }

    /// A place for a new room. Rooms are spread evenly.
    pub fn place(&self) -> Place {
        let number = self.rooms.fetch_add(1, Ordering::Relaxed);
        let turner = usize::try_from(number).unwrap_or(0) % self.notes.len();
        Place { notes: self.notes[turner].clone(), key: RoomKey(number) }
    }
}

impl Place {
    /// Begins to turn the room. How it ended is told afterwards; nothing is told when it panicked.
    pub fn begin(&self, room: Room) -> oneshot::Receiver<RoomEnd> {
        let (ended, end) = oneshot::channel();
        // A turner that is gone drops `ended` with the note.
        let _ = self.notes.send(Note::Begin(self.key, Box::new(room), ended));
        end
    }

    /// Tells the room something; `Err`: the turner is gone.
    pub fn send(&self, message: RoomMessage) -> Result<(), RoomGone> {
        self.notes.send(Note::Message(self.key, message)).map_err(|_| RoomGone)
    }

    /// Something has come that the room waits for.
    pub fn bring(&self, awaited: Awaited) {
        // Nobody waits for it when the turner is gone.
        let _ = self.notes.send(Note::Awaited(self.key, awaited));
    }
}

struct Turner {
    journal: Arc<dyn Journal>,
    rooms: HashMap<RoomKey, Seat>,
    /// Rooms that have something to do.
    roused: Vec<RoomKey>,
    /// When rooms want to be roused.
    wakes: BTreeSet<(Instant, RoomKey)>,
    woken_at: Instant,
    /// What the journal has been handed, oldest first; it answers in this order.
    under_way: VecDeque<UnderWay>,
}

struct Seat {
    room: Box<Room>,
    ended: oneshot::Sender<RoomEnd>,
    wake: Option<Instant>,
    is_roused: bool,
}

/// Batches that the journal has not answered yet, and whose they are.
struct UnderWay {
    rooms: Vec<RoomKey>,
    answer: oneshot::Receiver<Outcomes>,
}

type Outcomes = Vec<Result<(), AppendError>>;

impl Turner {
    fn new(journal: Arc<dyn Journal>) -> Self {
        Self {
            journal,
            rooms: HashMap::new(),
            roused: Vec::new(),
            wakes: BTreeSet::new(),
            woken_at: Instant::now(),
            under_way: VecDeque::new(),
        }
    }

    async fn run(mut self, mut inbox: mpsc::UnboundedReceiver<Note>) {
        let mut notes = Vec::new();
        loop {
            let wake = self.next_wake();
            tokio::select! {
                answer = oldest(&mut self.under_way) => self.take_oldest(answer.ok()),
                count = inbox.recv_many(&mut notes, NOTES_MAX) => {
                    if count == 0 {
                        return;
                    }
                }
                () = sleep_until(wake) => self.rouse_due(),
            }
            self.take_answers();
            while notes.len() < NOTES_MAX
                && let Ok(note) = inbox.try_recv()
            {
                notes.push(note);
            }
            notes.drain(..).for_each(|note| self.take(note));
            self.turn_roused();
        }
    }

    fn next_wake(&self) -> Instant {
        let far = Instant::now() + Duration::from_secs(3_600);
        self.wakes.first().map_or(far, |(at, _)| (*at).max(self.woken_at + WAKE_EVERY))
    }

    fn rouse_due(&mut self) {
        self.woken_at = Instant::now();
        while let Some((at, key)) = self.wakes.first().copied()
            && at <= self.woken_at
        {
            self.wakes.pop_first();
            if let Some(seat) = self.rooms.get_mut(&key) {
                seat.wake = None;
                rouse(&mut self.roused, key, seat);
            }
        }
    }

    fn take(&mut self, note: Note) {
        match note {
            Note::Begin(key, room, ended) => {
                let seat =
                    self.rooms.entry(key).or_insert(Seat { room, ended, wake: None, is_roused: false });
                rouse(&mut self.roused, key, seat);
            }
            Note::Message(key, message) => self.pass_on(key, message),
            Note::Messages(messages) => {
                messages.into_iter().for_each(|(key, message)| self.pass_on(key, message));
            }
            Note::Awaited(key, awaited) => self.settle(key, awaited),
        }
    }

    fn pass_on(&mut self, key: RoomKey, message: RoomMessage) {
        match self.rooms.get_mut(&key) {
            Some(seat) => {
                seat.room.take(message);
                rouse(&mut self.roused, key, seat);
            }
            None => message.turn_away(),
        }
    }

    fn take_answers(&mut self) {
        while let Some(oldest) = self.under_way.front_mut() {
            match oldest.answer.try_recv() {
                Ok(outcomes) => self.take_oldest(Some(outcomes)),
                Err(oneshot::error::TryRecvError::Closed) => self.take_oldest(None),
                Err(oneshot::error::TryRecvError::Empty) => return,
            }
        }
    }

    /// `None`: the journal gave no answer.
    fn take_oldest(&mut self, outcomes: Option<Outcomes>) {
        let Some(UnderWay { rooms, .. }) = self.under_way.pop_front() else { return };
        let mut outcomes = outcomes.unwrap_or_default().into_iter();
        for key in rooms {
            let none = || Err(AppendError::Broken("the journal gave no answer".into()));
            self.settle(key, Awaited::Stored(outcomes.next().unwrap_or_else(none)));
        }
    }

    fn settle(&mut self, key: RoomKey, awaited: Awaited) {
        let Some(seat) = self.rooms.get_mut(&key) else { return };
        let room = &mut seat.room;
        match catch_unwind(AssertUnwindSafe(|| room.settle(awaited).map(|()| room.next_wake()))) {
            Ok(Ok(_)) if room.has_work() => rouse(&mut self.roused, key, seat),
            Ok(Ok(wake)) => self.set_wake(key, wake),
            Ok(Err(end)) => self.end(key, Some(end)),
            Err(_) => self.end(key, None),
        }
    }

    fn turn_roused(&mut self) {
        let (mut rooms, mut batches) = (Vec::new(), Vec::new());
        for key in std::mem::take(&mut self.roused) {
            if let Some(append) = self.turn(key) {
                rooms.push(key);
                batches.push(append);
            }
        }
        if !batches.is_empty() {
            let (done, answer) = oneshot::channel();
            self.journal.append(Appends { batches, done });
            self.under_way.push_back(UnderWay { rooms, answer });
        }
    }

    fn turn(&mut self, key: RoomKey) -> Option<Append> {
        let seat = self.rooms.get_mut(&key)?;
        seat.is_roused = false;
        let room = &mut seat.room;
        match catch_unwind(AssertUnwindSafe(|| room.turn().map(|turned| (turned, room.next_wake())))) {
            Ok(Ok((Turned::Decided(append), _))) => return Some(append),
            Ok(Ok((Turned::Waiting, wake))) => self.set_wake(key, wake),
            Ok(Err(end)) => self.end(key, Some(end)),
            Err(_) => self.end(key, None),
        }
        None
    }

    /// `None`: it panicked, and what it was has to be taken from the journal again.
    fn end(&mut self, key: RoomKey, end: Option<RoomEnd>) {
        let Some(seat) = self.rooms.remove(&key) else { return };
        if let Some(at) = seat.wake {
            self.wakes.remove(&(at, key));
        }
        if let Some(end) = end {
            seat.room.say_goodbye(end);
            // When nobody asks any more, nobody has to know.
            let _ = seat.ended.send(end);
        }
    }

    fn set_wake(&mut self, key: RoomKey, wake: Option<Instant>) {
        let Some(seat) = self.rooms.get_mut(&key).filter(|seat| seat.wake != wake) else { return };
        if let Some(earlier) = std::mem::replace(&mut seat.wake, wake) {
            self.wakes.remove(&(earlier, key));
        }
        self.wakes.extend(wake.map(|at| (at, key)));
    }
}

fn rouse(roused: &mut Vec<RoomKey>, key: RoomKey, seat: &mut Seat) {
    if !std::mem::replace(&mut seat.is_roused, true) {
        roused.push(key);
    }
}

async fn oldest(under_way: &mut VecDeque<UnderWay>) -> Result<Outcomes, oneshot::error::RecvError> {
    match under_way.front_mut() {
        Some(oldest) => (&mut oldest.answer).await,
        None => pending().await,
    }
}

#[cfg(test)]
mod tests;
