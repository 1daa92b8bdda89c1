//! Names of things. New things are named by the client that makes them, so that a repeated command is
//! recognised as the same one; the server checks only the form.

use serde::de::{Unexpected, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;
use std::sync::Arc;
use ts_rs::TS;

use crate::limits::ID_CHARS_MAX;

/// What an id made by a client must look like.
pub const ID_FORM: &str = "1 to 32 characters of A-Z, a-z, 0-9, '_' and '-'";

/// An id that is not of the form [`ID_FORM`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MalformedId;

impl fmt::Display for MalformedId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "an id is {ID_FORM}")
    }
}

impl std::error::Error for MalformedId {}

fn checked_id(text: &str) -> Result<Arc<str>, MalformedId> {
    let allowed = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_' || byte == b'-';
    let fits = !text.is_empty() && text.len() <= ID_CHARS_MAX;
    if fits && text.bytes().all(allowed) { Ok(text.into()) } else { Err(MalformedId) }
}

/// Reads a text without keeping a copy of it.
struct Parse<F> {
    form: &'static str,
    parse: F,
}

impl<T, F: FnOnce(&str) -> Option<T>> Visitor<'_> for Parse<F> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.form)
    }

    fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<T, E> {
        let form = self.form;
        (self.parse)(text).ok_or_else(|| E::invalid_value(Unexpected::Str(text), &form))
    }
}

macro_rules! client_made_id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, TS)]
        #[serde(transparent)]
        pub struct $name(#[ts(type = "string")] Arc<str>);

        impl $name {
            /// Takes the text as an id, or says that it has not the form [`ID_FORM`].
            pub fn new(text: &str) -> Result<Self, MalformedId> {
                checked_id(text).map(Self)
            }

            /// The id as it stands on the wire.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                deserializer.deserialize_str(Parse { form: ID_FORM, parse: |text: &str| Self::new(text).ok() })
            }
        }
    };
}

client_made_id!(
    /// One question with options that participants answer.
    PollId
);
client_made_id!(
    /// A proposed subject for a table.
    TopicId
);
client_made_id!(
    /// One entry of the run-of-show.
    SlotId
);
client_made_id!(
    /// A theme under which topics are proposed.
    ThemeId
);
client_made_id!(
    /// One command of one client, so that a repetition is recognised. Moderators of one café share their
    /// memory of ids: random ones of 16 characters or more do not meet.
    CommandId
);

/// The short code under which a café is joined: 6 of 31 characters without 0/O, 1/I/L.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, TS)]
#[serde(transparent)]
pub struct CafeCode(#[ts(type = "string")] Arc<str>);

impl CafeCode {
    /// The characters of a code.
    pub const ALPHABET: &'static [u8; 31] = b"23456789ABCDEFGHJKMNPQRSTUVWXYZ";
    /// How many characters a code has.
    pub const CHARS: usize = 6;

    /// Reads a code as people type it: small letters count as capitals; blanks and hyphens are passed over.
    pub fn parse(typed: &str) -> Option<Self> {
        let mut code = String::with_capacity(Self::CHARS);
        for character in typed.chars().filter(|c| !c.is_whitespace() && *c != '-') {
            let capital = character.to_ascii_uppercase();
            let known = u8::try_from(capital).is_ok_and(|byte| Self::ALPHABET.contains(&byte));
            if !known || code.len() == Self::CHARS {
                return None;
            }
            code.push(capital);
        }
        (code.len() == Self::CHARS).then(|| Self(code.into()))
    }

    /// The code in capitals.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for CafeCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for CafeCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for CafeCode {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let form = "a café code of 6 characters of 2-9, A-Z without I, L, O";
        deserializer.deserialize_str(Parse { form, parse: Self::parse })
    }
}

/// A participant's pseudonym inside one café: 16 hexadecimal digits on the wire.
///
/// It is derived from the seat token's hash, so the same phone is the same participant after a reload, and
/// nobody can get from the pseudonym to the token.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ParticipantId(pub u64);

impl fmt::Display for ParticipantId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:016x}", self.0)
    }
}

impl fmt::Debug for ParticipantId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl Serialize for ParticipantId {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for ParticipantId {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let parse = |text: &str| {
            let is_hex = text.len() == 16 && text.bytes().all(|byte| byte.is_ascii_hexdigit());
            if is_hex { u64::from_str_radix(text, 16).ok().map(Self) } else { None }
        };
        deserializer.deserialize_str(Parse { form: "a participant id of 16 hexadecimal digits", parse })
    }
}

impl TS for ParticipantId {
    type WithoutGenerics = Self;
    type OptionInnerType = Self;

    fn name(_: &ts_rs::Config) -> String {
        "ParticipantId".into()
    }

    fn inline(_: &ts_rs::Config) -> String {
        "string".into()
    }

    fn decl(_: &ts_rs::Config) -> String {
        "type ParticipantId = string;".into()
    }
}

/// An option of a poll, numbered from 0 in the order of the draft. The number stays when the text is edited.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(transparent)]
pub struct OptionId(pub u16);

/// Milliseconds since 1970-01-01 UTC.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS, Default)]
#[serde(transparent)]
pub struct Timestamp(#[ts(type = "number")] pub i64);

/// A counter that a client raises with every change of one ballot, so that a late copy of an older ballot
/// never replaces a newer one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS, Default)]
#[serde(transparent)]
pub struct Revision(#[ts(type = "number")] pub u64);

/// A position on one board: everything that changed up to it has been sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS, Default)]
#[serde(transparent)]
pub struct Version(#[ts(type = "number")] pub u64);
