//! When a snapshot is made.

use super::*;
use crate::config::{Config, Options};
use crate::create::create;
use crate::health::Health;
use crate::journal::begin_append;
use crate::journal::memory::MemoryJournal;
use crate::room::turner::Turners;
use crate::room::{Room, RoomContext};
use crate::template;
use tafelrunde_protocol::command::Phase;
use tokio::runtime::Handle;
use tokio::time::advance;

fn cafe() -> (Arc<MemoryJournal>, CafeKey) {
    let journal = Arc::new(MemoryJournal::default());
    create(journal.as_ref(), template::parse("[event]\ntitle = 'Testtag'").unwrap(), "").unwrap();
    let key = journal.cafes().unwrap()[0].1;
    (journal, key)
}

/// A store that has read so many events after the last snapshot.
fn store(journal: &Arc<MemoryJournal>, key: CafeKey, replayed: u64) -> Store {
    let loaded = Loaded { replayed, ..loading::load(journal.as_ref(), key).unwrap() };
    Store::new(key, loaded, journal.clone()).0
}

async fn append_one(store: &mut Store) {
    let Append { cafe, batch } =
        store.next_batch(&[Event::TopicVoteSet { phase: Phase::Open }], Timestamp(0));
    begin_append(store.journal.as_ref(), cafe, batch).await.unwrap().remove(0).unwrap();
    store.stored();
}

/// Everything else is in virtual time; the snapshot itself is made on a thread.
async fn snapshot(journal: &MemoryJournal, key: CafeKey) -> Seq {
    loop {
        if let Some(snapshot) = journal.snapshot(key) {
            return snapshot.seq;
        }
        tokio::task::yield_now().await;
    }
}

#[tokio::test(start_paused = true)]
async fn a_snapshot_waits_for_a_pause() {
    let (journal, key) = cafe();
    let mut store = store(&journal, key, 49_998);
    append_one(&mut store).await;
    assert_eq!(store.snapshot_due_at(), None);
    append_one(&mut store).await;
    assert_eq!(store.snapshot_due_at(), Some(Instant::now() + Duration::from_secs(2)));
    advance(Duration::from_secs(1)).await;
    append_one(&mut store).await;
    advance(Duration::from_millis(1_999)).await;
    store.begin_due_snapshot();
    assert!(store.snapshot_due_at().is_some());
    advance(Duration::from_millis(1)).await;
    store.begin_due_snapshot();
    assert_eq!(store.snapshot_due_at(), None);
    assert_eq!(snapshot(&journal, key).await, Seq(4));
}

#[tokio::test(start_paused = true)]
async fn after_half_a_million_events_a_snapshot_waits_no_longer() {
    let (journal, key) = cafe();
    let mut store = store(&journal, key, 499_999);
    append_one(&mut store).await;
    store.begin_due_snapshot();
    assert_eq!(store.snapshot_due_at(), None);
    assert_eq!(snapshot(&journal, key).await, Seq(2));
}

#[tokio::test(start_paused = true)]
async fn a_room_in_which_nothing_happens_makes_the_snapshot_that_is_due() {
    let (journal, key) = cafe();
    let loaded = Loaded { replayed: 50_000, ..loading::load(journal.as_ref(), key).unwrap() };
    let ctx = RoomContext {
        turners: Turners::start(1, &(journal.clone() as Arc<dyn Journal>), &Handle::current()),
        journal: journal.clone(),
        health: Arc::new(Health::default()),
        config: Config::try_from(Options::default()).unwrap().room,
        runtime: Handle::current(),
    };
    let (room, _handle) = Room::new(key, loaded, "epoch", ctx);
    let _end = room.begin();
    tokio::time::sleep(Duration::from_secs(1)).await;
    assert_eq!(journal.snapshot(key), None);
    tokio::time::sleep(Duration::from_secs(2)).await;
    assert_eq!(snapshot(&journal, key).await, Seq(1));
}
