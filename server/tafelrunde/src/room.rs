//! A room: it alone owns one café's state.
//!
//! It takes its inbox in batches, decides and applies, gives the batch to its turner for the journal, and releases
//! answers and documents only when the journal says that the batch is durable. Between two batches the
//! state is therefore always durable, and only then is anything published.
//!
//! A room waits for nothing by itself: it says what it awaits, does nothing until that is brought, and is
//! turned again.

mod advising;
mod comings;
mod crowd;
mod failing;
mod forming;
mod handle;
mod lane;
pub mod loading;
mod publishing;
mod storing;
pub mod turner;
mod wishes;

pub use comings::{Attach, RoomMessage};
pub use handle::{Attached, Presence, RoomGone, RoomHandle, submit_all};
pub use wishes::{Submission, Wish};

use std::collections::VecDeque;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;
use tafelrunde_core::apply::apply;
use tafelrunde_core::cafe::Cafe;
use tafelrunde_core::changes::{Changes, DocKey};
use tafelrunde_core::decide::{Context, decide};
use tafelrunde_core::event::Event;
use tafelrunde_core::project::View;
use tafelrunde_core::timers;
use tafelrunde_protocol::command::Command;
use tafelrunde_protocol::ids::CommandId;
use tafelrunde_protocol::message::{Bye, ByeReason};
use tafelrunde_protocol::query::Query;
use tafelrunde_protocol::rejection::Rejection;
use tokio::runtime::Handle;
use tokio::sync::oneshot;
use tokio::time::Instant;

use crate::clock;
use crate::config::RoomConfig;
use crate::health::Health;
use crate::hub::Hub;
use crate::hub::mailbox::{Answer, Mailbox, Outcome};
use crate::journal::{Append, AppendError, CafeKey, Journal};
use advising::Advisor;
use crowd::Crowd;
use failing::PROBE_EVERY;
use forming::Forming;
use loading::{LoadError, Loaded};
use publishing::Publisher;
use storing::Store;
use turner::{Place, Turners};
use wishes::Asked;

/// A batch with so many commands takes no further message.
const BATCH_MAX: usize = 1_024;
/// A room without connections ends after this; the next visitor loads it again.
const IDLE_AFTER: Duration = Duration::from_secs(600);
/// Clients that are sent away come back within this, each at a random time.
pub const RETRY_MS: u32 = 5_000;

/// What a room needs from outside.
#[derive(Clone)]
pub struct RoomContext {
    /// Where events are kept.
    pub journal: Arc<dyn Journal>,
    /// What the server knows about its storage.
    pub health: Arc<Health>,
    /// Ticks and bounds.
    pub config: RoomConfig,
    /// Who turns rooms.
    pub turners: Turners,
    /// Where rooms have done what would block.
    pub runtime: Handle,
}

/// Why a room ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RoomEnd {
    /// It was told to, or nobody was there any more.
    Stopped,
    /// The journal cannot be read again.
    Unreadable,
    /// The storage failed for good.
    StorageBroken,
}

/// What a turn led to.
pub enum Turned {
    /// A batch for the journal. The room awaits that it is stored.
    Decided(Append),
    /// The room awaits something else, or has nothing to do.
    Waiting,
}

/// What a room may have to wait for.
pub enum Awaited {
    /// The journal has stored the batch, or not.
    Stored(Result<(), AppendError>),
    /// The café has been read from the journal again.
    Loaded(Box<Result<Loaded, LoadError>>),
    /// Whether a storage that refused writes takes them again.
    Probed(bool),
}

/// What is awaited, and what is to be done then.
#[derive(Default)]
enum Awaiting {
    #[default]
    Nothing,
    Journal(Decided),
    Cafe(Rejection, Vec<Addressed>),
    Probe,
}

/// A batch that nobody has seen yet.
struct Decided {
    changes: Changes,
    answers: Vec<Addressed>,
}

type Addressed = (Arc<Mailbox>, Answer);

/// A café in memory, and everything about it.
pub struct Room {
    cafe: Cafe,
    hub: Arc<Hub>,
    crowd: Crowd,
    publisher: Publisher,
    store: Store,
    forming: Forming,
    advisor: Advisor,
    place: Place,
    ctx: RoomContext,
    inbox: VecDeque<RoomMessage>,
    /// Commands in the inbox and on their way to it.
    waiting: Arc<AtomicUsize>,
    awaiting: Awaiting,
    /// Answered after the batch, because only then all that can be asked about is durable.
    queries: Vec<Asked<Query>>,
    /// Connections that come and go after the batch, because only then all that they see is durable.
    comings: Vec<RoomMessage>,
    /// Nothing more is taken; the room ends when its inbox is empty.
    is_closed: bool,
    carried_out: metrics::Counter,
    refusing_since: Option<Instant>,
    idle_since: Option<Instant>,
}

impl Room {
    /// A room with everything on its boards, and the handle through which it is reached.
    pub fn new(key: CafeKey, loaded: Loaded, epoch: &str, ctx: RoomContext) -> (Self, RoomHandle) {
        let waiting = Arc::new(AtomicUsize::new(0));
        let hub = Arc::new(Hub::new(epoch));
        let mut publisher = Publisher::new(&ctx.config);
        publisher.publish_all(View { cafe: &loaded.cafe, online: 0, selection: None }, &hub);
        let (store, cafe) = Store::new(key, loaded, ctx.journal.clone());
        let place = ctx.turners.place();
        let handle = RoomHandle::new(&cafe.settings.title, place.clone(), waiting.clone(), hub.clone());
        let room = Self {
            cafe,
            hub,
            crowd: Crowd::default(),
            publisher,
            store,
            forming: Forming::default(),
            advisor: Advisor::default(),
            place,
            ctx,
            inbox: VecDeque::new(),
            waiting,
            awaiting: Awaiting::Nothing,
            queries: Vec::new(),
            comings: Vec::new(),
            is_closed: false,
            carried_out: metrics::counter!("tafelrunde_commands_total"),
            refusing_since: None,
            idle_since: Some(Instant::now()),
        };
        (room, handle)
    }

    /// Has the room turned until it is told to stop, nobody is there any more, or its memory cannot be trusted.
    /// Then its end is told, unless it panicked.
    pub fn begin(self) -> oneshot::Receiver<RoomEnd> {
        self.place.clone().begin(self)
    }

    /// Puts a message into the inbox.
    pub fn take(&mut self, message: RoomMessage) {
        if self.is_closed {
            message.turn_away();
        } else {
            self.inbox.push_back(message);
        }
    }

    /// Whether a turn would lead to something without anything else happening.
    pub fn has_work(&self) -> bool {
        self.is_closed || !self.inbox.is_empty()
    }

    /// When to turn the room if nothing happens until then. `None`: when what it awaits has come, or somebody asks.
    pub fn next_wake(&self) -> Option<Instant> {
        if !matches!(self.awaiting, Awaiting::Nothing) {
            return None;
        }
        let timer = timers::next_deadline(&self.cafe).map(|at| {
            let wait_ms = u64::try_from(at.0 - clock::now().0).unwrap_or(0);
            Instant::now() + Duration::from_millis(wait_ms)
        });
        let probe = self.refusing_since.map(|since| since + PROBE_EVERY);
        // While the storage refuses writes no timer can be carried out: only the probe can help.
        let timer = timer.filter(|_| probe.is_none());
        let idle = self.idle_since.map(|since| since + IDLE_AFTER);
        let publication = self.publisher.next_publication();
        let snapshot = self.store.snapshot_due_at();
        let forming = self.forming.due_at(&self.cafe, Instant::now());
        [timer, probe, idle, publication, snapshot, forming].into_iter().flatten().min()
    }

    /// One batch, up to the journal. A batch that leaves nothing to store is carried out at once.
    pub fn turn(&mut self) -> Result<Turned, RoomEnd> {
        if !matches!(self.awaiting, Awaiting::Nothing) {
            return Ok(Turned::Waiting);
        }
        loop {
            self.check_storage();
            if !matches!(self.awaiting, Awaiting::Nothing) {
                return Ok(Turned::Waiting);
            }
            self.store.begin_due_snapshot();
            if self.forming.collect() {
                self.publisher.touch([DocKey::Selection]);
            }
            let submissions = self.take_inbox();
            let (commands, queries) = self.sorted(submissions);
            self.queries.extend(queries);
            if let Some(append) = self.carry_out(commands) {
                return Ok(Turned::Decided(append));
            }
            self.finish();
            if self.inbox.is_empty() {
                break;
            }
        }
        if self.is_closed { Err(RoomEnd::Stopped) } else { Ok(Turned::Waiting) }
    }

    /// What the room awaited has come.
    pub fn settle(&mut self, awaited: Awaited) -> Result<(), RoomEnd> {
        match (std::mem::take(&mut self.awaiting), awaited) {
            (Awaiting::Journal(decided), Awaited::Stored(Ok(()))) => {
                self.store.stored();
                self.release(decided);
                self.finish();
            }
            (Awaiting::Journal(decided), Awaited::Stored(Err(error))) => {
                self.fail(&error, decided.answers)?
            }
            (Awaiting::Cafe(rejection, answers), Awaited::Loaded(loaded)) => {
                let end = self.begin_again(*loaded);
                refuse_all(answers, &rejection);
                end?;
                self.finish();
            }
            (Awaiting::Probe, Awaited::Probed(works)) => self.probed(works),
            _ => unreachable!("a room awaits one thing, and nothing else is brought"),
        }
        Ok(())
    }

    /// Takes the next batch out of the inbox.
    fn take_inbox(&mut self) -> Vec<Submission> {
        let mut submissions = Vec::new();
        while submissions.len() < BATCH_MAX
            && let Some(message) = self.inbox.pop_front()
        {
            match message {
                RoomMessage::Submit(some) if submissions.is_empty() => submissions = some,
                RoomMessage::Submit(some) => submissions.extend(some),
                // It is collected in every turn.
                RoomMessage::Formed => {}
                RoomMessage::Stop => self.is_closed = true,
                coming => self.comings.push(coming),
            }
        }
        self.waiting.fetch_sub(submissions.len(), Ordering::Relaxed);
        submissions
    }

    /// Decides and applies. `None`: there is nothing to store.
    fn carry_out(&mut self, commands: Vec<Asked<Command>>) -> Option<Append> {
        if self.refusing_since.is_some() {
            for asked in commands {
                refuse(asked.mailbox.as_ref(), asked.id, Rejection::Storage);
            }
            return None;
        }
        let now = clock::now();
        let selection = self.forming.made().filter(|_| self.forming.is_fresh());
        let mut events = Vec::new();
        let mut changes = Changes::default();
        let mut take = |cafe: &mut Cafe, changes: &mut Changes, decided: Vec<Event>| {
            decided.iter().for_each(|event| apply(cafe, event, changes));
            events.extend(decided);
        };
        let due = timers::due(&self.cafe, now);
        take(&mut self.cafe, &mut changes, due);
        let mut answers = Vec::with_capacity(commands.len());
        for Asked { actor, id, wish, mailbox } in commands {
            let ctx = Context {
                now,
                participants_max: self.ctx.config.participants_max,
                drawn: rand::random(),
                // What this batch has changed already is not in it.
                selection: selection.filter(|_| !changes.shared.contains(&DocKey::Selection)),
            };
            let outcome = match decide(&self.cafe, ctx, actor, &id, wish) {
                Ok(decided) => {
                    take(&mut self.cafe, &mut changes, decided);
                    Outcome::Stored
                }
                Err(rejection) => Outcome::Refused(rejection),
            };
            answers.push((mailbox, Answer { id, outcome }));
        }
        let decided = Decided { changes, answers };
        if events.is_empty() {
            self.release(decided);
            return None;
        }
        self.awaiting = Awaiting::Journal(decided);
        Some(self.store.next_batch(&events, now))
    }

    /// The batch is durable: everybody may know.
    fn release(&mut self, Decided { mut changes, answers }: Decided) {
        self.carried_out.increment(answers.len() as u64);
        let answered = answers.into_iter().map(|(mailbox, answer)| {
            mailbox.answer(answer);
            mailbox
        });
        let answered: Vec<Arc<Mailbox>> = answered.collect();
        self.crowd.send_personal(&self.cafe, &changes.personal);
        self.advisor.note(&changes.shared);
        if changes.shared.remove(&DocKey::Selection) {
            self.forming.touch();
        }
        self.publisher.touch(changes.shared);
        answered.iter().for_each(|mailbox| mailbox.deliver());
    }

    /// After a batch: queries are answered, connections come and go, and what is due goes onto the boards.
    fn finish(&mut self) {
        for query in std::mem::take(&mut self.queries) {
            self.look_up(query);
        }
        self.forming.begin_if_due(&self.cafe, &self.place);
        for coming in std::mem::take(&mut self.comings) {
            self.come_or_go(coming);
        }
        let view = View { cafe: &self.cafe, online: self.crowd.online(), selection: self.forming.made() };
        self.publisher.publish_due(view, &self.hub);
        self.is_closed |= self.idle_since.is_some_and(|since| since.elapsed() >= IDLE_AFTER);
    }

    /// The room has ended.
    pub fn say_goodbye(&self, end: RoomEnd) {
        let reason = match end {
            RoomEnd::Stopped => ByeReason::Restart,
            RoomEnd::Unreadable => ByeReason::Reload,
            RoomEnd::StorageBroken => ByeReason::Storage,
        };
        self.crowd.dismiss(&Bye { reason, retry_ms: Some(RETRY_MS) });
    }
}

fn refuse(mailbox: &Mailbox, id: CommandId, rejection: Rejection) {
    mailbox.answer(Answer { id, outcome: Outcome::Refused(rejection) });
    mailbox.deliver();
}

fn refuse_all(answers: Vec<Addressed>, rejection: &Rejection) {
    for (mailbox, answer) in answers {
        refuse(&mailbox, answer.id, rejection.clone());
    }
}
