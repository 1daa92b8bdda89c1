//! A room: the one task that owns one café's state.
//!
//! It drains its inbox in batches, decides and applies, hands the batch to the journal, and releases
//! answers and documents only when the journal says that the batch is durable. Between two batches the
//! state is therefore always durable, and only then is anything published.

mod advising;
mod crowd;
mod failing;
mod forming;
mod handle;
mod lane;
pub mod loading;
mod publishing;
mod storing;
mod wishes;

pub use handle::{Attached, Presence, RoomGone, RoomHandle};
pub use wishes::{Submission, Wish};

use std::collections::VecDeque;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;
use tafelrunde_core::actor::{Actor, TokenHash};
use tafelrunde_core::apply::apply;
use tafelrunde_core::cafe::Cafe;
use tafelrunde_core::changes::{Changes, DocKey};
use tafelrunde_core::decide::{Context, decide};
use tafelrunde_core::event::Event;
use tafelrunde_core::project::{View, personal_documents};
use tafelrunde_core::timers;
use tafelrunde_protocol::command::Command;
use tafelrunde_protocol::ids::{CommandId, ParticipantId};
use tafelrunde_protocol::message::{Bye, ByeReason, Role};
use tafelrunde_protocol::rejection::Rejection;
use tokio::runtime::Handle;
use tokio::sync::mpsc;
use tokio::time::Instant;

use crate::clock;
use crate::config::RoomConfig;
use crate::health::Health;
use crate::hub::Hub;
use crate::hub::mailbox::{Answer, Mailbox, Outcome};
use crate::journal::{CafeKey, Journal};
use advising::Advisor;
use crowd::Crowd;
use failing::PROBE_EVERY;
use forming::Forming;
use loading::Loaded;
use publishing::Publisher;
use storing::Store;
use wishes::Asked;

/// Messages that are taken from the inbox at once.
const MESSAGES_MAX: usize = 1_024;
/// A batch with so many commands takes no further message.
const BATCH_MAX: usize = 1_024;
/// A room without connections ends after this; the next visitor loads it again.
const IDLE_AFTER: Duration = Duration::from_secs(600);
/// Clients that are sent away come back within this, each at a random time.
pub const RETRY_MS: u32 = 5_000;

/// What a room is asked.
pub enum RoomMessage {
    /// Some people want something, in this order.
    Submit(Vec<Submission>),
    /// A connection begins.
    Attach(Attach),
    /// A connection has ended.
    Detach(Option<ParticipantId>, Arc<Mailbox>),
    /// Finish what waits and end.
    Stop,
}

/// A connection that wants to begin.
pub struct Attach {
    /// As what.
    pub role: Role,
    /// With which token.
    pub token: TokenHash,
    /// What it is told.
    pub mailbox: Arc<Mailbox>,
    /// Takes the answer; `None`: the token does not open this role.
    pub answer: Box<dyn FnOnce(Option<Attached>) + Send>,
}

/// What a room needs from outside.
#[derive(Clone)]
pub struct RoomContext {
    /// Where events are kept.
    pub journal: Arc<dyn Journal>,
    /// What the server knows about its storage.
    pub health: Arc<Health>,
    /// Ticks and bounds.
    pub config: RoomConfig,
    /// Where rooms run.
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

/// The task's own state.
pub struct Room {
    cafe: Cafe,
    hub: Arc<Hub>,
    crowd: Crowd,
    publisher: Publisher,
    store: Store,
    forming: Forming,
    advisor: Advisor,
    ctx: RoomContext,
    waiting: Arc<AtomicUsize>,
    refusing_since: Option<Instant>,
    idle_since: Option<Instant>,
}

impl Room {
    /// A room with everything on its boards, and the handle through which it is reached.
    pub fn new(key: CafeKey, loaded: Loaded, epoch: &str, ctx: RoomContext) -> (Self, RoomHandle, Inbox) {
        let (sender, inbox) = mpsc::unbounded_channel();
        let waiting = Arc::new(AtomicUsize::new(0));
        let hub = Arc::new(Hub::new(epoch));
        let mut publisher = Publisher::new(&ctx.config);
        publisher.publish_all(View { cafe: &loaded.cafe, online: 0, selection: None }, &hub);
        let (store, cafe) = Store::new(key, loaded, ctx.journal.clone());
        let room = Self {
            cafe,
            hub: hub.clone(),
            crowd: Crowd::default(),
            publisher,
            store,
            forming: Forming::default(),
            advisor: Advisor::default(),
            ctx,
            waiting: waiting.clone(),
            refusing_since: None,
            idle_since: Some(Instant::now()),
        };
        let title = room.cafe.settings.title.as_str().into();
        (room, RoomHandle::new(title, sender, waiting, hub), Inbox(inbox))
    }

    /// Runs until it is told to stop, nobody is there any more, or its memory cannot be trusted.
    pub async fn run(mut self, mut inbox: Inbox) -> RoomEnd {
        let mut received = Vec::new();
        let mut waiting = VecDeque::new();
        let end = loop {
            if waiting.is_empty() {
                let wake = self.next_wake();
                let formed = self.forming.finished();
                tokio::select! {
                    () = formed.notified() => {}
                    _ = inbox.0.recv_many(&mut received, MESSAGES_MAX) => {}
                    () = tokio::time::sleep_until(wake) => {}
                }
                waiting.extend(received.drain(..));
                if waiting.is_empty() && inbox.0.is_closed() && inbox.0.is_empty() {
                    break RoomEnd::Stopped;
                }
            }
            match self.turn(&mut waiting).await {
                Ok(Going::On) => {}
                Ok(Going::Stop) => inbox.0.close(),
                Err(end) => break end,
            }
            if self.idle_since.is_some_and(|since| since.elapsed() >= IDLE_AFTER) {
                // Whoever writes in this moment finds the inbox closed and asks the registry again.
                inbox.0.close();
            }
        };
        self.say_goodbye(end);
        end
    }

    fn next_wake(&self) -> Instant {
        let far = Instant::now() + Duration::from_secs(3_600);
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
        [timer, probe, idle, publication, snapshot, forming].into_iter().flatten().min().unwrap_or(far)
    }

    /// One batch, from deciding to publishing.
    async fn turn(&mut self, waiting: &mut VecDeque<RoomMessage>) -> Result<Going, RoomEnd> {
        self.check_storage().await;
        self.store.begin_due_snapshot();
        let mut going = Going::On;
        let mut submissions = Vec::new();
        let mut comings = Vec::new();
        while submissions.len() < BATCH_MAX
            && let Some(message) = waiting.pop_front()
        {
            match message {
                RoomMessage::Submit(some) if submissions.is_empty() => submissions = some,
                RoomMessage::Submit(some) => submissions.extend(some),
                RoomMessage::Stop => going = Going::Stop,
                coming => comings.push(coming),
            }
        }
        self.waiting.fetch_sub(submissions.len(), Ordering::Relaxed);
        if self.forming.collect() {
            self.publisher.touch([DocKey::Selection]);
        }
        let (commands, queries) = self.sorted(submissions);
        self.carry_out(commands).await?;
        // Only now is all that can be asked about durable.
        queries.into_iter().for_each(|query| self.look_up(query));
        self.forming.begin_if_due(&self.cafe);
        // Connections come and go after the batch, because only now is all that they see durable.
        for coming in comings {
            self.come_or_go(coming);
        }
        let view = View { cafe: &self.cafe, online: self.crowd.online(), selection: self.forming.made() };
        self.publisher.publish_due(view, &self.hub);
        Ok(going)
    }

    async fn carry_out(&mut self, commands: Vec<Asked<Command>>) -> Result<(), RoomEnd> {
        if self.refusing_since.is_some() {
            for asked in commands {
                refuse(asked.mailbox.as_ref(), asked.id, Rejection::Storage);
            }
            return Ok(());
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
        if !events.is_empty()
            && let Err(error) = self.store.append(&events, now).await
        {
            return self.fail(error, answers).await;
        }
        metrics::counter!("tafelrunde_commands_total").increment(answers.len() as u64);
        self.release(changes, answers);
        Ok(())
    }

    /// The batch is durable: everybody may know.
    fn release(&mut self, mut changes: Changes, answers: Vec<(Arc<Mailbox>, Answer)>) {
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

    fn come_or_go(&mut self, message: RoomMessage) {
        let was_online = self.crowd.online();
        match message {
            RoomMessage::Attach(attach) => self.attach(attach),
            RoomMessage::Detach(participant, mailbox) => self.crowd.leave(participant, &mailbox),
            RoomMessage::Submit(_) | RoomMessage::Stop => unreachable!("sorted out before"),
        }
        if self.crowd.online() != was_online {
            self.publisher.touch([DocKey::Crowd]);
        }
        self.idle_since = match (self.crowd.is_empty(), self.idle_since) {
            (true, None) => Some(Instant::now()),
            (true, since) => since,
            (false, _) => None,
        };
    }

    fn attach(&mut self, attach: Attach) {
        let actor = self.cafe.authenticate(attach.role, attach.token);
        let attached = actor.map(|actor| Attached {
            actor,
            hub: self.hub.clone(),
            personal: match actor {
                Actor::Participant(token) => {
                    self.cafe.seated(&token).map(|id| personal_documents(&self.cafe, id)).unwrap_or_default()
                }
                Actor::Moderator | Actor::Screen => Default::default(),
            },
        });
        if let Some(actor) = actor {
            self.crowd.enter(actor.participant(), &attach.mailbox);
        }
        (attach.answer)(attached);
    }

    fn say_goodbye(&self, end: RoomEnd) {
        let reason = match end {
            RoomEnd::Stopped => ByeReason::Restart,
            RoomEnd::Unreadable => ByeReason::Reload,
            RoomEnd::StorageBroken => ByeReason::Storage,
        };
        self.crowd.dismiss(&Bye { reason, retry_ms: Some(RETRY_MS) });
    }
}

enum Going {
    On,
    Stop,
}

/// The receiving end of a room's inbox.
pub struct Inbox(mpsc::UnboundedReceiver<RoomMessage>);

fn refuse(mailbox: &Mailbox, id: CommandId, rejection: Rejection) {
    mailbox.answer(Answer { id, outcome: Outcome::Refused(rejection) });
    mailbox.deliver();
}
