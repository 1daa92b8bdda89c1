//! Rejections: why a command changed nothing. A closed list with stable names; the client translates them.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::command::Phase;

/// Why a command changed nothing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case", tag = "code")]
pub enum Rejection {
    /// The message is not a command: the field is missing, unknown or of the wrong kind.
    Malformed {
        /// Path of the field inside the message.
        field: String,
        /// What was expected there.
        reason: String,
    },
    /// The sender's role does not include this command.
    NotAllowed,
    /// Only participants who have joined may do this.
    NotJoined,
    /// The café has all the participants that it may have.
    CafeFull {
        /// The largest number of participants.
        limit: u32,
    },
    /// The seat token's pseudonym belongs to another token: make a new token.
    SeatTaken,
    /// The thing does not exist, or the sender may not see it.
    Unknown {
        /// Which field names it.
        field: String,
    },
    /// The id stands for something else already.
    IdTaken {
        /// Which field names it.
        field: String,
    },
    /// A text is needed.
    TextEmpty {
        /// Which field.
        field: String,
    },
    /// A text is too long.
    TextTooLong {
        /// Which field.
        field: String,
        /// The largest number of characters.
        limit: u32,
    },
    /// There are too few of something.
    TooFew {
        /// Of what.
        field: String,
        /// The smallest number.
        limit: u32,
    },
    /// There are too many of something.
    TooMany {
        /// Of what.
        field: String,
        /// The largest number.
        limit: u32,
    },
    /// A number is outside its range.
    OutOfRange {
        /// Which field.
        field: String,
        /// The smallest value.
        #[ts(type = "number")]
        min: i64,
        /// The largest value.
        #[ts(type = "number")]
        max: i64,
    },
    /// The same thing is named twice.
    Duplicate {
        /// Which field.
        field: String,
    },
    /// The poll takes no ballots now.
    PollNotOpen {
        /// Where it stands.
        phase: Phase,
    },
    /// The topic vote takes no ballots now.
    TopicVoteNotOpen {
        /// Where it stands.
        phase: Phase,
    },
    /// This step is not possible from where the poll or the vote stands.
    WrongPhase {
        /// Where it stands.
        phase: Phase,
    },
    /// No topics may be proposed now.
    ProposalsClosed,
    /// A newer ballot of the same participant counts already.
    Superseded,
    /// Ballots have been cast: what they say can no longer be changed.
    BallotsCast,
    /// The ballot says something that this vote does not ask for.
    NotAsked {
        /// Which field.
        field: String,
    },
    /// The selection is no longer what was shown: look again.
    SelectionMoved,
    /// A topic cannot be merged with itself, with its own part, or with a topic that is a part.
    CannotMerge,
    /// The server cannot store anything now; nothing was changed. Keep the command and try again.
    Storage,
    /// The person sends faster than the limit; nothing was changed. Keep the command and try again.
    TooFast {
        /// Messages per second that are accepted on average.
        limit: u32,
    },
    /// The server lost its place before this command was stored. Send it again.
    TryAgain,
}
