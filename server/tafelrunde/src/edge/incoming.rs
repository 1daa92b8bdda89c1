//! Reads a client's message. The common case is one pass; only a message that cannot be read is looked at
//! again, to name the field and, if possible, to answer under the command's own id.

use serde_json::Value;
use tafelrunde_protocol::ids::CommandId;
use tafelrunde_protocol::limits::{MESSAGE_BYTES_MAX, MODERATOR_MESSAGE_BYTES_MAX};
use tafelrunde_protocol::message::{ClientMessage, ErrorCode, ProtocolError, Rejected, Role};
use tafelrunde_protocol::rejection::Rejection;

/// The reason echoes what was sent; it need not echo all of it.
const REASON_CHARS_MAX: usize = 200;

/// Why a message was not read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unreadable {
    /// It was a command or a query whose id is known.
    Command(Rejected),
    /// Anything else.
    Message(ProtocolError),
}

/// The largest message of a role, in bytes.
pub fn message_bytes_max(role: Role) -> usize {
    match role {
        Role::Participant | Role::Screen => MESSAGE_BYTES_MAX,
        Role::Moderator => MODERATOR_MESSAGE_BYTES_MAX,
    }
}

/// Reads a message of at most `bytes_max` bytes.
pub fn read(text: &str, bytes_max: usize) -> Result<ClientMessage, Unreadable> {
    if text.len() > bytes_max {
        return Err(Unreadable::Message(too_large(bytes_max)));
    }
    serde_json::from_str(text).map_err(|_| explain(text))
}

/// The error for a message over the limit.
pub fn too_large(bytes_max: usize) -> ProtocolError {
    ProtocolError {
        code: ErrorCode::MessageTooLarge,
        field: String::new(),
        limit: u32::try_from(bytes_max).ok(),
        reason: format!("a message has at most {bytes_max} bytes"),
    }
}

/// The error for what is no message at all.
pub fn malformed(reason: &str) -> ProtocolError {
    ProtocolError { code: ErrorCode::Malformed, field: String::new(), limit: None, reason: reason.into() }
}

fn explain(text: &str) -> Unreadable {
    let mut deserializer = serde_json::Deserializer::from_str(text);
    let (field, reason) = match serde_path_to_error::deserialize::<_, ClientMessage>(&mut deserializer) {
        Ok(_) => (String::new(), "there is something after the message".to_owned()),
        Err(error) => (error.path().to_string(), error.inner().to_string()),
    };
    let reason = reason.chars().take(REASON_CHARS_MAX).collect();
    match command_id(text) {
        Some(id) => Unreadable::Command(Rejected { id, why: Rejection::Malformed { field, reason } }),
        None => Unreadable::Message(ProtocolError { code: ErrorCode::Malformed, field, limit: None, reason }),
    }
}

fn command_id(text: &str) -> Option<CommandId> {
    let message: Value = serde_json::from_str(text).ok()?;
    let wish = message.get("command").or_else(|| message.get("query"))?;
    CommandId::new(wish.get("id")?.as_str()?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn why(text: &str) -> (String, String) {
        match read(text, 4096).unwrap_err() {
            Unreadable::Command(Rejected { id, why: Rejection::Malformed { field, .. } }) => {
                (id.to_string(), field)
            }
            Unreadable::Message(error) => (format!("{:?}", error.code), error.field),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn a_wrong_field_is_named_under_the_commands_id() {
        let text =
            r#"{"command":{"id":"c1","do":{"cast_ballot":{"poll":"p1","choices":["x"],"revision":1}}}}"#;
        assert_eq!(why(text), ("c1".into(), "command.do.cast_ballot.choices[0]".into()));
    }

    #[test]
    fn a_query_that_cannot_be_read_is_answered_under_its_id() {
        let text = r#"{"query":{"id":"q1","ask":{"similar_topics":{"title":7}}}}"#;
        assert_eq!(why(text), ("q1".into(), "query.ask.similar_topics.title".into()));
    }

    #[test]
    fn an_unknown_field_is_refused() {
        let text = r#"{"command":{"id":"c1","do":{"hide_topic":{"topic":"t1","force":true}}}}"#;
        assert_eq!(why(text), ("c1".into(), "command.do.hide_topic.force".into()));
    }

    #[test]
    fn what_is_no_json_has_no_field() {
        assert_eq!(why("{"), ("Malformed".into(), ".".into()));
    }

    #[test]
    fn a_message_over_the_limit_names_the_limit() {
        let Unreadable::Message(error) = read("{}    ", 5).unwrap_err() else { panic!("no command") };
        assert_eq!((error.code, error.limit), (ErrorCode::MessageTooLarge, Some(5)));
    }

    #[test]
    fn something_after_the_message_is_refused() {
        assert_eq!(why(r#"{"clock":{"sent":1}} x"#), ("Malformed".into(), "".into()));
    }
}
