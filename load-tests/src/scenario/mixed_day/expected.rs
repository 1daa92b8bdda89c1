//! What has to be on the board at the end: everything that was acknowledged, and nothing else.

use anyhow::{Context, Result, bail};
use serde::de::DeserializeOwned;
use serde_json::value::RawValue;
use std::collections::{BTreeMap, BTreeSet};
use tafelrunde_protocol::document::{SupportDocument, TallyDocument};
use tafelrunde_protocol::ids::{PollId, TopicId};

use super::diary::Diary;
use super::plan::OPTIONS;
use super::visitor::Kept;
use crate::connection::{Connection, Heard, read};
use crate::hall::Hall;

/// Counts made of what the phones know.
#[derive(Debug, Default)]
pub struct Expected {
    tallies: BTreeMap<PollId, Vec<u32>>,
    topics: BTreeSet<TopicId>,
    support: BTreeMap<TopicId, u32>,
    topic_ballots: u32,
}

/// Documents of the console's board.
type Documents = BTreeMap<String, Box<RawValue>>;

impl Expected {
    pub fn of(all: &[Kept], diary: &Diary) -> Self {
        let mut expected = Self::default();
        for poll in &diary.polls {
            expected.tallies.insert(poll.clone(), vec![0; OPTIONS.into()]);
        }
        for kept in all {
            for (poll, (_, choice)) in &kept.ballots {
                let tally = expected.tallies.get_mut(&diary.polls[*poll as usize]);
                tally.expect("every poll has a tally")[usize::from(*choice)] += 1;
            }
            expected.topics.extend(kept.topics.iter().map(|topic| diary.topics[*topic as usize].clone()));
            let Some((_, approved)) = &kept.approvals else { continue };
            expected.topic_ballots += 1;
            for topic in approved {
                *expected.support.entry(diary.topics[*topic as usize].clone()).or_default() += 1;
            }
        }
        expected
    }

    /// Ballots in all polls together, as the wall counts them.
    pub fn ballots(&self) -> u64 {
        self.tallies.values().flatten().map(|count| u64::from(*count)).sum()
    }

    /// What a fresh console shows otherwise, in words; nothing is lost when there is nothing to say.
    pub async fn differences(&self, hall: &Hall) -> Result<Vec<String>> {
        self.compare(&documents(hall).await?)
    }

    fn compare(&self, documents: &Documents) -> Result<Vec<String>> {
        let mut differences = Vec::new();
        for (poll, counts) in &self.tallies {
            let shown = document::<TallyDocument>(documents, &format!("tally/{poll}"))?;
            let shown = shown.map_or_else(Vec::new, |tally| tally.counts);
            if shown != *counts {
                differences.push(format!("{poll}: {counts:?} acknowledged, {shown:?} counted"));
            }
        }
        for topic in &self.topics {
            if !documents.contains_key(&format!("topic/{topic}")) {
                differences.push(format!("{topic} was acknowledged and is not there"));
            }
        }
        let support = document::<SupportDocument>(documents, "support")?.context("no support document")?;
        if support.counts != self.support || support.ballots != self.topic_ballots {
            differences.push(format!("{} topic ballots, other supporters", support.ballots));
        }
        Ok(differences)
    }
}

async fn documents(hall: &Hall) -> Result<Documents> {
    let mut connection = Connection::open(hall.address, None, hall.console_hello()).await?;
    loop {
        let text = connection.next_soon().await?;
        match read(&text)? {
            Heard::Snapshot(snapshot) => {
                let owned = snapshot.docs.into_iter().map(|(key, document)| (key, document.to_owned()));
                return Ok(owned.collect());
            }
            Heard::Error(error) => bail!("no console: {}", error.reason),
            _ => {}
        }
    }
}

fn document<T: DeserializeOwned>(documents: &Documents, key: &str) -> Result<Option<T>> {
    let Some(text) = documents.get(key) else { return Ok(None) };
    serde_json::from_str(text.get()).map(Some).with_context(|| format!("{key} cannot be read"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::Instant;

    fn documents(counts: &str, support: &str) -> Documents {
        let raw = |text: &str| RawValue::from_string(text.to_owned()).expect("JSON");
        Documents::from([
            ("tally/p".to_owned(), raw(&format!(r#"{{"counts":{counts},"ballots":1}}"#))),
            ("topic/t".to_owned(), raw("{}")),
            ("support".to_owned(), raw(&format!(r#"{{"counts":{support},"ballots":1}}"#))),
        ])
    }

    #[test]
    fn a_ballot_that_is_not_counted_is_told() {
        let polls = vec![PollId::new("p").expect("an id")];
        let topics = vec![TopicId::new("t").expect("an id")];
        let diary = Diary::new(Instant::now(), polls, topics);
        let kept =
            Kept { ballots: BTreeMap::from([(0, (1, 2))]), topics: vec![0], approvals: Some((1, vec![0])) };
        let expected = Expected::of(&[kept], &diary);
        assert_eq!(expected.ballots(), 1);
        let told = |counts, support| expected.compare(&documents(counts, support)).expect("readable");
        assert_eq!(told("[0,0,1,0]", r#"{"t":1}"#), Vec::<String>::new());
        assert_eq!(told("[0,0,0,0]", r#"{"t":1}"#), ["p: [0, 0, 1, 0] acknowledged, [0, 0, 0, 0] counted"]);
        assert_eq!(told("[0,0,1,0]", "{}"), ["1 topic ballots, other supporters"]);
    }
}
