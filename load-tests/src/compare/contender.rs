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
use crate::server::{NewCafe, Server};
use crate::started::Started;

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
}

/// A running contender; it ends when this is dropped.
#[derive(Debug)]
pub enum Running {
    /// A server that holds the raw conversation. Its log goes with the folder.
    Raw {
        started: Started,
        _folder: TempDir,
    },
    Tafelrunde(Box<Server>),
}

/// An almost empty café: a line's cost without a programme's. Written to a file because that is what `new` takes.
const SMALL: &str = include_str!("../../templates/small.toml");

impl Contender {
    pub fn name(self) -> String {
        self.to_possible_value().map_or_else(String::new, |value| value.get_name().to_owned())
    }

    /// Starts it and opens the way to it; there are no lines yet.
    pub fn start(self, target: &Target) -> Result<(Running, Lines)> {
        match self {
            Self::Floor => start_raw("floor", target),
            Self::FirstDraft => start_raw("first-draft", target),
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
            Self::Raw { started, .. } => started.pid(),
            Self::Tafelrunde(server) => server.pid(),
        }
    }
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

fn start_raw(subcommand: &str, target: &Target) -> Result<(Running, Lines)> {
    let mut command = Command::new(std::env::current_exe()?);
    command.arg(subcommand);
    let folder = TempDir::with_prefix("tafelrunde-peer-")?;
    let log: &Path = &folder.path().join("server.log");
    let started = Started::launch(command, &target.server_cores, log)?;
    let dialect: Box<dyn Dialect> = Box::new(Raw);
    let lines = Lines::new(started.address, dialect)?;
    Ok((Running::Raw { started, _folder: folder }, lines))
}
