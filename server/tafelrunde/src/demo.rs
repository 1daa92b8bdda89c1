//! A simulated crowd for `tafelrunde demo`: people who come in over real WebSockets, propose topics and
//! vote, and a moderator who walks through the day. For newcomers to see the wall move; load is measured by
//! `load-tests`.

mod client;
mod moderator;
mod participant;

use std::net::SocketAddr;
use std::time::Duration;

use crate::create::Created;

/// Lets the crowd in; it stays until the process ends.
pub fn begin(server: SocketAddr, cafe: &Created, participants: u32) {
    let address = client::Address::new(server, cafe.code.clone());
    tokio::spawn(moderator::drive(address.clone(), cafe.moderator_token.clone()));
    for number in 0..participants {
        // Everybody comes in within the first quarter of a minute, not all at once.
        let arrives = Duration::from_millis(u64::from(number) * 15_000 / u64::from(participants.max(1)));
        tokio::spawn(participant::live(address.clone(), number, arrives));
    }
}
