//! The servers that are compared: how each is started, and how one talks to it.

use anyhow::{Context, Result};
use clap::ValueEnum;
use serde::Serialize;
use std::path::Path;
use std::process::Command;
use tafelrunde_protocol::command::Results;
use tempfile::TempDir;

use crate::arguments::Target;
use crate::dialect::{Dialect, Raw, Tafelrunde};
use crate::lines::Lines;
use crate::nats::Nats;
use crate::server::{NewCafe, Server};
use crate::socket_io::SocketIo;
use crate::started::{READY, Started};

/// A server that can be measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Contender {
    /// The least possible server, `load-tests floor`.
    Floor,
    /// The server that one would write first, `load-tests first-draft`.
    FirstDraft,
    /// The server under test, in an almost empty café.
    Tafelrunde,
    /// The package `ws` on Node.
    Ws,
    /// Socket.IO on Node, with its own protocol.
    SocketIo,
    /// nats-server with its WebSocket listener.
    Nats,
}

/// A running contender; it ends when this is dropped.
#[derive(Debug)]
pub enum Running {
    /// Any other server. Its log goes with the folder.
    Peer {
        started: Started,
        _folder: TempDir,
    },
    Tafelrunde(Box<Server>),
}

/// An almost empty café: a line's cost without a programme's. Written to a file because that is what `new` takes.
const SMALL: &str = include_str!("../../templates/small.toml");

/// Where the peers on Node lie, seen from the root of the repository.
const PEERS: &str = "load-tests/peers";

/// What nats-server prints before the address of its WebSocket listener.
const NATS_READY: &str = "Listening for websocket clients on ws://";

/// Where nats-server may be: on the path, where Debian puts it, where `scripts/setup.sh bench` unpacks it.
const NATS_SERVERS: [&str; 3] = ["nats-server", "/usr/sbin/nats-server", "target/peers/usr/sbin/nats-server"];

impl Contender {
    pub fn name(self) -> String {
        self.to_possible_value().map_or_else(String::new, |value| value.get_name().to_owned())
    }

    /// Why it cannot be measured here, if so.
    pub fn missing(self) -> Option<String> {
        let is_on_node = matches!(self, Self::Ws | Self::SocketIo);
        let is_installed = Path::new(PEERS).join("node_modules").exists();
        let has_node = || Command::new("node").arg("--version").output().is_ok();
        match is_on_node {
            true if !is_installed => {
                Some(format!("{PEERS}/node_modules is missing: `npm --prefix {PEERS} ci`"))
            }
            true if !has_node() => Some("there is no node here".to_owned()),
            _ if self == Self::Nats && nats_server().is_none() => {
                Some("there is no nats-server here: `scripts/setup.sh bench`".to_owned())
            }
            _ => None,
        }
    }

    fn on_node(self) -> Command {
        let mut command = Command::new("node");
        command.arg(format!("{PEERS}/{}.mjs", self.name()));
        command
    }

    /// Starts it and opens the way to it; there are no lines yet.
    pub fn start(self, target: &Target) -> Result<(Running, Lines)> {
        match self {
            Self::Floor | Self::FirstDraft => {
                let mut command = Command::new(std::env::current_exe()?);
                command.arg(self.name());
                start_peer(command, READY, Box::new(Raw), target)
            }
            Self::Ws => start_peer(self.on_node(), READY, Box::new(Raw), target),
            Self::SocketIo => start_peer(self.on_node(), READY, Box::new(SocketIo), target),
            Self::Nats => {
                let mut command = Command::new(nats_server().context("there is no nats-server")?);
                // Its log tells the port; by default it goes to stderr.
                command.args(["--config", &format!("{PEERS}/nats.conf"), "--log", "/dev/stdout"]);
                start_peer(command, NATS_READY, Box::new(Nats), target)
            }
            Self::Tafelrunde => {
                let (server, cafes) = start_cafes(target, 1)?;
                let dialect = Tafelrunde::new(cafes, Results::OnReveal);
                let lines = Lines::new(server.address(), Box::new(dialect))?;
                Ok((Running::Tafelrunde(Box::new(server)), lines))
            }
        }
    }
}

impl Running {
    pub fn pid(&self) -> u32 {
        match self {
            Self::Peer { started, .. } => started.pid(),
            Self::Tafelrunde(server) => server.pid(),
        }
    }
}

fn nats_server() -> Option<&'static str> {
    NATS_SERVERS.into_iter().find(|server| Command::new(server).arg("--version").output().is_ok())
}

/// Starts the server under test with so many almost empty cafés.
pub fn start_cafes(target: &Target, count: usize) -> Result<(Server, Vec<NewCafe>)> {
    let folder = TempDir::with_prefix("tafelrunde-template-")?;
    let template = folder.path().join("small.toml");
    std::fs::write(&template, SMALL)?;
    let template = template.to_str().context("the folder for temporary files is no text")?.to_owned();
    let (server, first) = Server::start(&Target { template: template.clone(), ..target.clone() })?;
    let mut cafes = vec![first];
    while cafes.len() < count {
        cafes.push(server.new_cafe(&template)?);
    }
    Ok((server, cafes))
}

fn start_peer(
    command: Command,
    words: &str,
    dialect: Box<dyn Dialect>,
    target: &Target,
) -> Result<(Running, Lines)> {
    let folder = TempDir::with_prefix("tafelrunde-peer-")?;
    let started = Started::launch(command, words, &target.server_cores, &folder.path().join("server.log"))?;
    let lines = Lines::new(started.address, dialect)?;
    Ok((Running::Peer { started, _folder: folder }, lines))
}
