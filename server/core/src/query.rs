//! What somebody may know beside the documents. [`inquire`] checks a query and takes from the café what its
//! answer is made of; making it may take long and happens elsewhere.

use tafelrunde_protocol::ids::{ParticipantId, TopicId};
use tafelrunde_protocol::limits::{CARDS_MAX, TITLE_CHARS_MAX};
use tafelrunde_protocol::query::{NextCards, Query};
use tafelrunde_protocol::rejection::Rejection;

use crate::actor::Actor;
use crate::cafe::Cafe;
use crate::decide::{changed_hands, checked_terms_with};
use crate::forming::Ingredients;
use crate::lot;
use crate::text::{self, Field};
use crate::topic::{Place, Topic};

const TITLE: Field = Field { name: "title", chars_max: TITLE_CHARS_MAX };

/// A query that may be answered, with all that the café adds to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Inquiry {
    /// Which topics are like this text?
    Similar {
        /// What somebody has typed.
        title: String,
        /// Topics that are not to be named: the asker's own.
        except: Vec<TopicId>,
    },
    /// Which topics look alike?
    Pairs,
    /// Which topics come next? Answered already.
    Cards(NextCards),
    /// What would change?
    Preview {
        /// As it is.
        now: Box<Ingredients>,
        /// As it would be.
        then: Box<Ingredients>,
    },
}

/// Checks a query. Nothing changes by it.
pub fn inquire(cafe: &Cafe, actor: Actor, query: Query) -> Result<Inquiry, Rejection> {
    let participant = actor.participant();
    match query {
        Query::SimilarTopics { title } if actor != Actor::Screen => {
            let title = text::optional_line(TITLE, &title)?;
            let own = participant.map(|participant| cafe.topics.proposed_by(participant));
            let ids = own.into_iter().flatten().map(|place| cafe.topics.at(*place).id.clone());
            Ok(Inquiry::Similar { title, except: ids.collect() })
        }
        Query::NextCards {} => match actor {
            Actor::Participant(token) => {
                let participant = cafe.seated(&token).ok_or(Rejection::NotJoined)?;
                Ok(Inquiry::Cards(next_cards(cafe, participant)))
            }
            Actor::Moderator | Actor::Screen => Err(Rejection::NotAllowed),
        },
        Query::SimilarPairs {} if actor == Actor::Moderator => Ok(Inquiry::Pairs),
        Query::PreviewSelection { terms, hands } if actor == Actor::Moderator => {
            let terms = match terms {
                Some(terms) => terms,
                None => cafe.selecting.terms(cafe.topics.rules.ballot),
            };
            let hands = changed_hands(cafe, &hands, &terms)?;
            let terms = checked_terms_with(terms, &hands)?;
            let now = Ingredients::of(cafe);
            let then = Box::new(now.changed(Some(terms), hands));
            Ok(Inquiry::Preview { now: Box::new(now), then })
        }
        Query::SimilarTopics { .. } | Query::SimilarPairs {} | Query::PreviewSelection { .. } => {
            Err(Rejection::NotAllowed)
        }
    }
}

/// Topics that fewest people have judged come first, so that all get about as many. Equal ones, and the order of
/// those that are dealt together, differ from person to person: what is dealt tells nobody how a vote stands.
fn next_cards(cafe: &Cafe, participant: ParticipantId) -> NextCards {
    let topics = &cafe.topics;
    let is_own = |topic: &Topic| topic.proposer == Some(participant);
    let wanted = topics.ballots().get(participant).map(|ballot| topics.wanted(ballot)).unwrap_or_default();
    let is_open = |(place, topic): &(Place, &Topic)| {
        let is_judged = wanted.contains_key(place) || topics.ballots().is_judged_by(participant, *place);
        !is_judged && !is_own(topic) && !topics.parts(*place).any(is_own)
    };
    let own_order = |place: &Place| (lot::rank(participant.0, u64::from(*place)), *place);
    let mut open: Vec<Place> = topics.shown().filter(is_open).map(|(place, _)| place).collect();
    let left = u32::try_from(open.len()).unwrap_or(u32::MAX);
    open.sort_by_key(|place| (topics.ballots().judged(*place), own_order(place)));
    open.truncate(CARDS_MAX);
    open.sort_by_key(own_order);
    NextCards { topics: open.into_iter().map(|place| topics.at(place).id.clone()).collect(), left }
}
