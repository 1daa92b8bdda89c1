//! The hot functions: what every vote and every delivery passes. Each prepares the same, then does its thing so
//! often as it is told. No randomness, no unordered map: the same count in every run.

use std::hint::black_box;
use std::sync::Arc;
use tafelrunde_core::actor::{Actor, TokenHash};
use tafelrunde_core::apply::apply;
use tafelrunde_core::board::Board;
use tafelrunde_core::cafe::Cafe;
use tafelrunde_core::changes::{Changes, DocKey};
use tafelrunde_core::decide::{Context, decide};
use tafelrunde_core::event::{CafeCreated, Event, encode};
use tafelrunde_core::project::{Json, View, keys, project};
use tafelrunde_core::settings::Settings;
use tafelrunde_protocol::command::{Command, PollDraft, PollKind, Profile, Results};
use tafelrunde_protocol::ids::{CafeCode, CommandId, OptionId, PollId, Revision, Timestamp, Version};
use tafelrunde_protocol::message::{Ack, ClientMessage, Cursor, Role, ServerMessage};

/// One thing that is counted.
pub struct Function {
    pub name: &'static str,
    /// What one call is.
    pub unit: &'static str,
    pub run: fn(u32),
}

pub const FUNCTIONS: &[Function] = &[
    Function { name: "read_ballot", unit: "for a message", run: read_ballot },
    Function { name: "cast_ballot", unit: "for a vote of 10,000 people", run: cast_ballot },
    Function { name: "encode_events", unit: "for 256 ballots", run: encode_events },
    Function { name: "publish_tally", unit: "on a board of 200", run: publish_tally },
    Function { name: "board_since", unit: "for a cursor one behind", run: board_since },
    Function { name: "encode_ack", unit: "for an ack", run: encode_ack },
];

const PEOPLE: u32 = 10_000;
/// With the five documents that every café has for phones and one topic: 200 documents.
const POLLS: usize = 97;
const BOARD_DOCUMENTS: usize = 5 + 2 * POLLS + 1;
/// Ballots that the journal writes at once.
const BATCH: usize = 256;
const CTX: Context<'_> =
    Context { now: Timestamp(1_568_700_000_000), participants_max: PEOPLE, drawn: 0, selection: None };

fn read_ballot(times: u32) {
    let text = r#"{"command":{"id":"v000000000000000001","do":{"cast_ballot":{"poll":"load","choices":[1],"revision":1}}}}"#;
    for _ in 0..times {
        let message: ClientMessage = serde_json::from_str(black_box(text)).expect("a message");
        black_box(message);
    }
}

/// Everybody's first vote, decided and applied in batches as a room does.
fn cast_ballot(times: u32) {
    let mut cafe = cafe(PEOPLE, 1);
    let poll = poll_id(0);
    let id = command_id("v000000000000000001");
    let mut changes = Changes::default();
    for number in 0..times {
        let choices = vec![OptionId(u16::try_from(number % 4).unwrap_or_default())];
        let command = Command::CastBallot { poll: poll.clone(), choices, revision: Revision(1) };
        let events = decide(&cafe, CTX, Actor::Participant(token(number)), &id, black_box(command));
        for event in &events.expect("the poll is open") {
            apply(&mut cafe, event, &mut changes);
        }
        if number as usize % BATCH == BATCH - 1 {
            black_box(std::mem::take(&mut changes));
        }
    }
    black_box(cafe);
}

fn encode_events(times: u32) {
    let events: Vec<Event> = (0..).take(BATCH).map(ballot).collect();
    for _ in 0..times {
        black_box(encode(black_box(&events)));
    }
}

/// A count that changed goes on the phones' board. Two cafés take turns, so that it changes every time.
fn publish_tally(times: u32) {
    let one = cafe(BATCH as u32, POLLS);
    let mut other = one.clone();
    apply(&mut other, &ballot(0), &mut Changes::default());
    let mut board = board(&one);
    let key = DocKey::Tally(poll_id(0));
    for number in 0..times {
        let cafe = if number % 2 == 0 { &other } else { &one };
        let document = project(View { cafe, online: 0, selection: None }, Role::Participant, black_box(&key));
        let moved = board.publish([(Arc::from(key.to_string()), document)]);
        assert!(moved, "the count has changed");
    }
    black_box(board);
}

fn board_since(times: u32) {
    let mut board = board(&cafe(0, POLLS));
    board.publish([(Arc::from("tally/poll-0"), Some(Json::from(r#"{"counts":[1,0,0,0],"ballots":1}"#)))]);
    let cursor = Cursor { epoch: board.epoch().to_string(), version: Version(board.version().0 - 1) };
    for _ in 0..times {
        black_box(board.since(black_box(Some(&cursor))));
    }
}

fn encode_ack(times: u32) {
    let id = command_id("v000000000000000001");
    for _ in 0..times {
        let message = ServerMessage::<()>::Ack(Ack { id: id.clone() });
        black_box(serde_json::to_string(black_box(&message)).expect("JSON"));
    }
}

/// A café with so many people and open polls whose counts are shown while people vote.
fn cafe(people: u32, polls: usize) -> Cafe {
    let token_of_nobody = TokenHash([0; 32]);
    let mut cafe = Cafe::new(CafeCreated {
        code: CafeCode::parse("ABCDEF").expect("the form of a code"),
        at: Timestamp(0),
        moderator_token: token_of_nobody,
        screen_token: token_of_nobody,
        settings: settings(),
    });
    let joined = (0..people).map(|number| Event::ParticipantJoined {
        participant: token(number).participant(),
        token: token(number),
        profile: Profile::default(),
    });
    let drafted = (0..polls).map(|number| Event::PollDrafted { poll: poll_id(number), draft: draft() });
    let opened = (0..polls).map(|number| Event::PollOpened { poll: poll_id(number), closes_at: None });
    for event in joined.chain(drafted).chain(opened) {
        apply(&mut cafe, &event, &mut Changes::default());
    }
    cafe
}

fn settings() -> Settings {
    Settings {
        title: "Counted".to_owned(),
        title_en: String::new(),
        date: String::new(),
        venue: String::new(),
        time_zone: "Europe/Berlin".to_owned(),
        themes: Vec::new(),
        organisations: Vec::new(),
        slots: Vec::new(),
    }
}

/// The phones' board of a café.
fn board(cafe: &Cafe) -> Board {
    let view = View { cafe, online: 0, selection: None };
    let documents: Vec<(Arc<str>, Option<Json>)> = keys(cafe)
        .iter()
        .map(|key| (Arc::from(key.to_string()), project(view, Role::Participant, key)))
        .filter(|(_, document)| document.is_some())
        .collect();
    assert_eq!(documents.len(), BOARD_DOCUMENTS, "the board has the size that is counted");
    let mut board = Board::new(Arc::from("counted"));
    board.publish(documents);
    board
}

fn draft() -> PollDraft {
    PollDraft {
        question: "Which answer?".to_owned(),
        options: (1..=4).map(|option| format!("Answer {option}")).collect(),
        kind: PollKind::Single,
        results: Results::Live,
    }
}

fn ballot(number: u32) -> Event {
    Event::BallotCast {
        poll: poll_id(0),
        participant: token(number).participant(),
        choices: vec![OptionId(1)],
        revision: Revision(1),
    }
}

/// Spread over all pseudonyms as hashes are, by the multiplier of Fibonacci hashing (Knuth, volume 3, 6.4).
fn token(number: u32) -> TokenHash {
    let spread = u64::from(number).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    let mut bytes = [0; 32];
    bytes[..8].copy_from_slice(&spread.to_be_bytes());
    TokenHash(bytes)
}

fn poll_id(number: usize) -> PollId {
    PollId::new(&format!("poll-{number}")).expect("the form of an id")
}

fn command_id(text: &str) -> CommandId {
    CommandId::new(text).expect("the form of an id")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everything_that_is_counted_can_be_done() {
        for function in FUNCTIONS {
            (function.run)(3);
        }
    }
}
