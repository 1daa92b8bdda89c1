//! One person on the mixed day: votes, proposes, approves, leaves and comes back, as planned, and remembers what
//! was acknowledged.

use anyhow::{Context, Result, bail};
use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Instant;
use tafelrunde_protocol::command::Command;
use tafelrunde_protocol::ids::{OptionId, Revision};
use tafelrunde_protocol::topic::{Hosting, TopicDraft};
use tokio::sync::mpsc::UnboundedReceiver;
use tokio_tungstenite::tungstenite::Utf8Bytes;

use super::diary::Diary;
use super::plan::Wish;
use crate::connection::{Heard, command_id, read};
use crate::hall::Hall;
use crate::phone::{Phone, Seat};

/// A wish and the moment for which it was planned.
pub type Order = (Wish, Instant);

/// What the server has acknowledged to one phone, so that it must be there at the end.
#[derive(Debug, Default)]
pub struct Kept {
    /// Revision and choice by poll.
    pub ballots: BTreeMap<u32, (u32, u16)>,
    pub topics: Vec<u32>,
    /// Revision and approved topics.
    pub approvals: Option<(u32, Vec<u32>)>,
}

/// A person.
#[derive(Debug)]
pub struct Visitor {
    hall: Arc<Hall>,
    diary: Arc<Diary>,
    presence: Presence,
    here_since: Instant,
    in_flight: Vec<Asked>,
    commands: u32,
    kept: Kept,
}

#[derive(Debug)]
enum Presence {
    Here(Box<Phone>),
    Away(Seat),
    /// Between the two; also where coming back has failed.
    OnTheWay,
}

#[derive(Debug)]
struct Asked {
    number: u32,
    order: Order,
}

impl Visitor {
    pub fn new(hall: Arc<Hall>, diary: Arc<Diary>, phone: Phone) -> Self {
        let presence = Presence::Here(Box::new(phone));
        let here_since = Instant::now();
        Self { hall, diary, presence, here_since, in_flight: Vec::new(), commands: 0, kept: Kept::default() }
    }

    /// Does as told and listens, until there are no more orders and everything is answered, or the line breaks.
    pub async fn spend_the_day(mut self, mut orders: UnboundedReceiver<Order>) -> Kept {
        if let Err(error) = self.follow(&mut orders).await {
            if self.diary.failures.get() == 0 {
                eprintln!("a visitor: {error:#}");
            }
            self.diary.failures.add(1);
        }
        self.kept
    }

    async fn follow(&mut self, orders: &mut UnboundedReceiver<Order>) -> Result<()> {
        let mut more = true;
        while more || !self.in_flight.is_empty() {
            tokio::select! {
                order = orders.recv(), if more => match order {
                    Some(order) => self.carry_out(order).await?,
                    None => more = false,
                },
                text = next(&mut self.presence) => self.hear(&text?)?,
            }
        }
        Ok(())
    }

    async fn carry_out(&mut self, order: Order) -> Result<()> {
        self.diary.chapter().late.since(order.1);
        match &order.0 {
            Wish::Vote { .. } | Wish::Propose { .. } | Wish::Approve { .. } => self.ask(order).await,
            Wish::Leave => self.leave().await,
            Wish::Return { with_cursor } => self.come_back(*with_cursor, order.1).await,
        }
    }

    async fn ask(&mut self, order: Order) -> Result<()> {
        let Presence::Here(phone) = &mut self.presence else { bail!("planned while away: {order:?}") };
        self.commands += 1;
        let number = self.commands;
        let command = command(&order.0, &self.diary);
        self.in_flight.push(Asked { number, order });
        phone.connection.command(command_id(&format!("d{number}")), command).await
    }

    /// What is under way is waited for: a phone sends it again when it is back, and that is another measurement.
    async fn leave(&mut self) -> Result<()> {
        while !self.in_flight.is_empty() {
            let Presence::Here(phone) = &mut self.presence else { bail!("left while away") };
            let text = phone.connection.next_soon().await?;
            self.hear(&text)?;
        }
        if let Presence::Here(phone) = std::mem::replace(&mut self.presence, Presence::OnTheWay) {
            self.presence = Presence::Away(phone.seat);
        }
        self.diary.answered.add(1);
        Ok(())
    }

    async fn come_back(&mut self, with_cursor: bool, intended: Instant) -> Result<()> {
        let Presence::Away(mut seat) = std::mem::replace(&mut self.presence, Presence::OnTheWay) else {
            bail!("came back without having left")
        };
        if !with_cursor {
            seat.forget_board();
        }
        self.presence = Presence::Here(Box::new(Phone::open(&self.hall, seat).await?));
        self.here_since = Instant::now();
        self.diary.returns.since(intended);
        self.diary.answered.add(1);
        Ok(())
    }

    fn hear(&mut self, text: &str) -> Result<()> {
        let now = Instant::now();
        match read(text)? {
            Heard::Ack(ack) => {
                let (wish, intended) = self.answered(ack.id.as_str())?;
                if let Some(recorder) = self.diary.recorder(&wish) {
                    recorder.record(now.saturating_duration_since(intended));
                }
                if matches!(wish, Wish::Approve { .. }) {
                    self.diary.note_approved(now);
                }
                self.kept.keep(wish);
            }
            Heard::Rejected(rejected) => {
                let (wish, _) = self.answered(rejected.id.as_str())?;
                if self.diary.rejected.get() == 0 {
                    eprintln!("rejected: {:?} ({wish:?})", rejected.why);
                }
                self.diary.rejected.add(1);
            }
            Heard::Update(update) => {
                if let Presence::Here(phone) = &mut self.presence {
                    phone.seat.move_to(update.version);
                }
                self.diary.updates.add(1);
                self.diary.update_bytes.add(text.len() as u64);
                for (key, _) in update.docs.iter().filter(|(_, document)| document.is_some()) {
                    self.diary.note_document(key, self.here_since, now);
                }
            }
            Heard::Bye(bye) => bail!("the server said bye: {:?}", bye.reason),
            Heard::Error(error) => bail!("the server did not understand: {}", error.reason),
            _ => {}
        }
        Ok(())
    }

    fn answered(&mut self, id: &str) -> Result<Order> {
        let number = id.strip_prefix('d').and_then(|number| number.parse::<u32>().ok());
        let place = self.in_flight.iter().position(|asked| Some(asked.number) == number);
        let place = place.with_context(|| format!("an answer to {id}, which was not asked"))?;
        self.diary.answered.add(1);
        Ok(self.in_flight.swap_remove(place).order)
    }
}

/// The next message; never, while there is no line.
async fn next(presence: &mut Presence) -> Result<Utf8Bytes> {
    match presence {
        Presence::Here(phone) => phone.connection.next().await,
        Presence::Away(_) | Presence::OnTheWay => std::future::pending().await,
    }
}

fn command(wish: &Wish, diary: &Diary) -> Command {
    match wish {
        Wish::Vote { poll, choice, revision } => Command::CastBallot {
            poll: diary.polls[*poll as usize].clone(),
            choices: vec![OptionId(*choice)],
            revision: Revision((*revision).into()),
        },
        Wish::Propose { topic } => {
            let title = format!("Subject {topic}");
            let text = "A few words on why it matters to all of us, and what to begin with.".to_owned();
            let draft = TopicDraft { title, text, theme: None, hosting: Hosting::Willing };
            Command::ProposeTopic { topic: diary.topics[*topic as usize].clone(), draft }
        }
        Wish::Approve { topics, revision } => Command::CastTopicBallot {
            points: Default::default(),
            approve: topics.iter().map(|topic| diary.topics[*topic as usize].clone()).collect(),
            revision: Revision((*revision).into()),
        },
        Wish::Leave | Wish::Return { .. } => unreachable!("no command: done with the line"),
    }
}

impl Kept {
    /// Answers may come in any order; the highest revision counts.
    fn keep(&mut self, wish: Wish) {
        match wish {
            Wish::Vote { poll, choice, revision } => {
                let ballot = self.ballots.entry(poll).or_default();
                *ballot = (*ballot).max((revision, choice));
            }
            Wish::Propose { topic } => self.topics.push(topic),
            Wish::Approve { topics, revision } => {
                if self.approvals.as_ref().is_none_or(|(earlier, _)| *earlier < revision) {
                    self.approvals = Some((revision, topics));
                }
            }
            Wish::Leave | Wish::Return { .. } => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_highest_revision_counts_in_whatever_order_answers_come() {
        let mut kept = Kept::default();
        kept.keep(Wish::Vote { poll: 1, choice: 0, revision: 7 });
        kept.keep(Wish::Vote { poll: 1, choice: 3, revision: 2 });
        kept.keep(Wish::Approve { topics: vec![1], revision: 2 });
        kept.keep(Wish::Approve { topics: vec![2], revision: 1 });
        assert_eq!(kept.ballots, BTreeMap::from([(1, (7, 0))]));
        assert_eq!(kept.approvals, Some((2, vec![1])));
    }
}
