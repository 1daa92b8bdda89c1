//! The result of a selection as JSON. Fractions that decide are exact texts such as `11/32`; amounts for
//! reading are decimals.

use serde::Serialize;

use super::select::RULES;
use super::{Topics, decimal};
use crate::selection::certificate::{Certificate, Witness};
use crate::selection::report::Report;
use crate::selection::representation::{Representation, WildCard};
use crate::selection::{Elected, Grounds, Selection, Waiting};

/// The whole file.
#[derive(Serialize)]
pub struct SelectResult<'a> {
    schema: &'static str,
    instance: &'a str,
    rule: &'static str,
    k: usize,
    winners: Vec<&'a str>,
    certificate: CertificateEntry<'a>,
    coverage: Coverage,
    most_votes: MostVotes,
    elected: Vec<ElectedEntry<'a>>,
    waiting: Vec<WaitingEntry<'a>>,
    close: Vec<&'a str>,
    wild_card: Option<WildCardEntry<'a>>,
}

#[derive(Serialize)]
struct CertificateEntry<'a> {
    #[serde(rename = "JR")]
    is_justified: bool,
    #[serde(rename = "EJRplus")]
    is_proportional: bool,
    #[serde(rename = "EJRplus_margin")]
    margin: f64,
    #[serde(rename = "EJRplus_worst")]
    worst: Option<WitnessEntry<'a>>,
}

#[derive(Serialize)]
struct WitnessEntry<'a> {
    topic: &'a str,
    level: usize,
    supporters_below_level: u64,
    ratio: String,
}

#[derive(Serialize)]
struct Coverage {
    voters: u64,
    coverage1: u64,
    coverage2: u64,
    coverage3: u64,
}

#[derive(Serialize)]
struct MostVotes {
    common: usize,
    coverage: Coverage,
}

#[derive(Serialize)]
struct ElectedEntry<'a> {
    topic: &'a str,
    place: usize,
    grounds: &'static str,
    moment: Option<String>,
    supporters: u64,
    with_nothing_else: u64,
    payments: Vec<PaymentEntry>,
}

#[derive(Serialize)]
struct PaymentEntry {
    people: u64,
    each: f64,
}

#[derive(Serialize)]
struct WaitingEntry<'a> {
    topic: &'a str,
    place: usize,
    supporters: u64,
    holds: f64,
    lacks: Option<u64>,
}

#[derive(Serialize)]
struct WildCardEntry<'a> {
    topic: &'a str,
    with_nothing: u64,
    with_one: u64,
}

impl<'a> SelectResult<'a> {
    /// Names topics by their ids.
    pub fn new(instance: &'a str, topics: &'a Topics, selection: &Selection, report: &Report) -> Self {
        let is_rule = |(_, rule): &&(&str, _)| *rule == selection.terms.rule;
        let (rule, _) = RULES.iter().find(is_rule).expect("every rule has a name");
        Self {
            schema: "tafelrunde.select.result/1",
            instance,
            rule,
            k: selection.terms.places,
            winners: topics.ids(selection.topics()),
            certificate: certificate(topics, &report.certificate),
            coverage: coverage(&report.representation),
            most_votes: MostVotes {
                common: report.common_with_most_votes,
                coverage: coverage(&report.by_most_votes),
            },
            elected: selection.elected.iter().map(|elected| elected_entry(topics, elected)).collect(),
            waiting: selection.waiting.iter().map(|waiting| waiting_entry(topics, waiting)).collect(),
            close: topics.ids(report.close.iter().copied()),
            wild_card: report.wild_card.as_ref().map(|wild_card| wild_card_entry(topics, wild_card)),
        }
    }
}

fn certificate<'a>(topics: &'a Topics, certificate: &Certificate) -> CertificateEntry<'a> {
    let worst = |witness: &Witness| WitnessEntry {
        topic: topics.id(witness.topic),
        level: witness.level,
        supporters_below_level: witness.people,
        ratio: witness.ratio.to_string(),
    };
    CertificateEntry {
        is_justified: certificate.is_justified,
        is_proportional: certificate.is_proportional,
        margin: certificate.worst.as_ref().map_or(0.0, |witness| decimal(&witness.ratio)),
        worst: certificate.worst.as_ref().map(worst),
    }
}

fn coverage(representation: &Representation) -> Coverage {
    Coverage {
        voters: representation.voters,
        coverage1: representation.with_one,
        coverage2: representation.with_two,
        coverage3: representation.with_three,
    }
}

fn elected_entry<'a>(topics: &'a Topics, elected: &Elected) -> ElectedEntry<'a> {
    let grounds = match elected.grounds {
        Grounds::Pinned => "pinned",
        Grounds::Ballots => "ballots",
        Grounds::Completion => "completion",
        Grounds::WildCard => "wild_card",
        Grounds::Spare => "spare",
    };
    let payments = elected.payments.iter();
    ElectedEntry {
        topic: topics.id(elected.topic),
        place: elected.place,
        grounds,
        moment: elected.moment.as_ref().map(ToString::to_string),
        supporters: elected.supporters,
        with_nothing_else: elected.with_nothing_else,
        payments: payments
            .map(|payment| PaymentEntry { people: payment.people, each: decimal(&payment.each) })
            .collect(),
    }
}

fn waiting_entry<'a>(topics: &'a Topics, waiting: &Waiting) -> WaitingEntry<'a> {
    WaitingEntry {
        topic: topics.id(waiting.topic),
        place: waiting.place,
        supporters: waiting.supporters,
        holds: decimal(&waiting.holds),
        lacks: waiting.lacks,
    }
}

fn wild_card_entry<'a>(topics: &'a Topics, wild_card: &WildCard) -> WildCardEntry<'a> {
    WildCardEntry {
        topic: topics.id(wild_card.topic),
        with_nothing: wild_card.with_nothing,
        with_one: wild_card.with_one,
    }
}
