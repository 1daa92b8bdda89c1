//! `tafelrunde.select/1`: topics, ballots and a number of places in; the programme by one rule out.

use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};

use super::select_result::SelectResult;
use super::{
    BALLOTS_MAX, FileError, PLACES_MAX, POINTS_MAX, TOPICS_MAX, TopicEntry, Topics, at_most, error, read,
};
use crate::selection::electorate::{Ballot, Electorate, Lot};
use crate::selection::report::report;
use crate::selection::{Rule, Terms, TermsError, select};

/// What a file of ballots says that it is.
pub const SCHEMA: &str = "tafelrunde.select/1";

/// The names of the rules on the command line and in results.
pub const RULES: [(&str, Rule); 6] = [
    ("topk", Rule::MostVotes),
    ("seqphragmen", Rule::SequentialPhragmen),
    ("mes", Rule::EqualSharesAlone),
    ("mes_phragmen", Rule::EqualShares),
    ("seqpav", Rule::SequentialPav),
    ("mes_additive", Rule::AdditiveEqualShares),
];

/// Points for the first, the second and every further group of a ranking, as in the wishes for tables.
const RANKING_POINTS: [u32; 3] = [3, 2, 1];

#[derive(Deserialize)]
struct File {
    id: String,
    kind: Kind,
    k: usize,
    topics: Vec<TopicEntry>,
    ballots: Vec<Entry>,
    cap: Option<u32>,
    #[serde(default)]
    pinned: Vec<String>,
    #[serde(default)]
    excluded: Vec<String>,
}

#[derive(Deserialize, Clone, Copy, PartialEq, Eq)]
#[serde(rename_all = "snake_case")]
enum Kind {
    Approval,
    Dots,
    Score,
    Ranking,
}

#[derive(Deserialize)]
struct Entry {
    voter: String,
    approve: Option<Vec<String>>,
    points: Option<BTreeMap<String, u32>>,
    ranking: Option<Vec<Vec<String>>>,
}

/// Reads a file, selects, and writes the result as one line of JSON.
pub fn compute(text: &str, rule: Rule) -> Result<String, FileError> {
    let file: File = read(text, SCHEMA)?;
    if file.k == 0 || PLACES_MAX < file.k {
        return Err(error("k", format!("{} is not between 1 and {PLACES_MAX}", file.k)));
    }
    if file.cap == Some(0) {
        return Err(error("cap", "0 would leave no points"));
    }
    let topics = Topics::new(file.topics, TOPICS_MAX)?;
    let ballots = ballots(&topics, file.kind, file.cap.unwrap_or(POINTS_MAX), &file.ballots)?;
    let terms = Terms {
        rule,
        places: file.k,
        pinned: named(&topics, &file.pinned, "pinned")?,
        excluded: named(&topics, &file.excluded, "excluded")?,
    };
    let electorate = Electorate::new(topics.ids.len(), ballots);
    let selection = select(&electorate, &terms).map_err(|wrong| refused(wrong, &topics))?;
    let report = report(&electorate, &selection);
    let result = SelectResult::new(&file.id, &topics, &selection, &report);
    Ok(serde_json::to_string(&result).expect("a result has only names and numbers"))
}

fn ballots(topics: &Topics, kind: Kind, cap: u32, entries: &[Entry]) -> Result<Vec<Ballot>, FileError> {
    at_most("ballots", entries.len(), BALLOTS_MAX)?;
    let mut voters = BTreeSet::new();
    let mut ballots = Vec::with_capacity(entries.len());
    for (position, entry) in entries.iter().enumerate() {
        let path = format!("ballots[{position}]");
        if !voters.insert(&entry.voter) {
            return Err(error(format!("{path}.voter"), format!("{:?} has a ballot already", entry.voter)));
        }
        let mut ballot = match kind {
            Kind::Approval => approvals(topics, given(&entry.approve, &path, "approve")?, &path)?,
            Kind::Dots | Kind::Score => points(topics, given(&entry.points, &path, "points")?, &path)?,
            Kind::Ranking => ranking(topics, given(&entry.ranking, &path, "ranking")?, &path)?,
        };
        ballot.values_mut().for_each(|points| *points = cap.min(*points));
        ballots.push(ballot);
    }
    Ok(ballots)
}

fn given<'a, T>(field: &'a Option<T>, path: &str, name: &str) -> Result<&'a T, FileError> {
    field.as_ref().ok_or_else(|| error(format!("{path}.{name}"), "missing"))
}

fn approvals(topics: &Topics, ids: &[String], path: &str) -> Result<Ballot, FileError> {
    let lots = named(topics, ids, &format!("{path}.approve"))?;
    Ok(lots.into_iter().map(|lot| (lot, 1)).collect())
}

fn points(topics: &Topics, points: &BTreeMap<String, u32>, path: &str) -> Result<Ballot, FileError> {
    let mut ballot = Ballot::new();
    for (id, points) in points {
        let path = || format!("{path}.points.{id}");
        if POINTS_MAX < *points {
            return Err(error(path(), format!("{points} points are more than {POINTS_MAX}")));
        }
        ballot.insert(topics.lot(id, path)?, *points);
    }
    Ok(ballot)
}

fn ranking(topics: &Topics, groups: &[Vec<String>], path: &str) -> Result<Ballot, FileError> {
    let ranking = topics.ranking(groups, &format!("{path}.ranking"))?;
    let points = |rank: usize| RANKING_POINTS[rank.min(RANKING_POINTS.len() - 1)];
    let groups = ranking.into_iter().enumerate();
    Ok(groups.flat_map(|(rank, group)| group.into_iter().map(move |lot| (lot, points(rank)))).collect())
}

/// A list of different topics.
fn named(topics: &Topics, ids: &[String], path: &str) -> Result<BTreeSet<Lot>, FileError> {
    let mut lots = BTreeSet::new();
    for (position, id) in ids.iter().enumerate() {
        let path = || format!("{path}[{position}]");
        if !lots.insert(topics.lot(id, path)?) {
            return Err(error(path(), format!("{id:?} is there twice")));
        }
    }
    Ok(lots)
}

fn refused(wrong: TermsError, topics: &Topics) -> FileError {
    match wrong {
        TermsError::TooManyPinned { places } => error("pinned", format!("more topics than {places} places")),
        TermsError::PinnedAndExcluded(lot) => {
            error("excluded", format!("{:?} is pinned, too", topics.id(lot)))
        }
        TermsError::UnknownTopic(lot) => error("topics", format!("there is no topic {lot}")),
    }
}
