//! Decides what a command does: who may send it, and whether the café as it stands allows it. Answers with
//! events or with the reason why not; changes nothing itself.
//!
//! Every decision can be repeated: a command that was carried out already gives no events.

mod people;
mod polls;
mod selecting;
mod stage;
mod topic_vote;
mod topics;

pub use polls::checked as checked_poll;
pub use selecting::{changed_hands, checked as checked_terms, checked_with as checked_terms_with};
pub use topic_vote::checked as checked_rules;
pub use topics::checked as checked_topic;

use tafelrunde_protocol::command::Command;
use tafelrunde_protocol::ids::{CommandId, ParticipantId, Timestamp};
use tafelrunde_protocol::rejection::Rejection;
use tafelrunde_protocol::selection::SelectionDocument;

use crate::actor::Actor;
use crate::cafe::Cafe;
use crate::event::Event;

/// What a decision may know beside the café.
#[derive(Debug, Clone, Copy)]
pub struct Context<'a> {
    /// The time at which the command is decided.
    pub now: Timestamp,
    /// The operator's bound on the people in one café.
    pub participants_max: u32,
    /// A number that nobody could foresee, drawn for this command.
    pub drawn: u64,
    /// The selection as it follows from the café as it stands, where somebody has made it already.
    pub selection: Option<&'a SelectionDocument>,
}

/// Events that carry out a command; none when it is carried out already.
pub type Decision = Result<Vec<Event>, Rejection>;

/// Decides a command.
pub fn decide(cafe: &Cafe, ctx: Context<'_>, actor: Actor, id: &CommandId, command: Command) -> Decision {
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
            | Command::EditTopic { .. }
            | Command::CastTopicBallot { .. }
            | Command::SkipTopics { .. }
    )
}

fn by_participant(cafe: &Cafe, ctx: Context<'_>, participant: ParticipantId, command: Command) -> Decision {
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
        Command::EditTopic { topic, draft } => {
            topics::edit_as_participant(cafe, ctx, participant, topic, draft)
        }
        Command::CastTopicBallot { approve, points, revision } => {
            topic_vote::cast_ballot(cafe, participant, topic_vote::Cast { approve, points, revision })
        }
        Command::SkipTopics { topics } => topic_vote::skip(cafe, participant, topics),
        _ => Err(Rejection::NotAllowed),
    }
}

fn by_moderator(cafe: &Cafe, ctx: Context<'_>, command: Command) -> Decision {
    match command {
        Command::Join(_)
        | Command::CastBallot { .. }
        | Command::WithdrawBallot { .. }
        | Command::CastTopicBallot { .. }
        | Command::SkipTopics { .. } => Err(Rejection::NotAllowed),
        Command::EnterSlot { slot } => stage::enter_slot(cafe, ctx, slot),
        Command::ShowScene { on, scene } => stage::show_scene(cafe, on, scene),
        Command::DraftPoll { poll, draft } => polls::draft(cafe, poll, draft),
        Command::OpenPoll { poll, seconds } => polls::open(cafe, ctx, poll, seconds),
        Command::ClosePoll { poll } => polls::close(cafe, poll),
        Command::RevealPoll { poll } => polls::reveal(cafe, poll),
        Command::DeletePoll { poll } => polls::delete(cafe, poll),
        Command::SetProposals { proposals } => topics::set_proposals(cafe, proposals),
        Command::SetTopicVote { phase } => topic_vote::set_phase(cafe, ctx, phase),
        Command::SetTopicRules { rules } => topic_vote::set_rules(cafe, rules),
        Command::ProposeTopic { topic, draft } => topics::propose(cafe, None, topic, draft),
        Command::EditTopic { topic, draft } => topics::edit(cafe, ctx, topic, draft),
        Command::HideTopic { topic } => topics::hide(cafe, topic),
        Command::UnhideTopic { topic } => topics::unhide(cafe, topic),
        Command::HoldTopic { topic } => topics::hold(cafe, topic),
        Command::ReleaseTopic { topic } => topics::release(cafe, topic),
        Command::MergeTopic { topic, into } => topics::merge(cafe, topic, into),
        Command::SplitTopic { topic } => topics::split(cafe, topic),
        Command::TellTopicsApart { first, second } => topics::tell_apart(cafe, first, second),
        Command::SetGlossary { text } => topics::set_glossary(cafe, &text),
        Command::SetSelectionTerms { terms } => selecting::set_terms(cafe, terms),
        Command::SetHands { hands } => selecting::set_hands(cafe, hands),
        Command::AdoptSelection { topics } => selecting::adopt(cafe, ctx, &topics),
        Command::RetractSelection {} => selecting::retract(cafe),
    }
}

fn unknown(field: &str) -> Rejection {
    Rejection::Unknown { field: field.into() }
}

fn too_many(field: &str, limit: usize) -> Rejection {
    Rejection::TooMany { field: field.into(), limit: u32::try_from(limit).unwrap_or(u32::MAX) }
}

fn in_range(field: &str, value: u16, min: u16, max: u16) -> Result<(), Rejection> {
    if (min..=max).contains(&value) {
        Ok(())
    } else {
        Err(Rejection::OutOfRange { field: field.into(), min: min.into(), max: max.into() })
    }
}
