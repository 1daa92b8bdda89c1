//! What a restart reads.

use super::*;
use crate::create::create;
use crate::journal::memory::MemoryJournal;
use crate::journal::{Snapshot, begin_append};
use crate::room::storing::take_snapshot;
use crate::template;
use tafelrunde_core::event::{Event, FORMAT, encode};
use tafelrunde_protocol::command::Phase;
use tafelrunde_protocol::ids::Timestamp;
use tafelrunde_protocol::topic::Proposals;

fn cafe() -> (MemoryJournal, CafeKey) {
    let journal = MemoryJournal::default();
    let template = template::parse("[event]\ntitle = 'Testtag'").unwrap();
    create(&journal, template, "").unwrap();
    let key = journal.cafes().unwrap()[0].1;
    (journal, key)
}

fn append(journal: &MemoryJournal, cafe: CafeKey, seq: u64, events: Vec<u8>) {
    let batch = Batch { seq: Seq(seq), at: Timestamp(0), format: FORMAT, events };
    begin_append(journal, cafe, batch).blocking_recv().unwrap().remove(0).unwrap();
}

fn vote(phase: Phase) -> Vec<u8> {
    encode(&[Event::TopicVoteSet { phase }])
}

#[test]
fn a_restart_reads_only_what_came_after_the_snapshot() {
    let (journal, key) = cafe();
    append(&journal, key, 2, vote(Phase::Open));
    append(&journal, key, 3, vote(Phase::Closed));
    take_snapshot(&journal, key).unwrap();
    append(&journal, key, 4, vote(Phase::Revealed));
    let loaded = load(&journal, key).unwrap();
    assert_eq!((loaded.replayed, loaded.last), (1, Seq(4)));
    let from_events = load_from_events(&journal, key).unwrap();
    assert!(from_events.replayed > 3);
    assert!(loaded.cafe == from_events.cafe);
}

#[test]
fn a_snapshot_of_another_shape_is_passed_over() {
    let (journal, key) = cafe();
    append(&journal, key, 2, vote(Phase::Open));
    for state in ["{}", r#"{"format":0,"cafe":{}}"#, "not json"] {
        journal.keep_snapshot(key, Snapshot { seq: Seq(2), state: state.into() }).unwrap();
        let loaded = load(&journal, key).unwrap();
        assert_eq!((loaded.cafe.topics.vote, loaded.last), (Phase::Open, Seq(2)));
    }
}

#[test]
fn a_batch_that_cannot_be_read_is_named_and_nothing_after_it_is_taken() {
    let (journal, key) = cafe();
    append(&journal, key, 2, b"[{\"something_else\":{}}]".to_vec());
    append(&journal, key, 3, encode(&[Event::ProposalsSet { proposals: Proposals::Open }]));
    let Err(error) = load(&journal, key) else { panic!("an unknown event is not passed over") };
    assert!(error.to_string().starts_with("batch 2 cannot be read"), "{error}");
}
