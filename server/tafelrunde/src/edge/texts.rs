//! Messages as text. Documents are JSON already, so messages that carry them are put together, not encoded.

use serde::Serialize;
use std::collections::BTreeMap;
use tafelrunde_core::project::Json;
use tafelrunde_protocol::message::{Ack, Bye, Clock, ProtocolError, Rejected, ServerMessage};
use tokio_tungstenite::tungstenite::Utf8Bytes;

use crate::clock;
use crate::hub::mailbox::Answer;

/// One message.
pub fn text(message: &impl Serialize) -> String {
    serde_json::to_string(message).expect("messages have string keys and finite numbers only")
}

/// The server's time.
pub fn clock(sent: i64) -> String {
    text(&ServerMessage::<()>::Clock(Clock { sent, now: clock::now() }))
}

/// A message that cannot be taken.
pub fn error(error: ProtocolError) -> String {
    text(&ServerMessage::<()>::Error(error))
}

/// Farewell.
pub fn bye(bye: Bye) -> String {
    text(&ServerMessage::<()>::Bye(bye))
}

/// The answer to a command.
pub fn answer(answer: Answer) -> String {
    let Answer { id, outcome } = answer;
    match outcome {
        Ok(()) => text(&ServerMessage::<()>::Ack(Ack { id })),
        Err(why) => rejected(Rejected { id, why }),
    }
}

/// Why a command changed nothing.
pub fn rejected(rejected: Rejected) -> String {
    text(&ServerMessage::<()>::Rejected(rejected))
}

/// All documents of a person.
pub fn all_personal(documents: &BTreeMap<String, Json>) -> Utf8Bytes {
    let entries = documents.iter().map(|(key, document)| (key.as_str(), Some(document)));
    personal_text(entries, r#"},"all":true}}"#).into()
}

/// Changed documents of a person.
pub fn personal(documents: &BTreeMap<String, Option<Json>>) -> String {
    personal_text(documents.iter().map(|(key, document)| (key.as_str(), document.as_ref())), "}}}")
}

/// Keys are made of ids and need no escaping.
fn personal_text<'a>(documents: impl Iterator<Item = (&'a str, Option<&'a Json>)>, tail: &str) -> String {
    let mut text = String::from(r#"{"personal":{"docs":{"#);
    for (index, (key, document)) in documents.enumerate() {
        let comma = if index > 0 { "," } else { "" };
        text.push_str(comma);
        text.push('"');
        text.push_str(key);
        text.push_str("\":");
        text.push_str(document.map_or("null", |json| json));
    }
    text.push_str(tail);
    text
}
