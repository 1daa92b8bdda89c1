//! Journals of every format that was ever written stay readable, and lead to the state they led to.
//!
//! `journals/format-1.jsonl` holds one stored batch per line and has every event of that format in it. It is
//! never edited. `journals/format-1.state.json` is the state today; when its shape changes on purpose, raise
//! `SNAPSHOT_FORMAT` and rewrite it with `UPDATE_STATES=1`.

use serde_json::Value;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use tafelrunde::journal::Seq;
use tafelrunde::room::loading::{SNAPSHOT_FORMAT, pack};
use tafelrunde_core::apply::replay;
use tafelrunde_core::event::{Event, decode};
use tafelrunde_core::recount::discrepancies;

/// All events of format 1. A later event goes into the file of a later format.
const EVENTS: [&str; 22] = [
    "ballot_cast",
    "ballot_withdrawn",
    "cafe_created",
    "command_taken",
    "participant_joined",
    "poll_closed",
    "poll_deleted",
    "poll_drafted",
    "poll_opened",
    "poll_revealed",
    "profile_changed",
    "proposals_set",
    "scene_shown",
    "slot_entered",
    "topic_ballot_cast",
    "topic_edited",
    "topic_hidden",
    "topic_merged",
    "topic_proposed",
    "topic_split",
    "topic_unhidden",
    "topic_vote_set",
];

fn path(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("journals").join(name)
}

fn stored() -> Vec<String> {
    let text = fs::read_to_string(path("format-1.jsonl")).unwrap();
    text.lines().map(str::to_owned).collect()
}

#[test]
fn every_event_of_format_1_is_in_the_stored_journal() {
    let mut found = BTreeSet::new();
    for line in stored() {
        let events: Vec<Value> = serde_json::from_str(&line).unwrap();
        for event in events {
            found.extend(event.as_object().into_iter().flatten().map(|(name, _)| name.clone()));
        }
    }
    assert_eq!(found.iter().map(String::as_str).collect::<Vec<_>>(), EVENTS);
}

#[test]
fn a_journal_of_format_1_leads_to_the_state_it_led_to() {
    let read = |line: &String| decode(1, line.as_bytes()).unwrap();
    let events: Vec<Event> = stored().iter().flat_map(read).collect();
    let cafe = replay(&events).unwrap();
    assert_eq!(discrepancies(&cafe), []);
    let state: Value = serde_json::from_slice(&pack(&cafe, Seq::FIRST).state).unwrap();
    let file = path("format-1.state.json");
    if std::env::var_os("UPDATE_STATES").is_some() {
        fs::write(&file, format!("{state:#}\n")).unwrap();
    }
    let expected: Value = serde_json::from_str(&fs::read_to_string(&file).unwrap()).unwrap();
    assert_eq!(expected["format"], SNAPSHOT_FORMAT, "the stored state is of another snapshot format");
    assert!(
        expected == state,
        "the state has another shape or content: raise SNAPSHOT_FORMAT, UPDATE_STATES=1"
    );
}
