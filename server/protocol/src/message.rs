//! Messages: what stands in one WebSocket text frame, or in the arrays of a long-polling exchange.
//! Each is one JSON object with one key that names it.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

use crate::command::Command;
use crate::ids::{CafeCode, CommandId, ParticipantId, Timestamp, Version};
use crate::query::Query;
use crate::rejection::Rejection;

/// What a client sends.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ClientMessage {
    /// Says who is there and what they have already. Must come first, and once.
    Hello(Hello),
    /// Wants something. Answered by `ack` or `rejected` with the same id, in any order.
    Command(CommandMessage),
    /// Wants to know something. Answered by `answer` or `rejected` with the same id, in any order.
    Query(QueryMessage),
    /// Asks for the server's time; also shows that the line is alive.
    Clock(ClockRequest),
}

/// The first message.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Hello {
    /// [`PROTOCOL`](crate::limits::PROTOCOL).
    pub protocol: u16,
    /// The café.
    pub cafe: CafeCode,
    /// What the client wants to be.
    #[serde(rename = "as")]
    pub role: Role,
    /// The bearer token of that role. A participant makes one (at least 128 random bits, base64url) and keeps it.
    pub token: String,
    /// What the client has of the board; absent: send all.
    #[serde(default)]
    pub resume: Option<Cursor>,
}

/// Who is on a connection.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// A phone.
    Participant,
    /// A console.
    Moderator,
    /// A projector.
    Screen,
}

/// A position on one life of a board.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Cursor {
    /// Which life: changes when the server has forgotten older positions.
    pub epoch: String,
    /// The client has everything up to here.
    pub version: Version,
}

/// A command with its id.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CommandMessage {
    /// Made by the client, unique for it.
    pub id: CommandId,
    /// The wish.
    #[serde(rename = "do")]
    pub command: Command,
}

/// A query with its id.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct QueryMessage {
    /// Made by the client, unique for it; also among its commands.
    pub id: CommandId,
    /// What it wants to know.
    pub ask: Query,
}

/// Asks for the server's time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ClockRequest {
    /// The client's clock in milliseconds; comes back unchanged.
    #[ts(type = "number")]
    pub sent: i64,
}

/// What the server sends.
///
/// `snapshot` and `update` carry documents as JSON values by key; in an update, `null` says that the
/// document is gone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ServerMessage<Doc> {
    /// The hello was accepted.
    Welcome(Welcome),
    /// The whole board: forget every shared document, keep the `me/` ones.
    Snapshot(Snapshot<Doc>),
    /// What changed on the board between two versions.
    Update(Update<Doc>),
    /// Documents of this person alone. `null` says that the document is gone.
    Personal(Personal<Doc>),
    /// The command is stored: flushed to disk, in a cluster by a majority.
    Ack(Ack),
    /// What was asked for.
    Answer(QueryAnswer<Doc>),
    /// The command changed nothing, or the query has no answer.
    Rejected(Rejected),
    /// The server's time.
    Clock(Clock),
    /// A message could not be taken; the connection goes on unless a `bye` follows.
    Error(ProtocolError),
    /// The server ends the connection.
    Bye(Bye),
}

/// The hello was accepted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Welcome {
    /// The role on this connection.
    pub role: Role,
    /// The participant's pseudonym, once joined or not; absent for other roles.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    #[ts(optional)]
    pub participant: Option<ParticipantId>,
    /// The server's time.
    pub now: Timestamp,
    /// Messages per second that this person may send on average.
    pub commands_per_second: u32,
}

/// The whole board at a version.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Snapshot<Doc> {
    /// The life of the board.
    pub epoch: String,
    /// The version.
    pub version: Version,
    /// All documents by key.
    pub docs: BTreeMap<String, Doc>,
}

/// What changed since the version that the client has.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Update<Doc> {
    /// The client has everything up to here; otherwise it reconnects without a cursor.
    pub from: Version,
    /// And now up to here.
    pub version: Version,
    /// Changed documents by key; `null`: gone.
    pub docs: BTreeMap<String, Option<Doc>>,
}

/// Documents of this person alone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Personal<Doc> {
    /// Changed documents by key; `null`: gone. After a `welcome`, all of them come in one message.
    pub docs: BTreeMap<String, Option<Doc>>,
    /// Whether these are all: forget every other `me/` document.
    #[serde(default, skip_serializing_if = "is_false")]
    #[ts(optional, as = "Option<bool>")]
    pub all: bool,
}

#[allow(clippy::trivially_copy_pass_by_ref)] // serde's signature
fn is_false(flag: &bool) -> bool {
    !flag
}

/// The command is stored.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Ack {
    /// Which command.
    pub id: CommandId,
}

/// What was asked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct QueryAnswer<Doc> {
    /// Which query.
    pub id: CommandId,
    /// Of the type that the query names.
    pub answer: Doc,
}

/// The command changed nothing, or the query has no answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Rejected {
    /// Which command or query.
    pub id: CommandId,
    /// Why.
    pub why: Rejection,
}

/// The server's time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Clock {
    /// As the client sent it.
    #[ts(type = "number")]
    pub sent: i64,
    /// The server's clock when it answered.
    pub now: Timestamp,
}

/// A message could not be taken.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ProtocolError {
    /// Stable name.
    pub code: ErrorCode,
    /// Which part of the message, or empty.
    pub field: String,
    /// The limit that was passed, if it was a limit.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    #[ts(optional)]
    pub limit: Option<u32>,
    /// For developers, in English.
    pub reason: String,
}

/// Why a message could not be taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ErrorCode {
    /// Not JSON, or not a message of this protocol.
    Malformed,
    /// More bytes than a message of this role may have.
    MessageTooLarge,
    /// The first message was no `hello`, or a second `hello` came.
    UnexpectedMessage,
    /// The client speaks a version that this server does not.
    UnsupportedProtocol,
    /// There is no café with this code.
    UnknownCafe,
    /// The token is not valid for the role.
    BadToken,
    /// The network address holds as many connections as it may.
    TooManyConnections,
    /// No `hello` came in time.
    HelloTimeout,
    /// The café is there but cannot be loaded now.
    CafeUnavailable,
    /// More messages than the connection may send; this one was passed over.
    TooFast,
}

/// The server ends the connection.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Bye {
    /// Why.
    pub reason: ByeReason,
    /// Come back after a random time between half of this and this, in milliseconds; absent: do not come back by yourself.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    #[ts(optional)]
    pub retry_ms: Option<u32>,
}

/// Why the server ends a connection.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ByeReason {
    /// The server stops or restarts.
    Restart,
    /// The café is loaded afresh from its journal.
    Reload,
    /// The storage failed; nothing is acknowledged until a restart.
    Storage,
    /// The client was refused; the `error` before says why.
    Refused,
}

/// WebSocket close codes that the server uses, beside 1000 and 1001.
pub mod close_code {
    /// The server stops, reloads the café, or has lost its storage: come back (RFC 6455 registry: service restart).
    pub const COME_BACK: u16 = 1012;
    /// A frame larger than any message may be.
    pub const TOO_BIG: u16 = 1009;
    /// Refused; coming back with the same hello is useless.
    pub const REFUSED: u16 = 4400;
    /// The token is not valid.
    pub const BAD_TOKEN: u16 = 4401;
    /// There is no such café.
    pub const UNKNOWN_CAFE: u16 = 4404;
    /// No hello in time, or nothing heard for too long.
    pub const TIMEOUT: u16 = 4408;
    /// The network address holds too many connections; come back later.
    pub const TOO_MANY_CONNECTIONS: u16 = 4429;
}

/// One exchange of the long-polling fallback: `POST /api/v1/exchange`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ExchangeRequest {
    /// As on a socket, in every request.
    pub hello: Hello,
    /// Commands to be decided.
    #[serde(default)]
    pub commands: Vec<CommandMessage>,
    /// Queries to be answered.
    #[serde(default)]
    #[ts(optional, as = "Option<Vec<QueryMessage>>")]
    pub queries: Vec<QueryMessage>,
    /// How long the server may wait for something new, in milliseconds; at most 25,000. Zero: answer at once.
    #[serde(default)]
    pub wait_ms: u32,
    /// The tag of the personal documents that the client has.
    #[serde(default)]
    pub personal: Option<String>,
}

/// The answer to an exchange.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ExchangeResponse<Doc> {
    /// As they would come over a socket.
    pub messages: Vec<ServerMessage<Doc>>,
    /// The tag of the personal documents that the client has after these messages.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    #[ts(optional)]
    pub personal: Option<String>,
}
