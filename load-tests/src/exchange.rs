//! What the lines of the raw generator do together: arrive, hear something told to all, make requests.
//! Each returns when all that was asked for has happened, and fails when nothing happens for a long time.

use anyhow::{Result, bail, ensure};
use std::collections::VecDeque;
use std::time::{Duration, Instant};

use crate::dialect::Heard;
use crate::frame;
use crate::latency::Recorder;
use crate::lines::{Lines, Word};
use crate::schedule::{self, Plan};

/// How far a line goes when it is opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Depth {
    /// Until it is a WebSocket.
    Upgrade,
    /// Until the greeting is answered.
    Greeting,
}

/// Requests under way without a fixed rate: the load waits for the server.
#[derive(Debug, Clone, Copy)]
pub struct ClosedLoop {
    pub lines: usize,
    pub in_flight: usize,
    pub time: Duration,
}

/// Requests at a fixed rate, whatever the server does.
#[derive(Debug, Clone, Copy)]
pub struct OpenLoop {
    pub rate: u32,
    pub time: Duration,
    pub seed: u64,
}

/// What requests brought about.
#[derive(Debug, Default)]
pub struct Answers {
    pub count: u64,
    pub seconds: f64,
    /// Closed loop: from sending. Open loop: from the planned time of sending.
    pub latency: Recorder,
}

/// Handshakes and seats under way at a time.
pub const AT_A_TIME: usize = 128;
/// Nothing is waited for longer than this.
const PATIENCE: Duration = Duration::from_secs(20);
/// So much is left to be sent all the time while a line gets stuck …
const STUCK_BYTES: usize = 1 << 20;
/// … and stays so for so long once it is.
const STUCK_FOR: Duration = Duration::from_millis(100);
const STUCK_TRIES_MAX: u32 = 100;
/// Questions that a line asks at once in order to get stuck.
const QUESTIONS: usize = 400;
/// For so long after the last answer the load looks for the next without sleeping.
const WATCHFUL: Duration = Duration::from_millis(20);
/// Below this the load looks for answers without sleeping: epoll counts whole milliseconds.
const AWAKE: Duration = Duration::from_millis(2);

/// Opens so many more lines.
pub fn open(lines: &mut Lines, count: usize, depth: Depth) -> Result<()> {
    let (first, end) = (lines.len(), lines.len() + count);
    let mut stands = 0;
    while stands < count {
        while lines.len() < end && lines.len() - first - stands < AT_A_TIME {
            lines.open()?;
        }
        for word in heard(lines)? {
            if word.heard == Heard::Upgraded && depth == Depth::Greeting {
                let greeting = lines.dialect.greeting(word.line);
                lines.send(word.line, &greeting)?;
            }
            let is_up = match depth {
                Depth::Upgrade => word.heard == Heard::Upgraded,
                Depth::Greeting => lines.dialect.is_greeted(word.heard),
            };
            stands += usize::from(is_up && word.line >= first);
        }
    }
    Ok(())
}

/// Lets the tellers prepare their rooms and every other line take its seat.
pub fn prepare(lines: &mut Lines) -> Result<()> {
    for teller in 0..lines.dialect.tellers() {
        for message in lines.dialect.preparations(teller) {
            lines.send(teller, &message)?;
            while !heard(lines)?.iter().any(|word| word.line == teller && word.heard == Heard::Ack) {}
        }
    }
    let seat = lines.dialect.seat();
    if seat.is_empty() {
        return Ok(());
    }
    let (mut next, end) = (lines.dialect.tellers(), lines.len());
    let mut under_way = 0;
    while next < end || under_way > 0 {
        while next < end && under_way < AT_A_TIME {
            lines.send(next, &seat)?;
            next += 1;
            under_way += 1;
        }
        under_way -= heard(lines)?.iter().filter(|word| word.heard == Heard::Ack).count();
    }
    Ok(())
}

/// Tells everybody so often something new and waits each time until all have it.
/// Returns the time to every line and to the last of each round.
pub fn tell(
    lines: &mut Lines,
    rounds: u32,
    pause: Duration,
    first_number: u64,
) -> Result<(Recorder, Recorder)> {
    let (every, last) = (Recorder::default(), Recorder::default());
    let tellers = lines.dialect.tellers();
    let audience = lines.len() - tellers;
    for round in 0..u64::from(rounds) {
        let began = Instant::now();
        let told = lines.dialect.tell(first_number + round);
        for teller in 0..tellers {
            lines.send(teller, &told)?;
        }
        let mut has_it = vec![false; lines.len()];
        let mut missing = audience;
        while missing > 0 {
            for word in heard(lines)? {
                let is_new = word.heard == Heard::Delivery
                    && word.line >= tellers
                    && !std::mem::replace(&mut has_it[word.line], true);
                if is_new {
                    every.record(word.at - began);
                    missing -= 1;
                }
            }
        }
        last.since(began);
        rest(lines, pause)?;
    }
    Ok((every, last))
}

/// Opens a line that asks and asks and never reads, until the server stops reading from it.
pub fn open_stuck(lines: &mut Lines) -> Result<()> {
    open(lines, 1, Depth::Greeting)?;
    let line = lines.len() - 1;
    lines.stick_last();
    let questions = frame::from_client(lines.dialect.opcode(), &lines.dialect.question()).repeat(QUESTIONS);
    for _ in 0..STUCK_TRIES_MAX {
        while lines.unsent_bytes(line) < STUCK_BYTES {
            if lines.send_frames(line, &questions).is_err() {
                // The server has cut it off: that is one way to be rid of it.
                return Ok(());
            }
        }
        rest(lines, STUCK_FOR)?;
        // Not one byte more was taken: the server waits for this line to read.
        if lines.unsent_bytes(line) >= STUCK_BYTES {
            return Ok(());
        }
    }
    bail!("the server reads on and on from a line that never reads")
}

/// Listens for so long and makes nothing of it.
pub fn rest(lines: &mut Lines, time: Duration) -> Result<usize> {
    let began = Instant::now();
    let mut deliveries = 0;
    while let Some(left) = time.checked_sub(began.elapsed()) {
        let words = lines.listen(left.max(Duration::from_millis(1)))?;
        deliveries += words.iter().filter(|word| word.heard == Heard::Delivery).count();
    }
    Ok(deliveries)
}

/// Makes requests as fast as they are answered. Every line has at most one under way, all together so many.
pub fn closed_loop(lines: &mut Lines, plan: ClosedLoop, first_number: u64) -> Result<Answers> {
    let tellers = lines.dialect.tellers();
    let mut idle: VecDeque<usize> = (tellers..lines.len()).take(plan.lines).collect();
    let mut sent_at = vec![Instant::now(); lines.len()];
    let (mut answers, mut under_way, mut number) = (Answers::default(), 0, first_number);
    let began = Instant::now();
    loop {
        let is_over = began.elapsed() >= plan.time;
        while !is_over && under_way < plan.in_flight {
            let Some(line) = idle.pop_front() else { break };
            sent_at[line] = Instant::now();
            let request = lines.dialect.request(line, number);
            lines.send(line, &request)?;
            number += 1;
            under_way += 1;
        }
        if under_way == 0 {
            break;
        }
        for word in heard(lines)? {
            if word.heard == Heard::Ack {
                answers.latency.record(word.at - sent_at[word.line]);
                answers.count += 1;
                under_way -= 1;
                idle.push_back(word.line);
            }
        }
    }
    answers.seconds = began.elapsed().as_secs_f64();
    Ok(answers)
}

/// Makes requests at times that are fixed before the first, spread over all lines.
pub fn open_loop(lines: &mut Lines, plan: OpenLoop, first_number: u64) -> Result<Answers> {
    let tellers = lines.dialect.tellers();
    let votes = u32::try_from(u128::from(plan.rate) * plan.time.as_millis() / 1_000)?;
    let phones = u32::try_from(lines.len() - tellers)?;
    let planned = schedule::plan(Plan { votes, phones, options: 1, window: plan.time, seed: plan.seed });
    let mut waiting: Vec<VecDeque<Instant>> = vec![VecDeque::new(); lines.len()];
    let mut answers = Answers::default();
    let (mut next, mut heard_at) = (0, Instant::now());
    let began = Instant::now();
    while answers.count < u64::from(votes) {
        while let Some(vote) = planned.get(next).filter(|vote| vote.at <= began.elapsed()) {
            let line = tellers + vote.phone as usize;
            let request = lines.dialect.request(line, first_number + next as u64);
            waiting[line].push_back(began + vote.at);
            lines.send(line, &request)?;
            next += 1;
        }
        let until_next = planned.get(next).map(|vote| vote.at.saturating_sub(began.elapsed()));
        let nap = until_next.unwrap_or(PATIENCE);
        let words = lines.listen(if nap < AWAKE { Duration::ZERO } else { nap - AWAKE / 2 })?;
        if !words.is_empty() {
            heard_at = Instant::now();
        }
        ensure!(heard_at.elapsed() < PATIENCE, "only {} of {votes} requests were answered", answers.count);
        for word in words.iter().filter(|word| word.heard == Heard::Ack) {
            if let Some(intended) = waiting[word.line].pop_front() {
                answers.latency.record(word.at.saturating_duration_since(intended));
                answers.count += 1;
            }
        }
    }
    answers.seconds = began.elapsed().as_secs_f64();
    Ok(answers)
}

fn heard(lines: &mut Lines) -> Result<Vec<Word>> {
    let began = Instant::now();
    loop {
        // On one machine it is the sender who wakes a sleeping receiver: a load that slept would add its own
        // wake-ups to the server's processor time. No phone in a hall does that.
        let patience = if began.elapsed() < WATCHFUL { Duration::ZERO } else { PATIENCE };
        let words = lines.listen(patience)?;
        if !words.is_empty() {
            return Ok(words);
        }
        ensure!(began.elapsed() < PATIENCE, "the server said nothing for {} seconds", PATIENCE.as_secs());
    }
}
