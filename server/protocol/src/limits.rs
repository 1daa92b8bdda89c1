//! Every bound on what people may send, in one place. What happens at a bound is a
//! [`Rejection`](crate::rejection::Rejection) or an [`ErrorCode`](crate::message::ErrorCode) that names
//! the field and the limit. Bounds that an operator may move are in the server's configuration.
//!
//! Lengths of texts are counted in Unicode characters after cleaning (NFC, no control characters).

/// The protocol version that a client names in its `hello`.
pub const PROTOCOL: u16 = 1;

/// Length of an id made by a client, in characters.
pub const ID_CHARS_MAX: usize = 32;
/// Length of a bearer token, in characters. Tokens have at least 128 bits: 22 characters of base64url.
pub const TOKEN_CHARS_MIN: usize = 22;
/// Length of a bearer token, in characters.
pub const TOKEN_CHARS_MAX: usize = 64;

/// One message of a participant or a screen, in bytes.
pub const MESSAGE_BYTES_MAX: usize = 4 * 1024;
/// One message of a moderator, in bytes.
pub const MODERATOR_MESSAGE_BYTES_MAX: usize = 64 * 1024;
/// Commands of one connection that wait for their acknowledgement; further ones are not read until then.
pub const IN_FLIGHT_MAX: usize = 64;

/// A participant's display name, in characters.
pub const NAME_CHARS_MAX: usize = 60;
/// An organisation's name, in characters.
pub const ORGANISATION_CHARS_MAX: usize = 80;

/// A topic's title, in characters.
pub const TITLE_CHARS_MAX: usize = 120;
/// A topic's text, in characters.
pub const TEXT_CHARS_MAX: usize = 600;
/// Topics in one café, hidden and merged ones included.
pub const TOPICS_MAX: usize = 2_000;
/// Topics that one participant may propose, as long as no moderator says otherwise.
pub const TOPICS_PER_PERSON: u16 = 5;
/// The largest number of topics per participant that a moderator may set.
pub const TOPICS_PER_PERSON_MAX: u16 = 50;
/// Topics that one ballot may name. A participant's message has room for so many short ids.
pub const APPROVALS_MAX: usize = 100;
/// Topics that one command may skip.
pub const SKIPS_MAX: usize = 50;
/// Points that a ballot may spread.
pub const POINTS_MAX: u16 = 100;
/// The best score that a ballot may give.
pub const SCORE_MAX: u16 = 10;
/// Earlier versions of a topic that are kept.
pub const TOPIC_VERSIONS_MAX: usize = 20;

/// Places of a programme.
pub const PLACES_MAX: u16 = 200;
/// Places of a programme, as long as no moderator says otherwise.
pub const PLACES: u16 = 8;
/// Pairs of topics that moderators have told apart.
pub const TOLD_APART_MAX: usize = 2_000;
/// A café's own glossary, in characters.
pub const GLOSSARY_CHARS_MAX: usize = 40_000;
/// Topics that `next_cards` answers with.
pub const CARDS_MAX: usize = 10;

/// Polls in one café.
pub const POLLS_MAX: usize = 500;
/// A poll's question, in characters.
pub const QUESTION_CHARS_MAX: usize = 300;
/// The text of one option, in characters.
pub const OPTION_CHARS_MAX: usize = 120;
/// Options of one poll.
pub const OPTIONS_MAX: usize = 50;
/// Options of one poll.
pub const OPTIONS_MIN: usize = 2;
/// Countdown of a poll, in seconds.
pub const POLL_SECONDS_MAX: u32 = 24 * 60 * 60;

/// Entries of the run-of-show.
pub const SLOTS_MAX: usize = 100;
/// Themes of one café.
pub const THEMES_MAX: usize = 30;
/// Organisations that a café offers for choice when joining.
pub const ORGANISATIONS_MAX: usize = 500;
/// A message shown on the wall or the phones, in characters.
pub const NOTICE_CHARS_MAX: usize = 300;
