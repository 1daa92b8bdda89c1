//! Decides what a command does: who may send it, and whether the café as it stands allows it. Answers with
//! events or with the reason why not; changes nothing itself.
//!
//! Every decision can be repeated: a command that was carried out already gives no events.

mod people;
mod polls;
mod stage;
mod topics;

pub use polls::checked as checked_poll;
pub use topics::checked as checked_topic;

use tafelrunde_protocol::command::Command;
use tafelrunde_protocol::ids::{CommandId, ParticipantId, Timestamp};
use tafelrunde_protocol::rejection::Rejection;

use crate::actor::Actor;
use crate::cafe::Cafe;
use crate::event::Event;

/// What a decision may know beside the café.
#[derive(Debug, Clone, Copy)]
pub struct Context {
    /// The time at which the command is decided.
    pub now: Timestamp,
    /// The operator's bound on the people in one café.
    pub participants_max: u32,
}

/// Events that carry out a command; none when it is carried out already.
pub type Decision = Result<Vec<Event>, Rejection>;

/// Decides a command.
pub fn decide(cafe: &Cafe, ctx: Context, actor: Actor, id: &CommandId, command: Command) -> Decision {
    match actor {
        Actor::Screen => Err(Rejection::NotAllowed),
        Actor::Participant(token) => match command {
            Command::Join(profile) => people::join(cafe, ctx, token, profile),
            command => match cafe.seated(&token) {
                Some(participant) => by_participant(cafe, ctx, participant, command),
                None if is_for_moderators(&command) => Err(Rejection::NotAllowed),
                None => Err(Rejection::NotJoined),
            },
        },
        Actor::Moderator if cafe.receipts.contains(id) => Ok(Vec::new()),
        Actor::Moderator => {
            let mut events = by_moderator(cafe, ctx, command)?;
            if !events.is_empty() {
                events.push(Event::CommandTaken { command: id.clone() });
            }
            Ok(events)
        }
    }
}

fn is_for_moderators(command: &Command) -> bool {
    !matches!(
        command,
        Command::Join(_)
            | Command::CastBallot { .. }
            | Command::WithdrawBallot { .. }
            | Command::ProposeTopic { .. }
            | Command::CastTopicBallot { .. }
    )
}

fn by_participant(cafe: &Cafe, ctx: Context, participant: ParticipantId, command: Command) -> Decision {
    match command {
        Command::CastBallot { poll, choices, revision } => {
            polls::cast_ballot(cafe, ctx, participant, polls::Cast { poll, choices, revision })
        }
        Command::WithdrawBallot { poll, revision } => {
            polls::withdraw_ballot(cafe, ctx, participant, poll, revision)
        }
        Command::ProposeTopic { topic, draft } => {
            topics::propose_as_participant(cafe, participant, topic, draft)
        }
        Command::CastTopicBallot { approve, revision } => {
            topics::cast_ballot(cafe, participant, approve, revision)
        }
        _ => Err(Rejection::NotAllowed),
    }
}

fn by_moderator(cafe: &Cafe, ctx: Context, command: Command) -> Decision {
    match command {
        Command::Join(_)
        | Command::CastBallot { .. }
        | Command::WithdrawBallot { .. }
        | Command::CastTopicBallot { .. } => Err(Rejection::NotAllowed),
        Command::EnterSlot { slot } => stage::enter_slot(cafe, ctx, slot),
        Command::ShowScene { on, scene } => stage::show_scene(cafe, on, scene),
        Command::DraftPoll { poll, draft } => polls::draft(cafe, poll, draft),
        Command::OpenPoll { poll, seconds } => polls::open(cafe, ctx, poll, seconds),
        Command::ClosePoll { poll } => polls::close(cafe, poll),
        Command::RevealPoll { poll } => polls::reveal(cafe, poll),
        Command::DeletePoll { poll } => polls::delete(cafe, poll),
        Command::SetProposals { proposals } => topics::set_proposals(cafe, proposals),
        Command::SetTopicVote { phase } => topics::set_vote(cafe, phase),
        Command::ProposeTopic { topic, draft } => topics::propose(cafe, None, topic, draft),
        Command::EditTopic { topic, draft } => topics::edit(cafe, topic, draft),
        Command::HideTopic { topic } => topics::hide(cafe, topic),
        Command::UnhideTopic { topic } => topics::unhide(cafe, topic),
        Command::MergeTopic { topic, into } => topics::merge(cafe, topic, into),
        Command::SplitTopic { topic } => topics::split(cafe, topic),
    }
}

fn unknown(field: &str) -> Rejection {
    Rejection::Unknown { field: field.into() }
}

fn too_many(field: &str, limit: usize) -> Rejection {
    Rejection::TooMany { field: field.into(), limit: u32::try_from(limit).unwrap_or(u32::MAX) }
}
