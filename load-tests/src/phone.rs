//! One phone: a seat, a line, and one small task that votes when told to and listens otherwise.

use anyhow::{Context, Result, bail};
use data_encoding::BASE64URL_NOPAD;
use rand::RngExt;
use std::sync::Arc;
use std::time::{Duration, Instant};
use tafelrunde_protocol::command::{Command, Profile, Scene};
use tafelrunde_protocol::document::StageDocument;
use tafelrunde_protocol::ids::{OptionId, PollId, Revision, Version};
use tafelrunde_protocol::message::Cursor;
use tokio::sync::mpsc::UnboundedReceiver;

use crate::connection::{Connection, Heard, command_id, read};
use crate::hall::Hall;
use crate::ledger::Ledger;

/// A phone with an open line.
#[derive(Debug)]
pub struct Phone {
    pub seat: Seat,
    pub connection: Connection,
}

/// What a phone keeps when its line breaks.
#[derive(Debug, Clone)]
pub struct Seat {
    number: u32,
    token: String,
    cursor: Option<Cursor>,
}

/// A vote to be sent now.
#[derive(Debug, Clone)]
pub struct Vote {
    pub poll: PollId,
    /// Number of the poll: unique for the phone, which votes once in each.
    pub number: u32,
    pub choice: u16,
    /// When it should be sent; latencies count from here.
    pub intended: Instant,
}

/// How a notice of the fan-out scenario begins; the time of its sending follows.
pub const NOTICE: &str = "sent ";

impl Seat {
    /// A new seat with 256 random bits.
    pub fn new(number: u32) -> Self {
        let secret: [u8; 32] = rand::rng().random();
        Self { number, token: BASE64URL_NOPAD.encode(&secret), cursor: None }
    }

    /// As after a reload of the page: the next greeting brings the whole board.
    pub fn forget_board(&mut self) {
        self.cursor = None;
    }
}

impl Phone {
    /// Opens a line and returns when the board stands: a whole one, or what was missed since the seat's cursor.
    pub async fn open(hall: &Hall, seat: Seat) -> Result<Self> {
        let hello = hall.phone_hello(&seat.token, seat.cursor.clone());
        let connection = Connection::open(hall.address, hall.next_source(), hello).await?;
        let mut phone = Self { seat, connection };
        let mut welcome = false;
        loop {
            let text = phone.connection.next_soon().await?;
            match read(&text)? {
                Heard::Welcome(_) => welcome = true,
                Heard::Snapshot(snapshot) => {
                    phone.seat.cursor = Some(Cursor { epoch: snapshot.epoch, version: snapshot.version });
                    return if welcome { Ok(phone) } else { bail!("a board came before the welcome") };
                }
                Heard::Update(update) => {
                    phone.seat.move_to(update.version);
                    return Ok(phone);
                }
                // Who has missed nothing gets no board: all personal documents are the last of the greeting.
                Heard::Personal(personal) if personal.all && phone.seat.cursor.is_some() => return Ok(phone),
                Heard::Personal(_) => {}
                other => bail!("instead of a board came {other:?}"),
            }
        }
    }

    /// Takes the seat and returns when it is stored.
    pub async fn join(&mut self) -> Result<()> {
        self.connection.command(command_id("join"), Command::Join(Profile::default())).await?;
        loop {
            let text = self.connection.next_soon().await?;
            match read(&text)? {
                Heard::Ack(ack) if ack.id.as_str() == "join" => return Ok(()),
                Heard::Rejected(rejected) => bail!("the seat was refused: {:?}", rejected.why),
                Heard::Update(update) => self.seat.move_to(update.version),
                Heard::Bye(bye) => bail!("the server said bye: {:?}", bye.reason),
                _ => {}
            }
        }
    }

    /// Votes as told and listens, until there are no more orders and every vote is answered, or the line breaks.
    pub async fn follow(mut self, mut votes: UnboundedReceiver<Vote>, ledger: Arc<Ledger>) {
        if let Err(error) = self.follow_until_told_all(&mut votes, &ledger).await {
            if ledger.failures.get() == 0 {
                eprintln!("phone {}: {error:#}", self.seat.number);
            }
            ledger.failures.add(1);
        }
    }

    async fn follow_until_told_all(
        &mut self,
        votes: &mut UnboundedReceiver<Vote>,
        ledger: &Ledger,
    ) -> Result<()> {
        // Few: a vector is searched faster than a map, and is empty nearly always.
        let mut in_flight: Vec<(u32, Instant)> = Vec::new();
        let mut more = true;
        while more || !in_flight.is_empty() {
            tokio::select! {
                vote = votes.recv(), if more => match vote {
                    Some(vote) => {
                        in_flight.push((vote.number, vote.intended));
                        let intended = vote.intended;
                        self.cast(vote).await?;
                        ledger.late.since(intended);
                    }
                    None => more = false,
                },
                text = self.connection.next() => self.hear(&text?, &mut in_flight, ledger)?,
            }
        }
        Ok(())
    }

    /// Votes in every poll as fast as the acknowledgements allow, with so many unanswered at a time.
    /// Gives the phone back, so that its line stays open.
    pub async fn cast_all(mut self, polls: &[PollId], in_flight_max: usize, ledger: &Ledger) -> Result<Self> {
        let mut in_flight = Vec::new();
        for (number, poll) in (0..).zip(polls) {
            while in_flight.len() >= in_flight_max {
                let text = self.connection.next_soon().await?;
                self.hear(&text, &mut in_flight, ledger)?;
            }
            let intended = Instant::now();
            in_flight.push((number, intended));
            self.cast(Vote { poll: poll.clone(), number, choice: u16::from(number % 2 == 1), intended })
                .await?;
        }
        while !in_flight.is_empty() {
            let text = self.connection.next_soon().await?;
            self.hear(&text, &mut in_flight, ledger)?;
        }
        Ok(self)
    }

    async fn cast(&mut self, vote: Vote) -> Result<()> {
        let id = command_id(&format!("v{}", vote.number));
        let choices = vec![OptionId(vote.choice)];
        let command = Command::CastBallot { poll: vote.poll, choices, revision: Revision(1) };
        self.connection.command(id, command).await
    }

    fn hear(&mut self, text: &str, in_flight: &mut Vec<(u32, Instant)>, ledger: &Ledger) -> Result<()> {
        let now = Instant::now();
        match read(text)? {
            Heard::Ack(ack) => {
                let intended = answered(in_flight, ack.id.as_str())?;
                ledger.acks.record(now - intended);
                ledger.acked.add(1);
            }
            Heard::Rejected(rejected) => {
                answered(in_flight, rejected.id.as_str())?;
                if ledger.rejected.get() == 0 {
                    eprintln!("rejected: {:?}", rejected.why);
                }
                ledger.rejected.add(1);
            }
            Heard::Update(update) => {
                self.seat.move_to(update.version);
                ledger.updates.add(1);
                ledger.update_bytes.add(text.len() as u64);
                if let Some(sent) =
                    update.docs.get("stage").copied().flatten().and_then(|stage| notice_sent(stage.get()))
                {
                    ledger.notices.record(now.saturating_duration_since(ledger.origin + sent));
                    ledger.notices_heard.add(1);
                }
            }
            Heard::Bye(bye) => bail!("the server said bye: {:?}", bye.reason),
            Heard::Error(error) => bail!("the server did not understand: {}", error.reason),
            _ => {}
        }
        Ok(())
    }
}

impl Seat {
    /// The board up to here has been seen.
    pub fn move_to(&mut self, version: Version) {
        if let Some(cursor) = &mut self.cursor {
            cursor.version = version;
        }
    }
}

/// Takes the vote out of those in flight and returns when it should have been sent.
fn answered(in_flight: &mut Vec<(u32, Instant)>, id: &str) -> Result<Instant> {
    let number = id.strip_prefix('v').and_then(|number| number.parse::<u32>().ok());
    let place = in_flight.iter().position(|(waiting, _)| Some(*waiting) == number);
    let place = place.with_context(|| format!("an answer to {id}, which was not asked"))?;
    Ok(in_flight.swap_remove(place).1)
}

/// When the notice on the phones was sent, counted from the ledger's origin.
fn notice_sent(stage: &str) -> Option<Duration> {
    let stage: StageDocument = serde_json::from_str(stage).ok()?;
    let Scene::Notice { text } = stage.phones else { return None };
    let microseconds = text.strip_prefix(NOTICE)?.split(' ').next()?;
    microseconds.parse().ok().map(Duration::from_micros)
}

#[cfg(test)]
#[path = "phone_tests.rs"]
mod tests;
