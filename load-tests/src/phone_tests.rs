//! Tests of what a phone reads out of messages.

use super::*;

#[test]
fn a_notice_tells_when_it_was_sent() {
    let stage = |phones: &str| {
        format!(
            r#"{{"slot":null,"slot_began_at":null,"slot_ends_at":null,"wall":{{"kind":"lobby"}},"phones":{phones}}}"#
        )
    };
    let sent = |phones: &str| notice_sent(&stage(phones));
    assert_eq!(sent(r#"{"kind":"notice","text":"sent 1500 ......"}"#), Some(Duration::from_micros(1_500)));
    assert_eq!(sent(r#"{"kind":"notice","text":"Lunch is ready"}"#), None);
    assert_eq!(sent(r#"{"kind":"blank"}"#), None);
}

#[test]
fn an_answer_is_matched_to_its_vote_whatever_the_order() {
    let now = Instant::now();
    let later = now + Duration::from_secs(1);
    let mut in_flight = vec![(0, now), (7, later)];
    assert_eq!(answered(&mut in_flight, "v7").ok(), Some(later));
    assert_eq!(answered(&mut in_flight, "v0").ok(), Some(now));
    assert!(answered(&mut in_flight, "v0").is_err());
}

#[test]
fn every_seat_has_a_token_of_its_own() {
    let (one, other) = (Seat::new(0), Seat::new(0));
    assert_eq!(one.token.len(), 43);
    assert_ne!(one.token, other.token);
}
