//! Who sends a command, and how a bearer token becomes that. Tokens themselves never come in here: the
//! edge hashes them (SHA-256) and forgets them.

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;
use tafelrunde_protocol::ids::ParticipantId;
use tafelrunde_protocol::message::Role;

/// SHA-256 of a bearer token.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct TokenHash(pub [u8; 32]);

impl TokenHash {
    /// The pseudonym of the seat that this token opens: the first 64 bits of the hash.
    ///
    /// Derived, so that joining again with the same token is the same person without a look-up. Two tokens
    /// that share it (1 in 10^11 for 10,000 people) are told apart by the whole hash, and the second is
    /// refused with `seat_taken`.
    pub fn participant(&self) -> ParticipantId {
        let mut first = [0; 8];
        first.copy_from_slice(&self.0[..8]);
        ParticipantId(u64::from_be_bytes(first))
    }

    /// Compares without telling by its duration where the first difference is.
    pub fn matches(&self, other: &Self) -> bool {
        let difference = self.0.iter().zip(&other.0).fold(0, |bits, (left, right)| bits | (left ^ right));
        std::hint::black_box(difference) == 0
    }
}

impl fmt::Debug for TokenHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("TokenHash(…)")
    }
}

impl Serialize for TokenHash {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut hex = String::with_capacity(64);
        for byte in self.0 {
            fmt::Write::write_fmt(&mut hex, format_args!("{byte:02x}")).map_err(serde::ser::Error::custom)?;
        }
        serializer.serialize_str(&hex)
    }
}

impl<'de> Deserialize<'de> for TokenHash {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let hex = String::deserialize(deserializer)?;
        let malformed = || serde::de::Error::custom("a token hash has 64 hexadecimal digits");
        if hex.len() != 64 || !hex.is_ascii() {
            return Err(malformed());
        }
        let mut bytes = [0; 32];
        for (index, byte) in bytes.iter_mut().enumerate() {
            *byte = u8::from_str_radix(&hex[2 * index..2 * index + 2], 16).map_err(|_| malformed())?;
        }
        Ok(Self(bytes))
    }
}

/// The sender of a command.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Actor {
    /// Holds the café's moderator token.
    Moderator,
    /// Holds the café's screen token.
    Screen,
    /// Holds the token of a seat that is taken or still free.
    Participant(TokenHash),
}

impl Actor {
    /// The role on the wire.
    pub fn role(&self) -> Role {
        match self {
            Self::Moderator => Role::Moderator,
            Self::Screen => Role::Screen,
            Self::Participant(_) => Role::Participant,
        }
    }

    /// The pseudonym, if the actor is a participant.
    pub fn participant(&self) -> Option<ParticipantId> {
        match self {
            Self::Participant(token) => Some(token.participant()),
            Self::Moderator | Self::Screen => None,
        }
    }
}
