//! What happens by itself when its time has come. The clock is somebody else's: the room asks when to wake.

use tafelrunde_protocol::command::Phase;
use tafelrunde_protocol::ids::Timestamp;

use crate::cafe::Cafe;
use crate::event::Event;

/// The next time at which [`due`] has something to say.
pub fn next_deadline(cafe: &Cafe) -> Option<Timestamp> {
    let open = cafe.polls.values().filter(|poll| poll.phase == Phase::Open);
    open.filter_map(|poll| poll.closes_at).min()
}

/// What has to happen by now. It stands in the journal before every command of the same moment, so a
/// ballot at the deadline is late.
pub fn due(cafe: &Cafe, now: Timestamp) -> Vec<Event> {
    let is_due = |closes_at: Option<Timestamp>| closes_at.is_some_and(|at| at <= now);
    let polls = cafe.polls.iter();
    let over = polls.filter(|(_, poll)| poll.phase == Phase::Open && is_due(poll.closes_at));
    over.map(|(id, _)| Event::PollClosed { poll: id.clone() }).collect()
}
