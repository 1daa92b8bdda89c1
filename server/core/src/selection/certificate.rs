//! Whether a programme is fair to every group, checked from the ballots and the result alone, whatever rule
//! made it. The property is EJR+ (Brill, Peters 2023); its first level is justified representation (Aziz et
//! al. 2017).
//!
//! With n people and k places, a group of l·n/k people who agree on a topic outside the programme must not all
//! have fewer than l topics in it. For a topic outside and a level l, let a be how many of its supporters have
//! fewer than l. The property is violated if and only if a·k ≥ l·n for some topic and level.

use num_bigint::BigInt;

use super::electorate::{Electorate, Lot};
use super::{Fraction, Selection};

/// The result of the check.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Certificate {
    /// Level 1 holds: no group of n/k people with a common topic is left with nothing.
    pub is_justified: bool,
    /// All levels hold.
    pub is_proportional: bool,
    /// The topic and level that come nearest to a violation, or are the worst one. Nothing if no topic is
    /// outside, or nobody wants those that are.
    pub worst: Option<Witness>,
}

/// A group that could complain, or nearly could.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Witness {
    /// A topic outside the programme that they agree on.
    pub topic: Lot,
    /// All of them have fewer than this many topics in the programme.
    pub level: usize,
    /// How many they are.
    pub people: u64,
    /// a·k/(l·n): their size against the size at which they have a right to more. From 1 on, the property is
    /// violated.
    pub ratio: Fraction,
}

/// Checks a programme. Excluded topics are not looked at: a group cannot claim what is not to be had.
pub fn certify(electorate: &Electorate, selection: &Selection) -> Certificate {
    let satisfaction = electorate.satisfaction(&selection.topics());
    let mut outside: Vec<Lot> = selection.waiting.iter().map(|waiting| waiting.topic).collect();
    outside.sort_unstable();
    let mut certificate = Certificate { is_justified: true, is_proportional: true, worst: None };
    for topic in outside {
        let mut people_with = vec![0; selection.terms.places];
        for support in electorate.supporters(topic) {
            if let Some(people) = people_with.get_mut(satisfaction[support.group]) {
                *people += support.people;
            }
        }
        let mut people = 0;
        for (has, more) in people_with.into_iter().enumerate() {
            people += more;
            certificate.see(electorate, selection.terms.places, Claim { topic, level: has + 1, people });
        }
    }
    certificate
}

/// Supporters of a topic who have fewer topics than the level.
struct Claim {
    topic: Lot,
    level: usize,
    people: u64,
}

impl Certificate {
    fn see(&mut self, electorate: &Electorate, places: usize, claim: Claim) {
        let Claim { topic, level, people } = claim;
        let [size, right] =
            [u128::from(people) * places as u128, u128::from(electorate.voters()) * level as u128];
        if right <= size && people != 0 {
            self.is_proportional = false;
            self.is_justified &= level != 1;
        }
        // Of equal ratios the first counts: the smaller lot, then the lower level.
        let is_worse = match &self.worst {
            None => people != 0,
            Some(worst) => {
                let [worst_people, worst_level] = [u128::from(worst.people), worst.level as u128];
                worst_people * (level as u128) < u128::from(people) * worst_level
            }
        };
        if is_worse {
            let ratio = Fraction::new(BigInt::from(size), BigInt::from(right));
            self.worst = Some(Witness { topic, level, people, ratio });
        }
    }
}
