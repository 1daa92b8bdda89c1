//! A thread that serves many lines with one epoll. It never waits for one of them: whatever cannot be done
//! now is done when the kernel, a room or a board says that it can.

use mio::net::TcpStream;
use mio::{Events, Interest, Poll, Token};
use slab::Slab;
use std::io;
use std::net::SocketAddr;
use std::os::fd::OwnedFd;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::time::{Duration, Instant};

use super::desk::{Desk, Services};
use super::door::{DOOR, Door};
use super::entrance::{Coming, Entrance};
use super::line::{Fate, Line, refuse};
use super::readers::Round;
use crate::edge::conversation::Guest;
use crate::edge::http;
use crate::edge::refusal::Refusal;
use crate::hub::bell::{LineKey, Rung};
use crate::registry::EnterError;

/// Sockets that the kernel reports at once.
const EVENTS_MAX: usize = 1_024;
/// Lines that are told of a board's change before the kernel is asked again what has come: telling ten
/// thousand takes a tenth of a second, and nobody's vote waits for that.
const ROUND: usize = 64;
/// Pause before lines are read again whose room was behind.
const HELD_PAUSE: Duration = Duration::from_millis(1);

/// A thread that serves many lines.
pub struct Switchboard {
    poll: Poll,
    lines: Slab<Line>,
    lives: u32,
    desk: Desk,
    /// Lent to the doorbell.
    rung: Rung,
    listed: Vec<usize>,
    /// Lines that may go on when their room has caught up.
    held: Vec<usize>,
    door: Option<Door>,
    began: Instant,
    stop_at: Option<u32>,
}

impl Switchboard {
    /// A switchboard without lines, and where it is reached. `stage` is where screens and moderators belong;
    /// `None`: here.
    pub fn new(services: Arc<Services>, stage: Option<Arc<Entrance>>) -> io::Result<(Self, Arc<Entrance>)> {
        let poll = Poll::new()?;
        let entrance = Entrance::new(&poll)?;
        let switchboard = Self {
            poll,
            lines: Slab::new(),
            lives: 0,
            desk: Desk::new(services, entrance.clone(), stage),
            rung: Rung::default(),
            listed: Vec::new(),
            held: Vec::new(),
            door: None,
            began: Instant::now(),
            stop_at: None,
        };
        Ok((switchboard, entrance))
    }

    /// Has connections come in here.
    pub fn keep(&mut self, mut door: Door) -> io::Result<()> {
        door.watch(self.poll.registry())?;
        self.door = Some(door);
        Ok(())
    }

    /// Runs until it is told to stop.
    pub fn run(mut self) {
        let mut events = Events::with_capacity(EVENTS_MAX);
        while !self.is_over() {
            if let Err(error) = self.poll.poll(&mut events, Some(self.patience()))
                && error.kind() != io::ErrorKind::Interrupted
            {
                tracing::error!(%error, "a switchboard cannot wait for its lines");
                return;
            }
            let second = u32::try_from(self.began.elapsed().as_secs()).unwrap_or(u32::MAX);
            let is_new_second = second != self.desk.now;
            self.desk.now = second;
            self.hear();
            self.notice(&events);
            self.let_in();
            self.serve_listed();
            self.desk.readers.hand_over();
            self.tell_some();
            if is_new_second {
                self.look_after_all();
            }
        }
    }

    fn is_over(&self) -> bool {
        self.stop_at.is_some_and(|at| self.lines.is_empty() || self.desk.now >= at)
    }

    /// How long the kernel may wait for events.
    fn patience(&self) -> Duration {
        let is_somebody_at_the_door = self.door.as_ref().is_some_and(|door| door.is_open);
        if is_somebody_at_the_door || !self.listed.is_empty() || self.desk.readers.is_telling() {
            return Duration::ZERO;
        }
        if !self.held.is_empty() {
            return HELD_PAUSE;
        }
        let next = Duration::from_secs(u64::from(self.desk.now) + 1);
        next.saturating_sub(self.began.elapsed()).max(Duration::from_millis(1))
    }

    /// What other threads have to say.
    fn hear(&mut self) {
        let mut rung = std::mem::take(&mut self.rung);
        self.desk.entrance.doorbell.listen(&mut rung);
        for coming in self.desk.entrance.take() {
            self.receive(coming);
        }
        for key in rung.lines.drain(..) {
            if let Some(line) = line_of(&mut self.lines, key) {
                line.has_news = true;
                list(&mut self.listed, line);
            }
        }
        for readers in rung.readers.drain(..) {
            self.desk.readers.moved(readers);
        }
        self.rung = rung;
    }

    fn receive(&mut self, coming: Coming) {
        match coming {
            Coming::Accepted(tcp, address) => self.open(tcp, address),
            Coming::Upgraded(tcp, address, read_already) => {
                let from = SocketAddr::new(address, 0);
                let line = Line::new(self.next_key(), tcp, from, self.desk.now);
                if let Some(index) = self.watch(line) {
                    self.with(index, |line, desk| line.greet(address, &read_already, desk));
                }
            }
            Coming::Shut => self.door = None,
            Coming::Moved(line, guest) => self.adopt(*line, guest),
            Coming::Found(key, found) => {
                self.with_line(key, |line, desk| match (found, line.entering()) {
                    (Ok(room), Some(entering)) => {
                        entering.knock(room, desk);
                        Fate::Stay
                    }
                    (Err(error), Some(_)) => refuse(&Refusal::not_entered(&error), &mut desk.frames),
                    (_, None) => Fate::Stay,
                });
            }
            Coming::Answered(key, Ok(Some(attached))) => {
                self.with_line(key, |line, desk| line.begin(attached, desk));
            }
            Coming::Answered(key, Ok(None)) => {
                self.with_line(key, |_, desk| {
                    refuse(&Refusal::not_entered(&EnterError::BadToken), &mut desk.frames)
                });
            }
            Coming::Answered(key, Err(_gone)) => {
                self.with_line(key, |line, desk| {
                    if line.entering().is_none_or(|entering| entering.try_again(desk)) {
                        return Fate::Stay;
                    }
                    refuse(&Refusal::not_entered(&EnterError::Unavailable), &mut desk.frames)
                });
            }
            Coming::Stop(within) => self.stop_at = Some(self.desk.now.saturating_add(within)),
        }
    }

    /// What the kernel says.
    fn notice(&mut self, events: &Events) {
        for event in events {
            if event.token() == DOOR
                && let Some(door) = &mut self.door
            {
                door.is_open = true;
            }
            let Some(line) = self.lines.get_mut(event.token().0) else { continue };
            line.is_readable |= event.is_readable() || event.is_read_closed();
            line.is_half_closed |= event.is_read_closed();
            if event.is_writable() && line.flush().and_then(|_| line.shut_when_sent()).is_err() {
                line.is_readable = true;
                line.is_half_closed = true;
            }
            list(&mut self.listed, line);
        }
    }

    fn let_in(&mut self) {
        let arrived = self.door.as_mut().filter(|door| door.is_open).map(Door::let_in);
        for (tcp, address) in arrived.unwrap_or_default() {
            self.open(tcp, address);
        }
    }

    fn serve_listed(&mut self) {
        self.listed.append(&mut self.held);
        for index in std::mem::take(&mut self.listed) {
            if let Some(line) = self.lines.get_mut(index) {
                line.is_listed = false;
                self.serve(index);
            }
        }
    }

    /// Tells some lines of a change on their board. Nearly all stand at the same version and have nothing else
    /// to be told: they are sent the same bytes, put together once.
    fn tell_some(&mut self) {
        let Some(Round { lines, hub, audience }) = self.desk.readers.next_round(ROUND) else { return };
        let mut version = |key: &LineKey| Some(line_of(&mut self.lines, *key)?.conversation()?.version());
        let Some(from) = lines.iter().find_map(&mut version) else { return };
        let (board, to) = hub.board(audience).since(from);
        // What was delivered before the board got to this version has rung by now; those lines are told of
        // both together.
        self.hear();
        let is_change = board.is_some();
        self.desk.frames.clear();
        board.into_iter().for_each(|board| self.desk.frames.shared_text(board));
        let mut others = Vec::new();
        for key in lines {
            let Some(line) = line_of(&mut self.lines, key) else { continue };
            if !is_change || !line.is_at(from) {
                others.push(key);
            } else if line.send(&self.desk.frames, self.desk.now).is_err() {
                self.end(key.place as usize);
            } else if let Some(conversation) = line.conversation() {
                conversation.advance(to);
            }
        }
        for key in others {
            self.with_news(key);
        }
    }

    fn with_news(&mut self, key: LineKey) {
        if let Some(line) = line_of(&mut self.lines, key) {
            line.has_news = true;
            self.serve(key.place as usize);
        }
    }

    fn look_after_all(&mut self) {
        if let Some(door) = &mut self.door {
            door.is_open = true;
        }
        let places: Vec<usize> = self.lines.iter().map(|(index, _)| index).collect();
        for index in places {
            self.with(index, Line::look_after);
        }
    }

    fn serve(&mut self, index: usize) {
        self.with(index, Line::serve);
    }

    fn with_line(&mut self, key: LineKey, work: impl FnOnce(&mut Line, &mut Desk) -> Fate) {
        if line_of(&mut self.lines, key).is_some() {
            self.with(key.place as usize, work);
        }
    }

    /// Does something with a line, sends what it has to say, and does with it what has become of it.
    fn with(&mut self, index: usize, work: impl FnOnce(&mut Line, &mut Desk) -> Fate) {
        let Some(line) = self.lines.get_mut(index) else { return };
        let desk = &mut self.desk;
        desk.frames.clear();
        // A broken invariant ends this line only.
        let fate = catch_unwind(AssertUnwindSafe(|| work(line, desk))).unwrap_or_else(|_| {
            desk.tidy();
            Fate::Gone
        });
        let sent = match &fate {
            Fate::Stay | Fate::Move(_) | Fate::Http(..) => line.send(&desk.frames, desk.now),
            Fate::Part(ending) => line.part(*ending, &mut desk.frames, desk.now),
            Fate::Gone => Err(io::ErrorKind::NotConnected.into()),
        };
        if sent.is_err() {
            return self.end(index);
        }
        if line.is_to_be_read() && line.may_take(desk) {
            list(&mut self.listed, line);
        } else if line.is_to_be_read() {
            self.held.push(index);
        }
        match fate {
            Fate::Move(guest) => self.move_to_stage(index, guest),
            Fate::Http(read_already, address) => self.hand_to_http(index, read_already, address),
            Fate::Stay | Fate::Part(_) | Fate::Gone => {}
        }
    }

    fn open(&mut self, tcp: TcpStream, address: SocketAddr) {
        let line = Line::new(self.next_key(), tcp, address, self.desk.now);
        self.watch(line);
    }

    fn adopt(&mut self, mut line: Line, guest: Guest) {
        line.key = self.next_key();
        line.is_listed = false;
        if let Some(index) = self.watch(line) {
            self.with(index, |line, desk| line.enter(guest, desk));
        }
    }

    fn next_key(&mut self) -> LineKey {
        self.lives = self.lives.wrapping_add(1);
        let place = self.lines.vacant_key();
        LineKey { place: u32::try_from(place).unwrap_or(u32::MAX), life: self.lives }
    }

    /// Has the kernel report what comes. What is there already is reported, too.
    fn watch(&mut self, mut line: Line) -> Option<usize> {
        let token = Token(line.key.place as usize);
        let interest = Interest::READABLE | Interest::WRITABLE;
        if let Err(error) = self.poll.registry().register(&mut line.tcp, token, interest) {
            tracing::warn!(%error, "a connection cannot be watched");
            return None;
        }
        Some(self.lines.insert(line))
    }

    fn move_to_stage(&mut self, index: usize, guest: Guest) {
        let mut line = self.lines.remove(index);
        let stage = self.desk.stage.clone();
        match (stage, self.poll.registry().deregister(&mut line.tcp)) {
            (Some(stage), Ok(())) => stage.push(Coming::Moved(Box::new(line), guest)),
            (_, _) => tracing::warn!("a connection cannot be moved to the stage's threads"),
        }
    }

    fn hand_to_http(&mut self, index: usize, read_already: Vec<u8>, address: SocketAddr) {
        let mut line = self.lines.remove(index);
        if let Err(error) = self.poll.registry().deregister(&mut line.tcp) {
            return tracing::warn!(%error, "a connection cannot be handed to the HTTP server");
        }
        let tcp = std::net::TcpStream::from(OwnedFd::from(line.tcp));
        // A server that is about to end takes no more.
        let _ = self.desk.services.http.send(http::Connection {
            tcp,
            read_already: read_already.into(),
            address,
        });
    }

    fn end(&mut self, index: usize) {
        let mut line = self.lines.remove(index);
        if let Some(membership) = line.membership()
            && let Some(moved) = self.desk.readers.leave(membership)
            && let Some(other) = line_of(&mut self.lines, moved).and_then(Line::membership)
        {
            other.index = membership.index;
        }
        // Closing the socket ends the watch on it; dropping the conversation ends the presence in the room.
    }
}

fn line_of(lines: &mut Slab<Line>, key: LineKey) -> Option<&mut Line> {
    lines.get_mut(key.place as usize).filter(|line| line.key == key)
}

fn list(listed: &mut Vec<usize>, line: &mut Line) {
    if !std::mem::replace(&mut line.is_listed, true) {
        listed.push(line.key.place as usize);
    }
}
