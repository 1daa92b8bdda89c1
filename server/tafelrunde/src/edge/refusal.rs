//! Why a hello is not accepted, and how the connection is closed then.

use tafelrunde_protocol::limits::PROTOCOL;
use tafelrunde_protocol::message::{Bye, ByeReason, ErrorCode, ProtocolError, close_code};

use super::incoming::Unreadable;
use super::texts;
use crate::registry::EnterError;
use crate::room::RETRY_MS;

/// Why a hello is not accepted.
#[derive(Debug, Clone)]
pub struct Refusal {
    /// What is said.
    pub error: ProtocolError,
    /// How a socket is closed.
    pub close_code: u16,
    /// Whether coming back makes sense.
    pub retry_ms: Option<u32>,
}

impl Refusal {
    fn new(code: ErrorCode, field: &str, reason: String) -> Self {
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
        Self { error, close_code, retry_ms: may_pass.then_some(RETRY_MS) }
    }

    /// The client speaks another version.
    pub fn unsupported_protocol() -> Self {
        let reason = format!("this server speaks protocol {PROTOCOL}");
        Self::new(ErrorCode::UnsupportedProtocol, "hello.protocol", reason)
    }

    /// What was sent cannot be a token.
    pub fn malformed_token() -> Self {
        let reason = "a token has 22 to 64 characters of base64url".into();
        Self::new(ErrorCode::BadToken, "hello.token", reason)
    }

    /// The café cannot be had, or not with this token.
    pub fn not_entered(error: &EnterError) -> Self {
        let (code, field) = match error {
            EnterError::Unknown => (ErrorCode::UnknownCafe, "hello.cafe"),
            EnterError::BadToken => (ErrorCode::BadToken, "hello.token"),
            EnterError::Unavailable => (ErrorCode::CafeUnavailable, "hello.cafe"),
        };
        Self::new(code, field, error.to_string())
    }

    /// The first message was something else.
    pub fn no_hello() -> Self {
        Self::new(ErrorCode::UnexpectedMessage, "hello", "the first message must be a hello".into())
    }

    /// The first message could not be read.
    pub fn unreadable_hello(unreadable: Unreadable) -> Self {
        match unreadable {
            Unreadable::Command(_) => Self::no_hello(),
            Unreadable::Message(error) => Self { error, close_code: close_code::REFUSED, retry_ms: None },
        }
    }

    /// A second hello on a connection.
    pub fn second_hello() -> Self {
        Self::new(ErrorCode::UnexpectedMessage, "hello", "hello is said once".into())
    }

    /// No hello came.
    pub fn hello_timeout() -> Self {
        Self::new(ErrorCode::HelloTimeout, "hello", "no hello came in time".into())
    }

    /// The address holds as many connections as it may.
    pub fn too_many_connections(limit: u32) -> Self {
        let reason = format!("this network address holds {limit} connections already");
        let mut refusal = Self::new(ErrorCode::TooManyConnections, "", reason);
        refusal.error.limit = Some(limit);
        refusal.retry_ms = Some(10 * RETRY_MS);
        refusal
    }

    /// What a client is told.
    pub fn texts(&self) -> [String; 2] {
        let bye = Bye { reason: ByeReason::Refused, retry_ms: self.retry_ms };
        [texts::error(self.error.clone()), texts::bye(bye)]
    }
}
