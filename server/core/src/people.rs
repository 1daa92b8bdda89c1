//! Who has a seat, and the counts that the console and the wall show of them.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use tafelrunde_protocol::command::{Affiliation, Profile};
use tafelrunde_protocol::ids::ParticipantId;

use crate::actor::TokenHash;

/// Everybody with a seat.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct People {
    seats: BTreeMap<ParticipantId, Seat>,
    by_role: BTreeMap<Affiliation, u32>,
    by_organisation: BTreeMap<String, u32>,
}

/// One seat.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Seat {
    /// What opens it.
    pub token: TokenHash,
    /// What the person said about themselves.
    pub profile: Profile,
}

impl People {
    /// How many have a seat.
    pub fn joined(&self) -> u32 {
        u32::try_from(self.seats.len()).expect("participants_max is a u32")
    }

    /// The seat with this pseudonym.
    pub fn seat(&self, id: ParticipantId) -> Option<&Seat> {
        self.seats.get(&id)
    }

    /// All seats, in the order of their pseudonyms.
    pub fn seats(&self) -> impl Iterator<Item = (ParticipantId, &Seat)> {
        self.seats.iter().map(|(id, seat)| (*id, seat))
    }

    /// Participants by kind of organisation.
    pub fn by_role(&self) -> &BTreeMap<Affiliation, u32> {
        &self.by_role
    }

    /// Participants by organisation.
    pub fn by_organisation(&self) -> &BTreeMap<String, u32> {
        &self.by_organisation
    }

    /// Takes a seat.
    pub fn join(&mut self, id: ParticipantId, seat: Seat) {
        self.count(&seat.profile);
        let earlier = self.seats.insert(id, seat);
        assert!(earlier.is_none(), "a seat is taken once");
    }

    /// Replaces a profile.
    pub fn change_profile(&mut self, id: ParticipantId, profile: Profile) {
        self.count(&profile);
        let seat = self.seats.get_mut(&id).expect("only who has a seat changes a profile");
        let earlier = std::mem::replace(&mut seat.profile, profile);
        self.discount(&earlier);
    }

    fn count(&mut self, profile: &Profile) {
        if let Some(role) = profile.role {
            *self.by_role.entry(role).or_default() += 1;
        }
        if !profile.organisation.is_empty() {
            *self.by_organisation.entry(profile.organisation.clone()).or_default() += 1;
        }
    }

    fn discount(&mut self, profile: &Profile) {
        if let Some(role) = profile.role {
            lower(&mut self.by_role, &role);
        }
        if !profile.organisation.is_empty() {
            lower(&mut self.by_organisation, &profile.organisation);
        }
    }
}

/// Takes one away; what reaches zero leaves the map, so that equal people give equal state.
fn lower<K: Ord>(counts: &mut BTreeMap<K, u32>, key: &K) {
    let count = counts.get_mut(key).expect("what is discounted has been counted");
    *count -= 1;
    if *count == 0 {
        counts.remove(key);
    }
}
