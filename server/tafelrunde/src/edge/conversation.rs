//! One client's conversation, whatever carries it: hello, commands in, answers and board changes out.
//! Knows no socket; `socket` and `exchange` do.

use serde::Serialize;
use std::collections::BTreeMap;
use std::sync::Arc;
use tafelrunde_core::actor::{Actor, TokenHash};
use tafelrunde_core::project::Json;
use tafelrunde_protocol::ids::{CommandId, Version};
use tafelrunde_protocol::limits::{IN_FLIGHT_MAX, PROTOCOL};
use tafelrunde_protocol::message::{
    Ack, Bye, ByeReason, Clock, CommandMessage, ErrorCode, Hello, ProtocolError, Rejected, Role,
    ServerMessage, Welcome, close_code,
};
use tafelrunde_protocol::rejection::Rejection;
use tokio::sync::watch;
use tokio_tungstenite::tungstenite::Utf8Bytes;

use super::Edge;
use crate::hub::Hub;
use crate::hub::mailbox::{Answer, Letters, Mailbox};
use crate::registry::EnterError;
use crate::room::{Attached, Presence, RETRY_MS, RoomHandle, Submission};
use crate::{clock, secrets};

/// One client's conversation.
pub struct Conversation {
    actor: Actor,
    room: RoomHandle,
    hub: Arc<Hub>,
    mailbox: Arc<Mailbox>,
    moved: watch::Receiver<Version>,
    version: Version,
    in_flight: usize,
    token: TokenHash,
    edge: Arc<Edge>,
    _presence: Presence,
}

/// A conversation and the first things to say.
pub struct Begun {
    /// The conversation.
    pub conversation: Conversation,
    /// The welcome.
    pub welcome: Utf8Bytes,
    /// The person's documents as they are now.
    pub personal: BTreeMap<String, Json>,
    /// The board: a snapshot, an update, or nothing.
    pub board: Option<Utf8Bytes>,
}

/// Why a hello was not accepted.
#[derive(Debug, Clone)]
pub struct Refusal {
    /// What is said.
    pub error: ProtocolError,
    /// How a socket is closed.
    pub close_code: u16,
    /// Whether coming back makes sense.
    pub retry_ms: Option<u32>,
}

/// What a conversation has to say now.
#[derive(Default)]
pub struct Outgoing {
    /// Frames in order.
    pub frames: Vec<Utf8Bytes>,
    /// The person's documents among them.
    pub personal: BTreeMap<String, Option<Json>>,
    /// The last frame; the conversation ends after it.
    pub bye: Option<Bye>,
}

impl Conversation {
    /// Accepts a hello, or says why not.
    pub async fn begin(edge: &Arc<Edge>, hello: &Hello) -> Result<Begun, Refusal> {
        if hello.protocol != PROTOCOL {
            let reason = format!("this server speaks protocol {PROTOCOL}");
            return Err(refusal(ErrorCode::UnsupportedProtocol, "hello.protocol", reason));
        }
        let token = secrets::hash(&hello.token).ok_or_else(|| {
            refusal(ErrorCode::BadToken, "hello.token", "a token has 22 to 64 characters of base64url".into())
        })?;
        let mailbox = Arc::new(Mailbox::default());
        let entered = edge.services.registry.enter(&hello.cafe, hello.role, token, &mailbox).await;
        let (room, attached, presence) = entered.map_err(not_entered)?;
        let Attached { actor, hub, mut personal } = attached;
        // Watching begins before the board is read: a change in between wakes, it is never missed.
        let moved = hub.board(actor.role()).watch();
        let (board, version) = hub.board(actor.role()).begin(hello.resume.as_ref());
        // What the board says may be newer than the documents that came with the place; what changed of
        // them since is in the mailbox.
        let Letters { personal: newer, bye, .. } = mailbox.take().unwrap_or_default();
        apply(&mut personal, newer);
        bye.into_iter().for_each(|bye| mailbox.bye(bye));
        let welcome = frame(&ServerMessage::<()>::Welcome(Welcome {
            role: actor.role(),
            participant: actor.participant(),
            now: clock::now(),
            commands_per_second: edge.speed.per_second(),
        }));
        let conversation = Self {
            actor,
            room,
            hub,
            mailbox,
            moved,
            version,
            in_flight: 0,
            token,
            edge: edge.clone(),
            _presence: presence,
        };
        Ok(Begun { conversation, welcome, personal, board })
    }

    /// The role on this connection.
    pub fn role(&self) -> Role {
        self.actor.role()
    }

    /// Whether there is a person with documents of their own.
    pub fn is_personal(&self) -> bool {
        self.role() == Role::Participant
    }

    /// Whether the client may send another command before one is answered.
    pub fn has_room(&self) -> bool {
        self.in_flight < IN_FLIGHT_MAX
    }

    /// Whether every command has been answered.
    pub fn is_quiet(&self) -> bool {
        self.in_flight == 0
    }

    /// Takes a command; its answer comes with [`Self::take`].
    pub async fn submit(&mut self, message: CommandMessage) {
        let CommandMessage { id, command } = message;
        self.in_flight += 1;
        if self.is_too_fast() {
            return self.reject(id, Rejection::TooFast { limit: self.edge.speed.per_second() });
        }
        let mailbox = self.mailbox.clone();
        let submission = Submission { actor: self.actor, id: id.clone(), command, mailbox };
        if self.room.submit(submission).await.is_err() {
            self.reject(id, Rejection::TryAgain);
        }
    }

    /// Answers what is no command, if it is not one too many.
    pub fn answer_plainly(&self, frame: Utf8Bytes) -> Utf8Bytes {
        if !self.is_too_fast() {
            return frame;
        }
        let limit = self.edge.speed.per_second();
        let reason = format!("at most {limit} messages per second on average");
        let error =
            ProtocolError { code: ErrorCode::TooFast, field: String::new(), limit: Some(limit), reason };
        self::frame(&ServerMessage::<()>::Error(error))
    }

    fn is_too_fast(&self) -> bool {
        let is_too_fast = !self.edge.speed.allows(&self.token);
        if is_too_fast {
            metrics::counter!("tafelrunde_messages_too_fast_total").increment(1);
        }
        is_too_fast
    }

    fn reject(&self, id: CommandId, rejection: Rejection) {
        self.mailbox.answer(Answer { id, outcome: Err(rejection) });
        self.mailbox.deliver();
    }

    /// Waits until [`Self::take`] may have something.
    pub async fn changed(&mut self) {
        tokio::select! {
            () = self.mailbox.notified() => {}
            // The sender lives in the hub, which lives as long as this conversation.
            _ = self.moved.changed() => {}
        }
    }

    /// Everything that there is to say now: answers, the person's documents, the board, farewell.
    pub fn take(&mut self) -> Outgoing {
        // Cleared before the letters are taken: a gone room wakes again.
        self.moved.mark_unchanged();
        let has_ended = self.hub.has_ended();
        // The board is read before the mailbox and sent after it: a client that knows a board version then
        // knows all of its own documents up to that version.
        let (board, version) = self.hub.board(self.role()).since(self.version);
        self.version = version;
        let Letters { answers, personal, bye, .. } = self.mailbox.take().unwrap_or_default();
        let mut frames = Vec::with_capacity(answers.len() + 2);
        self.in_flight -= answers.len();
        frames.extend(answers.into_iter().map(answer_frame));
        if !personal.is_empty() {
            frames.push(personal_frame(&personal));
        }
        frames.extend(board);
        let gone = has_ended.then_some(Bye { reason: ByeReason::Reload, retry_ms: Some(RETRY_MS) });
        Outgoing { frames, personal, bye: bye.or(gone) }
    }
}

/// Brings a person's documents up to date.
pub fn apply(documents: &mut BTreeMap<String, Json>, changes: BTreeMap<String, Option<Json>>) {
    for (key, document) in changes {
        match document {
            Some(document) => documents.insert(key, document),
            None => documents.remove(&key),
        };
    }
}

/// One message as a frame.
pub fn frame(message: &impl Serialize) -> Utf8Bytes {
    serde_json::to_string(message).expect("messages have string keys and finite numbers only").into()
}

/// The frame that says the server's time.
pub fn clock_frame(sent: i64) -> Utf8Bytes {
    frame(&ServerMessage::<()>::Clock(Clock { sent, now: clock::now() }))
}

/// The frame with all documents of a person.
pub fn all_personal_frame(documents: &BTreeMap<String, Json>) -> Utf8Bytes {
    let entries = documents.iter().map(|(key, document)| (key.as_str(), Some(document)));
    personal_text(entries, r#"},"all":true}}"#)
}

fn personal_frame(documents: &BTreeMap<String, Option<Json>>) -> Utf8Bytes {
    personal_text(documents.iter().map(|(key, document)| (key.as_str(), document.as_ref())), "}}}")
}

/// Documents are JSON already, and keys are made of ids: nothing has to be encoded again.
fn personal_text<'a>(documents: impl Iterator<Item = (&'a str, Option<&'a Json>)>, tail: &str) -> Utf8Bytes {
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
    text.into()
}

fn answer_frame(answer: Answer) -> Utf8Bytes {
    let Answer { id, outcome } = answer;
    match outcome {
        Ok(()) => frame(&ServerMessage::<()>::Ack(Ack { id })),
        Err(why) => frame(&ServerMessage::<()>::Rejected(Rejected { id, why })),
    }
}

fn refusal(code: ErrorCode, field: &str, reason: String) -> Refusal {
    let close_code = match code {
        ErrorCode::BadToken => close_code::BAD_TOKEN,
        ErrorCode::UnknownCafe => close_code::UNKNOWN_CAFE,
        ErrorCode::TooManyConnections => close_code::TOO_MANY_CONNECTIONS,
        ErrorCode::HelloTimeout => close_code::TIMEOUT,
        ErrorCode::CafeUnavailable => close_code::COME_BACK,
        ErrorCode::Malformed
        | ErrorCode::MessageTooLarge
        | ErrorCode::UnexpectedMessage
        | ErrorCode::UnsupportedProtocol
        | ErrorCode::TooFast => close_code::REFUSED,
    };
    // A slow line or a café that cannot be loaded now may do better next time.
    let may_pass = matches!(code, ErrorCode::HelloTimeout | ErrorCode::CafeUnavailable);
    let error = ProtocolError { code, field: field.into(), limit: None, reason };
    Refusal { error, close_code, retry_ms: may_pass.then_some(RETRY_MS) }
}

fn not_entered(error: EnterError) -> Refusal {
    match error {
        EnterError::Unknown => refusal(ErrorCode::UnknownCafe, "hello.cafe", error.to_string()),
        EnterError::BadToken => refusal(ErrorCode::BadToken, "hello.token", error.to_string()),
        EnterError::Unavailable => refusal(ErrorCode::CafeUnavailable, "hello.cafe", error.to_string()),
    }
}

impl Refusal {
    /// The first message was no hello, or none came.
    pub fn no_hello(code: ErrorCode, reason: &str) -> Self {
        refusal(code, "hello", reason.into())
    }

    /// The address holds as many connections as it may.
    pub fn too_many_connections(limit: u32) -> Self {
        let reason = format!("this network address holds {limit} connections already");
        let mut refusal = refusal(ErrorCode::TooManyConnections, "", reason);
        refusal.error.limit = Some(limit);
        refusal.retry_ms = Some(10 * RETRY_MS);
        refusal
    }

    /// What a client is told.
    pub fn frames(&self) -> [Utf8Bytes; 2] {
        let bye = Bye { reason: ByeReason::Refused, retry_ms: self.retry_ms };
        let error = ServerMessage::<()>::Error(self.error.clone());
        [frame(&error), frame(&ServerMessage::<()>::Bye(bye))]
    }
}
