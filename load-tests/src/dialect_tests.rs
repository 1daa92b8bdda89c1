//! Tests of the dialects: what they write by hand is what the protocol's own types say.

use super::*;
use tafelrunde_protocol::ids::{OptionId, Revision};

fn tafelrunde(cafes: usize) -> Tafelrunde {
    let cafe = || NewCafe {
        code: "ABCDEF".to_owned(),
        moderator_token: "m".repeat(43),
        screen_token: "s".repeat(43),
    };
    Tafelrunde::new((0..cafes).map(|_| cafe()).collect(), Results::OnReveal)
}

#[test]
fn a_request_is_a_ballot_of_the_size_that_figures_are_told_for() {
    let request = tafelrunde(1).request(1, 7);
    let ClientMessage::Command(message) = serde_json::from_slice(&request).expect("a message") else {
        panic!("no command");
    };
    assert_eq!(message.id.as_str(), "v000000000000000007");
    let poll = PollId::new("load").expect("an id");
    let expected = Command::CastBallot { poll, choices: vec![OptionId(3)], revision: Revision(7) };
    assert_eq!(message.command, expected);
    assert!((100..=120).contains(&request.len()), "{}", request.len());
}

#[test]
fn lines_are_moderators_first_and_phones_then() {
    let dialect = tafelrunde(2);
    let role = |line| match serde_json::from_slice(&dialect.greeting(line)) {
        Ok(ClientMessage::Hello(hello)) => hello.role,
        other => panic!("no hello: {other:?}"),
    };
    assert_eq!([0, 1, 2].map(role), [Role::Moderator, Role::Moderator, Role::Participant]);
}

#[test]
fn messages_are_told_apart_by_their_key() {
    let dialect = tafelrunde(1);
    assert_eq!(dialect.hear(br#"{"ack":{"id":"v1"}}"#), Heard::Ack);
    assert_eq!(dialect.hear(br#"{"update":{"from":1,"version":2,"docs":{}}}"#), Heard::Delivery);
    assert_eq!(dialect.hear(br#"{"rejected":{"id":"v1","why":"poll_closed"}}"#), Heard::Refused);
    assert_eq!(dialect.hear(br#"{"clock":{}}"#), Heard::Other);
}

#[test]
fn raw_messages_are_deliveries_or_acknowledgements() {
    assert_eq!(Raw.hear(&raw_messages::broadcast()), Heard::Delivery);
    assert_eq!(Raw.hear(raw_messages::ACK), Heard::Ack);
}
