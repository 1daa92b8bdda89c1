//! Messages as text. Documents are JSON already, so messages that carry them are put together, not encoded.

use serde::Serialize;
use std::collections::BTreeMap;
use tafelrunde_core::project::Json;
use tafelrunde_protocol::message::{Ack, Bye, Clock, ProtocolError, Rejected, ServerMessage};

use crate::clock;
use crate::hub::mailbox::{Answer, Outcome, PersonalChange};

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

/// The answer to a command or a query.
pub fn answer(answer: &Answer) -> String {
    written(|out| write_answer(out, answer))
}

/// Adds the answer to a command or a query.
pub fn write_answer(out: &mut Vec<u8>, answer: &Answer) {
    let id = answer.id.clone();
    match &answer.outcome {
        Outcome::Stored => write(out, &ServerMessage::<()>::Ack(Ack { id })),
        // The answer is JSON already, and ids need no escaping.
        Outcome::Known(json) => {
            for part in [r#"{"answer":{"id":""#, id.as_str(), r#"","answer":"#, json, "}}"] {
                out.extend_from_slice(part.as_bytes());
            }
        }
        Outcome::Refused(why) => {
            write(out, &ServerMessage::<()>::Rejected(Rejected { id, why: why.clone() }))
        }
    }
}

fn write(out: &mut Vec<u8>, message: &impl Serialize) {
    serde_json::to_writer(out, message).expect("messages have string keys and finite numbers only");
}

fn written(write: impl FnOnce(&mut Vec<u8>)) -> String {
    let mut out = Vec::new();
    write(&mut out);
    String::from_utf8(out).expect("JSON is UTF-8")
}

/// Why a command changed nothing.
pub fn rejected(rejected: Rejected) -> String {
    text(&ServerMessage::<()>::Rejected(rejected))
}

/// All documents of a person.
pub fn all_personal(documents: &BTreeMap<String, Json>) -> String {
    let entries = documents.iter().map(|(key, document)| (key.as_str(), Some(document)));
    written(|out| write_documents(out, entries, r#"},"all":true}}"#))
}

/// Changed documents of a person.
pub fn personal(documents: &[PersonalChange]) -> String {
    written(|out| write_personal(out, documents))
}

/// Adds changed documents of a person.
pub fn write_personal(out: &mut Vec<u8>, documents: &[PersonalChange]) {
    let entries = documents.iter().map(|(key, document)| (key.as_str(), document.as_ref()));
    write_documents(out, entries, "}}}");
}

/// Keys are made of ids and need no escaping.
fn write_documents<'a>(
    out: &mut Vec<u8>,
    documents: impl Iterator<Item = (&'a str, Option<&'a Json>)>,
    tail: &str,
) {
    out.extend_from_slice(br#"{"personal":{"docs":{"#);
    for (index, (key, document)) in documents.enumerate() {
        let before: &[u8] = if index > 0 { b",\"" } else { b"\"" };
        let document = document.map_or("null", |json| json);
        for part in [before, key.as_bytes(), b"\":", document.as_bytes()] {
            out.extend_from_slice(part);
        }
    }
    out.extend_from_slice(tail.as_bytes());
}
