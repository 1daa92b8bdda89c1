//! Taking a seat, and what people say about themselves.

use tafelrunde_protocol::command::Profile;
use tafelrunde_protocol::limits::{NAME_CHARS_MAX, ORGANISATION_CHARS_MAX};
use tafelrunde_protocol::rejection::Rejection;

use super::{Context, Decision};
use crate::actor::TokenHash;
use crate::cafe::Cafe;
use crate::event::Event;
use crate::text::{self, Field};

const NAME: Field = Field { name: "name", chars_max: NAME_CHARS_MAX };
const ORGANISATION: Field = Field { name: "organisation", chars_max: ORGANISATION_CHARS_MAX };

/// Takes the seat of this token, or changes the profile of who has it.
pub fn join(cafe: &Cafe, ctx: Context<'_>, token: TokenHash, profile: Profile) -> Decision {
    let profile = Profile {
        name: text::optional_line(NAME, &profile.name)?,
        organisation: text::optional_line(ORGANISATION, &profile.organisation)?,
        role: profile.role,
    };
    let participant = token.participant();
    match cafe.people.seat(participant) {
        Some(seat) if !seat.token.matches(&token) => Err(Rejection::SeatTaken),
        Some(seat) if seat.profile == profile => Ok(Vec::new()),
        Some(_) => Ok(vec![Event::ProfileChanged { participant, profile }]),
        None if cafe.people.joined() >= ctx.participants_max => {
            Err(Rejection::CafeFull { limit: ctx.participants_max })
        }
        None => Ok(vec![Event::ParticipantJoined { participant, token, profile }]),
    }
}
