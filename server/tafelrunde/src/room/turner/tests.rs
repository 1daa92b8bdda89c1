//! Many rooms, one turner: what happens to one is no matter for the others.

use super::*;
use crate::config::{Config, Options};
use crate::create::create;
use crate::health::Health;
use crate::hub::bell::Bell;
use crate::hub::mailbox::{Answer, Mailbox, Outcome};
use crate::journal::memory::MemoryJournal;
use crate::journal::{Batch, CafeKey, CreateError, ReadError, Seq, Snapshot, begin_append};
use crate::room::{Presence, RoomContext, RoomHandle, Submission, Wish, loading, submit_all};
use crate::{secrets, template};
use std::sync::Mutex;
use tafelrunde_core::actor::{Actor, TokenHash};
use tafelrunde_core::event::{Event, FORMAT, encode};
use tafelrunde_protocol::command::{Command, Phase, Profile};
use tafelrunde_protocol::ids::{CafeCode, CommandId, Timestamp};
use tafelrunde_protocol::message::Role;
use tafelrunde_protocol::rejection::Rejection;
use tokio::sync::Notify;

/// A journal that stores when it is told to.
#[derive(Default)]
struct SlowJournal {
    memory: MemoryJournal,
    is_slow: Mutex<bool>,
    held: Mutex<Vec<Appends>>,
}

impl SlowJournal {
    /// Holds back what comes from now on.
    fn hold(&self) {
        *self.is_slow.lock().unwrap() = true;
    }

    /// Stores what was held back; tells how many batches came together each time.
    fn let_go(&self) -> Vec<usize> {
        *self.is_slow.lock().unwrap() = false;
        let held = std::mem::take(&mut *self.held.lock().unwrap());
        let sizes = held.iter().map(|appends| appends.batches.len()).collect();
        held.into_iter().for_each(|appends| self.memory.append(appends));
        sizes
    }
}

impl Journal for SlowJournal {
    fn create(&self, code: &CafeCode, first: Batch) -> Result<CafeKey, CreateError> {
        self.memory.create(code, first)
    }

    fn find(&self, code: &CafeCode) -> Result<Option<CafeKey>, ReadError> {
        self.memory.find(code)
    }

    fn cafes(&self) -> Result<Vec<(CafeCode, CafeKey)>, ReadError> {
        self.memory.cafes()
    }

    fn append(&self, appends: Appends) {
        if *self.is_slow.lock().unwrap() {
            self.held.lock().unwrap().push(appends);
        } else {
            self.memory.append(appends);
        }
    }

    fn probe(&self) -> Result<(), AppendError> {
        self.memory.probe()
    }

    fn read(
        &self,
        cafe: CafeKey,
        from: Seq,
        visit: &mut dyn FnMut(Batch) -> Result<(), ReadError>,
    ) -> Result<(), ReadError> {
        self.memory.read(cafe, from, visit)
    }

    fn snapshot(&self, cafe: CafeKey) -> Option<Snapshot> {
        self.memory.snapshot(cafe)
    }

    fn keep_snapshot(&self, cafe: CafeKey, snapshot: Snapshot) -> std::io::Result<()> {
        self.memory.keep_snapshot(cafe, snapshot)
    }
}

/// A café with one phone.
struct Table {
    key: CafeKey,
    room: RoomHandle,
    ended: oneshot::Receiver<RoomEnd>,
    token: TokenHash,
    mailbox: Arc<Mailbox>,
    news: Arc<Notify>,
    answers: Mutex<VecDeque<Answer>>,
    _presence: Presence,
}

impl Table {
    fn wish(&self, id: &str) -> Submission {
        Submission {
            actor: Actor::Participant(self.token),
            id: CommandId::new(id).unwrap(),
            wish: Wish::Command(Command::Join(Profile::default())),
            mailbox: self.mailbox.clone(),
        }
    }

    /// Waits for the next answer.
    async fn outcome(&self) -> Outcome {
        loop {
            let answers = self.mailbox.take().map(|letters| letters.answers).unwrap_or_default();
            self.answers.lock().unwrap().extend(answers);
            if let Some(answer) = self.answers.lock().unwrap().pop_front() {
                return answer.outcome;
            }
            self.news.notified().await;
        }
    }

    async fn join(&self) -> Outcome {
        self.room.submit(vec![self.wish("join")]);
        self.outcome().await
    }
}

/// Cafés that are all turned by the same turner.
async fn tables<const COUNT: usize>() -> (Arc<SlowJournal>, [Table; COUNT]) {
    let journal = Arc::new(SlowJournal::default());
    let shared: Arc<dyn Journal> = journal.clone();
    let ctx = RoomContext {
        turners: Turners::start(1, &shared, &Handle::current()),
        journal: shared,
        health: Arc::new(Health::default()),
        config: Config::try_from(Options::default()).unwrap().room,
        runtime: Handle::current(),
    };
    let mut tables = Vec::new();
    for _ in 0..COUNT {
        create(journal.as_ref(), template::parse("[event]\ntitle = 'Testtag'").unwrap(), "").unwrap();
        let key = journal.cafes().unwrap().last().unwrap().1;
        let loaded = loading::load(journal.as_ref(), key).unwrap();
        let (room, handle) = Room::new(key, loaded, "epoch", ctx.clone());
        let ended = room.begin();
        let token = secrets::hash(&secrets::new_token()).unwrap();
        let news = Arc::new(Notify::new());
        let mailbox = Arc::new(Mailbox::new(Bell::Task(news.clone())));
        let attached = handle.attach(Role::Participant, token, mailbox.clone()).await.unwrap();
        let (_, presence) = attached.unwrap();
        tables.push(Table {
            key,
            room: handle,
            ended,
            token,
            mailbox,
            news,
            answers: Mutex::default(),
            _presence: presence,
        });
    }
    (journal, tables.try_into().ok().unwrap())
}

/// Another process writes where the room believes to be alone.
async fn forestall(journal: &SlowJournal, cafe: CafeKey, event: Event) {
    let batch = Batch { seq: Seq(2), at: Timestamp(0), format: FORMAT, events: encode(&[event]) };
    begin_append(journal, cafe, batch).await.unwrap().remove(0).unwrap();
}

#[tokio::test(start_paused = true)]
async fn what_comes_together_is_stored_together() {
    let (journal, tables) = tables::<3>().await;
    journal.hold();
    submit_all(tables.iter().map(|table| (&table.room, vec![table.wish("a"), table.wish("b")])));
    tokio::time::sleep(Duration::from_secs(1)).await;
    assert!(tables.iter().all(|table| table.mailbox.take().is_none()));
    assert_eq!(journal.let_go(), [3]);
    for table in &tables {
        assert_eq!(table.outcome().await, Outcome::Stored);
    }
}

#[tokio::test(start_paused = true)]
async fn while_one_room_waits_for_the_journal_another_is_turned() {
    let (journal, [first, second]) = tables().await;
    journal.hold();
    first.room.submit(vec![first.wish("a")]);
    tokio::time::sleep(Duration::from_secs(1)).await;
    first.room.submit(vec![first.wish("b")]);
    second.room.submit(vec![second.wish("c")]);
    tokio::time::sleep(Duration::from_secs(1)).await;
    // The second command of the first room waits for its first.
    assert_eq!(journal.let_go(), [1, 1]);
    assert_eq!(first.outcome().await, Outcome::Stored);
    assert_eq!(second.outcome().await, Outcome::Stored);
    assert_eq!(first.outcome().await, Outcome::Stored);
}

#[tokio::test(start_paused = true)]
async fn a_room_that_panics_takes_no_other_with_it() {
    let (_journal, [first, second]) = tables().await;
    let knocked = first.room.knock(Role::Screen, first.token, first.mailbox.clone(), |_| panic!("a fault"));
    assert!(first.ended.await.is_err());
    drop(knocked);
    first.room.submit(vec![Submission { mailbox: second.mailbox.clone(), ..second.wish("lost") }]);
    assert_eq!(second.outcome().await, Outcome::Refused(Rejection::TryAgain));
    assert_eq!(second.join().await, Outcome::Stored);
}

#[tokio::test(start_paused = true)]
async fn a_batch_that_was_forestalled_is_no_matter_for_those_beside_it() {
    let (journal, [first, second]) = tables().await;
    forestall(&journal, first.key, Event::TopicVoteSet { phase: Phase::Open }).await;
    submit_all([&first, &second].map(|table| (&table.room, vec![table.wish("join")])));
    assert_eq!(first.outcome().await, Outcome::Refused(Rejection::TryAgain));
    assert_eq!(second.outcome().await, Outcome::Stored);
    // It has read what the other wrote, and writes after it.
    assert_eq!(first.join().await, Outcome::Stored);
}

#[tokio::test(start_paused = true)]
async fn a_cafe_that_cannot_be_read_again_ends_alone() {
    let (journal, [first, second]) = tables().await;
    let nowhere = tafelrunde_protocol::ids::PollId::new("never-drafted").unwrap();
    forestall(&journal, first.key, Event::PollClosed { poll: nowhere }).await;
    assert_eq!(first.join().await, Outcome::Refused(Rejection::TryAgain));
    assert_eq!(first.ended.await, Ok(RoomEnd::Unreadable));
    assert_eq!(second.join().await, Outcome::Stored);
}

#[tokio::test(start_paused = true)]
async fn a_storage_that_is_broken_ends_every_room_that_writes() {
    let (journal, tables) = tables::<2>().await;
    journal.memory.fail_with(Some(AppendError::Broken("gone".into())));
    submit_all(tables.iter().map(|table| (&table.room, vec![table.wish("join")])));
    for table in tables {
        assert_eq!(table.outcome().await, Outcome::Refused(Rejection::Storage));
        assert_eq!(table.ended.await, Ok(RoomEnd::StorageBroken));
    }
}

#[tokio::test(start_paused = true)]
async fn a_storage_that_refused_is_tried_until_it_works() {
    let (journal, [first, second]) = tables().await;
    journal.memory.fail_with(Some(AppendError::Refused("full".into())));
    assert_eq!(first.join().await, Outcome::Refused(Rejection::Storage));
    assert_eq!(second.join().await, Outcome::Refused(Rejection::Storage));
    journal.memory.fail_with(None);
    while first.join().await != Outcome::Stored {
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    assert_eq!(second.join().await, Outcome::Stored);
}

#[tokio::test(start_paused = true)]
async fn a_room_that_is_told_to_stop_stores_what_waits_and_takes_no_more() {
    let (journal, [first]) = tables().await;
    journal.hold();
    first.room.submit(vec![first.wish("before")]);
    first.room.stop();
    tokio::time::sleep(Duration::from_secs(1)).await;
    journal.let_go();
    assert_eq!(first.outcome().await, Outcome::Stored);
    let Table { ended, room, .. } = first;
    assert_eq!(ended.await, Ok(RoomEnd::Stopped));
    let mailbox = Arc::new(Mailbox::new(Bell::Task(Arc::default())));
    room.submit(vec![Submission {
        actor: Actor::Screen,
        id: CommandId::new("after").unwrap(),
        wish: Wish::Command(Command::Join(Profile::default())),
        mailbox: mailbox.clone(),
    }]);
    tokio::time::sleep(Duration::from_secs(1)).await;
    assert_eq!(mailbox.take().unwrap().answers[0].outcome, Outcome::Refused(Rejection::TryAgain));
}
