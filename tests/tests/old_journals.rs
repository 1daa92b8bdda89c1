//! Journals of every format that was ever written stay readable, and lead to the state they led to.
//!
//! `journals/format-N.jsonl` holds one stored batch per line and has every event that came with that format in it.
//! It is never edited. `journals/format-N.state.json` is the state today; when its shape changes on purpose, raise
//! `SNAPSHOT_FORMAT` and rewrite it with `UPDATE_STATES=1`.

use serde_json::Value;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use tafelrunde::journal::Seq;
use tafelrunde::room::loading::{SNAPSHOT_FORMAT, pack};
use tafelrunde_core::apply::replay;
use tafelrunde_core::event::{Event, FORMAT, decode};
use tafelrunde_core::recount::discrepancies;

/// The events that came with each format. A later event goes into the file of a later format.
const EVENTS: [&[&str]; 2] = [
    &[
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
    ],
    &[
        "glossary_set",
        "hands_set",
        "lot_drawn",
        "selection_adopted",
        "selection_retracted",
        "selection_terms_set",
        "topic_held",
        "topic_released",
        "topic_rules_set",
        "topics_skipped",
        "topics_told_apart",
    ],
];

fn path(format: u16, end: &str) -> PathBuf {
    let name = format!("format-{format}.{end}");
    Path::new(env!("CARGO_MANIFEST_DIR")).join("journals").join(name)
}

fn stored(format: u16) -> Vec<String> {
    let text = fs::read_to_string(path(format, "jsonl")).unwrap();
    text.lines().map(str::to_owned).collect()
}

#[test]
fn every_event_of_every_format_is_in_a_stored_journal() {
    assert_eq!(EVENTS.len(), usize::from(FORMAT));
    for (format, events) in (1..).zip(EVENTS) {
        let mut found = BTreeSet::new();
        for line in stored(format) {
            let batch: Vec<Value> = serde_json::from_str(&line).unwrap();
            for event in batch {
                // An event without content is written as its name alone.
                let name = event.as_str().map(str::to_owned);
                let named = event.as_object().into_iter().flatten().map(|(name, _)| name.clone());
                found.extend(named.chain(name));
            }
        }
        let missing: Vec<_> = events.iter().filter(|event| !found.contains(**event)).collect();
        assert!(missing.is_empty(), "format {format}: {missing:?}");
        let known: BTreeSet<&str> = EVENTS.iter().take(format.into()).copied().flatten().copied().collect();
        let unknown: Vec<_> = found.iter().filter(|event| !known.contains(event.as_str())).collect();
        assert!(unknown.is_empty(), "later than format {format}: {unknown:?}");
    }
}

#[test]
fn a_journal_of_every_format_leads_to_the_state_it_led_to() {
    for format in 1..=FORMAT {
        let read = |line: &String| decode(format, line.as_bytes()).unwrap();
        let events: Vec<Event> = stored(format).iter().flat_map(read).collect();
        let cafe = replay(&events).unwrap();
        assert_eq!(discrepancies(&cafe), []);
        let state: Value = serde_json::from_slice(&pack(&cafe, Seq::FIRST).state).unwrap();
        let file = path(format, "state.json");
        if std::env::var_os("UPDATE_STATES").is_some() {
            fs::write(&file, format!("{state:#}\n")).unwrap();
        }
        let expected: Value = serde_json::from_str(&fs::read_to_string(&file).unwrap()).unwrap();
        assert_eq!(expected["format"], SNAPSHOT_FORMAT, "the stored state is of another snapshot format");
        assert!(
            expected == state,
            "format {format}: the state has another shape or content: raise SNAPSHOT_FORMAT, UPDATE_STATES=1"
        );
    }
}
