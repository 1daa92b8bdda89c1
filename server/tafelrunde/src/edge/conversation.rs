//! One client's conversation, whatever carries it: hello, commands in, answers and board changes out. Waits
//! for nothing and knows no socket; `lines` and `exchange` do.

use std::collections::BTreeMap;
use std::sync::Arc;
use tafelrunde_core::actor::{Actor, TokenHash};
use tafelrunde_core::project::Json;
use tafelrunde_protocol::ids::{CafeCode, CommandId, Version};
use tafelrunde_protocol::limits::{IN_FLIGHT_MAX, PROTOCOL};
use tafelrunde_protocol::message::{
    Bye, ByeReason, Cursor, ErrorCode, Hello, ProtocolError, Role, ServerMessage, Welcome,
};
use tafelrunde_protocol::rejection::Rejection;
use tokio_tungstenite::tungstenite::Utf8Bytes;

use super::refusal::Refusal;
use super::speed::Speed;
use super::texts;
use crate::hub::Hub;
use crate::hub::mailbox::{Answer, Letters, Mailbox, Outcome, PersonalChange};
use crate::room::{Attached, Presence, RETRY_MS, Submission, Wish};
use crate::{clock, secrets};

/// A hello that can be taken to the café that it names.
#[derive(Debug)]
pub struct Guest {
    /// The café.
    pub cafe: CafeCode,
    /// As what.
    pub role: Role,
    /// With which token.
    pub token: TokenHash,
    /// What the client has already.
    pub resume: Option<Cursor>,
}

impl Guest {
    /// Accepts a hello, or says why not.
    pub fn of(hello: Hello) -> Result<Self, Refusal> {
        if hello.protocol != PROTOCOL {
            return Err(Refusal::unsupported_protocol());
        }
        let token = secrets::hash(&hello.token).ok_or_else(Refusal::malformed_token)?;
        Ok(Self { cafe: hello.cafe, role: hello.role, token, resume: hello.resume })
    }
}

/// One client's conversation.
pub struct Conversation {
    actor: Actor,
    hub: Arc<Hub>,
    mailbox: Arc<Mailbox>,
    version: Version,
    in_flight: usize,
    token: TokenHash,
    speed: Arc<Speed>,
    _presence: Presence,
}

/// A conversation and the first things to say.
pub struct Begun {
    /// The conversation.
    pub conversation: Conversation,
    /// The welcome.
    pub welcome: String,
    /// The person's documents as they are now.
    pub personal: BTreeMap<String, Json>,
    /// The board: a snapshot, an update, or nothing.
    pub board: Option<Utf8Bytes>,
}

/// What a conversation has to say now, in this order.
#[derive(Default)]
pub struct Outgoing {
    /// Answers to commands and queries.
    pub answers: Vec<Answer>,
    /// The person's documents that changed.
    pub personal: Vec<PersonalChange>,
    /// The board's change.
    pub board: Option<Utf8Bytes>,
    /// The conversation ends after it.
    pub bye: Option<Bye>,
}

impl Conversation {
    /// Begins for a guest who has been let in. The bell for the board must have been hung up before: then a
    /// change in between rings, it is never missed.
    pub fn begin(
        guest: &Guest,
        (attached, presence): (Attached, Presence),
        mailbox: Arc<Mailbox>,
        speed: &Arc<Speed>,
    ) -> Begun {
        let Attached { actor, hub, mut personal } = attached;
        let (board, version) = hub.board(actor.role()).begin(guest.resume.as_ref());
        // What the board says may be newer than the documents that came with the place; what changed of
        // them since is in the mailbox.
        let Letters { personal: newer, bye, .. } = mailbox.take().unwrap_or_default();
        apply(&mut personal, newer);
        bye.into_iter().for_each(|bye| mailbox.bye(bye));
        let welcome = texts::text(&ServerMessage::<()>::Welcome(Welcome {
            role: actor.role(),
            participant: actor.participant(),
            now: clock::now(),
            commands_per_second: speed.per_second(),
        }));
        let (token, speed) = (guest.token, speed.clone());
        let conversation =
            Self { actor, hub, mailbox, version, in_flight: 0, token, speed, _presence: presence };
        Begun { conversation, welcome, personal, board }
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

    /// Makes a wish ready for the room; its answer comes with [`Self::take`]. One too many is answered at once.
    pub fn submission(&mut self, id: CommandId, wish: Wish) -> Result<Submission, Answer> {
        if self.is_too_fast() {
            let outcome = Outcome::Refused(Rejection::TooFast { limit: self.speed.per_second() });
            return Err(Answer { id, outcome });
        }
        self.in_flight += 1;
        Ok(Submission { actor: self.actor, id, wish, mailbox: self.mailbox.clone() })
    }

    /// Answers what is no command, if it is not one too many.
    pub fn answer_plainly(&self, text: String) -> String {
        if !self.is_too_fast() {
            return text;
        }
        let limit = self.speed.per_second();
        let reason = format!("at most {limit} messages per second on average");
        texts::error(ProtocolError {
            code: ErrorCode::TooFast,
            field: String::new(),
            limit: Some(limit),
            reason,
        })
    }

    fn is_too_fast(&self) -> bool {
        let is_too_fast = !self.speed.allows(&self.token);
        if is_too_fast {
            metrics::counter!("tafelrunde_messages_too_fast_total").increment(1);
        }
        is_too_fast
    }

    /// The version of the board up to which everything has been said.
    pub fn version(&self) -> Version {
        self.version
    }

    /// The board's change up to this version has been said, and there was nothing else to say.
    pub fn advance(&mut self, version: Version) {
        self.version = version;
    }

    /// Everything that there is to say now.
    pub fn take(&mut self) -> Outgoing {
        let has_ended = self.hub.has_ended();
        // The board is read before the mailbox and sent after it: a client that knows a board version then
        // knows all of its own documents up to that version.
        let (board, version) = self.hub.board(self.role()).since(self.version);
        self.version = version;
        let Letters { answers, personal, bye, .. } = self.mailbox.take().unwrap_or_default();
        self.in_flight -= answers.len();
        let gone = has_ended.then_some(Bye { reason: ByeReason::Reload, retry_ms: Some(RETRY_MS) });
        Outgoing { answers, personal, board, bye: bye.or(gone) }
    }
}

/// Brings a person's documents up to date.
pub fn apply(documents: &mut BTreeMap<String, Json>, changes: Vec<PersonalChange>) {
    for (key, document) in changes {
        match document {
            Some(document) => documents.insert(key, document),
            None => documents.remove(&key),
        };
    }
}
