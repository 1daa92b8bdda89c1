//! How cafés come into memory.

use super::*;
use crate::config::{Config, Options};
use crate::create::create;
use crate::health::Health;
use crate::hub::bell::Bell;
use crate::journal::memory::MemoryJournal;
use crate::journal::{Batch, Journal, Seq, begin_append};
use crate::room::turner::Turners;
use crate::template;
use tafelrunde_core::event::{Event, FORMAT, encode};
use tafelrunde_protocol::ids::{PollId, Timestamp};
use tokio::runtime::Handle;

fn registry(journal: &Arc<MemoryJournal>) -> Arc<Registry> {
    let config = Config::try_from(Options::default()).unwrap().room;
    let journal: Arc<dyn Journal> = journal.clone();
    Registry::new(RoomContext {
        turners: Turners::start(2, &journal, &Handle::current()),
        journal,
        health: Arc::new(Health::default()),
        config,
        runtime: Handle::current(),
    })
}

fn new_cafe(journal: &MemoryJournal) -> CafeCode {
    create(journal, template::parse("[event]\ntitle = 'Testtag'").unwrap(), "").unwrap().code
}

#[tokio::test(flavor = "multi_thread")]
async fn a_cafe_is_loaded_once_however_many_ask_at_the_same_time() {
    let journal = Arc::new(MemoryJournal::default());
    let code = new_cafe(&journal);
    let registry = registry(&journal);
    let asking: Vec<_> = (0..50)
        .map(|_| {
            let (registry, code) = (registry.clone(), code.clone());
            tokio::spawn(async move { registry.room(&code).await.unwrap() })
        })
        .collect();
    let first = registry.room(&code).await.unwrap();
    for asked in asking {
        assert!(asked.await.unwrap().is_same(&first));
    }
    assert_eq!(registry.len(), 1);
}

#[tokio::test]
async fn an_unknown_code_leaves_nothing_behind() {
    let registry = registry(&Arc::new(MemoryJournal::default()));
    let code = CafeCode::parse("ZZZZZZ").unwrap();
    assert!(matches!(registry.room(&code).await, Err(EnterError::Unknown)));
    assert!(registry.is_empty());
}

#[tokio::test]
async fn a_broken_journal_closes_its_own_cafe_only() {
    let journal = Arc::new(MemoryJournal::default());
    let (broken, sound) = (new_cafe(&journal), new_cafe(&journal));
    let cafe = journal.find(&broken).unwrap().unwrap();
    let events = encode(&[Event::PollClosed { poll: PollId::new("never-drafted").unwrap() }]);
    let batch = Batch { seq: Seq(2), at: Timestamp(0), format: FORMAT, events };
    begin_append(journal.as_ref(), cafe, batch).await.unwrap().remove(0).unwrap();

    let registry = registry(&journal);
    assert!(matches!(registry.room(&broken).await, Err(EnterError::Unavailable)));
    assert!(registry.room(&sound).await.is_ok());
}

#[tokio::test]
async fn a_room_that_has_ended_is_loaded_again() {
    let journal = Arc::new(MemoryJournal::default());
    let code = new_cafe(&journal);
    let registry = registry(&journal);
    let first = registry.room(&code).await.unwrap();
    let token = secrets::hash(&secrets::new_token()).unwrap();
    let mailbox = Arc::new(Mailbox::new(Bell::Task(Arc::default())));
    first.stop();
    while first.attach(Role::Participant, token, mailbox.clone()).await.is_ok() {}
    let (second, ..) = registry.enter(&code, Role::Participant, token, &mailbox).await.unwrap();
    assert!(!second.is_same(&first));
}
