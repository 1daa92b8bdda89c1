//! The configuration: one list of options that may stand on the command line, in the environment
//! (`TAFELRUNDE_…`) or in the TOML file, in this order of precedence, and what follows from them.

use anyhow::{Context as _, ensure};
use serde::Deserialize;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// Everything that an operator may set. What is not set has a default.
#[derive(Debug, Clone, Default, clap::Args, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Options {
    /// Address and port to listen on [default: 127.0.0.1:8080]
    #[arg(long, env = "TAFELRUNDE_LISTEN", value_name = "ADDR")]
    pub listen: Option<SocketAddr>,
    /// Directory that holds everything the server keeps [default: data]
    #[arg(long, env = "TAFELRUNDE_DATA", value_name = "DIR")]
    pub data: Option<PathBuf>,
    /// What phones reach this server by, for links and QR codes [default: this machine's address]
    #[arg(long, env = "TAFELRUNDE_PUBLIC_URL", value_name = "URL")]
    pub public_url: Option<String>,
    /// Bearer token that may create cafés over HTTP [default: nobody may]
    #[arg(long, env = "TAFELRUNDE_ADMIN_TOKEN", value_name = "TOKEN", hide_env_values = true)]
    pub admin_token: Option<String>,
    /// Let anybody create cafés over HTTP [default: false]
    #[arg(long, env = "TAFELRUNDE_OPEN_CREATION", value_name = "BOOL", num_args = 0..=1, default_missing_value = "true")]
    pub open_creation: Option<bool>,
    /// Milliseconds between two publications to participants [default: 250]
    #[arg(long, env = "TAFELRUNDE_PARTICIPANTS_TICK_MS", value_name = "MS")]
    pub participants_tick_ms: Option<u32>,
    /// Milliseconds between two publications to screens and moderators [default: 50]
    #[arg(long, env = "TAFELRUNDE_SCREENS_TICK_MS", value_name = "MS")]
    pub screens_tick_ms: Option<u32>,
    /// Participants in one café [default: 10000]
    #[arg(long, env = "TAFELRUNDE_PARTICIPANTS_MAX", value_name = "N")]
    pub participants_max: Option<u32>,
    /// Connections of one network address; a hall shares one [default: 20000]
    #[arg(long, env = "TAFELRUNDE_CONNECTIONS_PER_ADDRESS", value_name = "N")]
    pub connections_per_address: Option<u32>,
    /// Messages per second that one person may send on average [default: 20]
    #[arg(long, env = "TAFELRUNDE_COMMANDS_PER_SECOND", value_name = "N")]
    pub commands_per_second: Option<u32>,
    /// Write logs as JSON lines [default: false]
    #[arg(long, env = "TAFELRUNDE_LOG_JSON", value_name = "BOOL", num_args = 0..=1, default_missing_value = "true")]
    pub log_json: Option<bool>,
}

impl Options {
    /// Reads a configuration file.
    pub fn read(path: &Path) -> anyhow::Result<Self> {
        let text = std::fs::read_to_string(path)
            .with_context(|| format!("the configuration {} cannot be read", path.display()))?;
        toml::from_str(&text).with_context(|| format!("the configuration {} is not valid", path.display()))
    }

    /// These options, and the other ones where these say nothing.
    pub fn or(self, other: Self) -> Self {
        Self {
            listen: self.listen.or(other.listen),
            data: self.data.or(other.data),
            public_url: self.public_url.or(other.public_url),
            admin_token: self.admin_token.or(other.admin_token),
            open_creation: self.open_creation.or(other.open_creation),
            participants_tick_ms: self.participants_tick_ms.or(other.participants_tick_ms),
            screens_tick_ms: self.screens_tick_ms.or(other.screens_tick_ms),
            participants_max: self.participants_max.or(other.participants_max),
            connections_per_address: self.connections_per_address.or(other.connections_per_address),
            commands_per_second: self.commands_per_second.or(other.commands_per_second),
            log_json: self.log_json.or(other.log_json),
        }
    }
}

/// The configuration with every default filled in.
#[derive(Debug, Clone)]
pub struct Config {
    /// Where to listen.
    pub listen: SocketAddr,
    /// Where everything is kept.
    pub data: PathBuf,
    /// What phones reach the server by; `None`: find out.
    pub public_url: Option<String>,
    /// Who may create cafés over HTTP.
    pub creation: Creation,
    /// For rooms.
    pub room: RoomConfig,
    /// For connections.
    pub edge: EdgeConfig,
    /// How logs are written.
    pub log: LogFormat,
}

/// Who may create cafés over HTTP.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Creation {
    /// Only the command line.
    Nobody,
    /// Who holds this token.
    WithToken(String),
    /// Anybody.
    Open,
}

/// Ticks and bounds of a room.
#[derive(Debug, Clone, Copy)]
pub struct RoomConfig {
    /// Between two publications to participants.
    pub participants_tick: Duration,
    /// Between two publications to screens and moderators.
    pub screens_tick: Duration,
    /// Participants in one café.
    pub participants_max: u32,
}

/// Bounds of connections.
#[derive(Debug, Clone, Copy)]
pub struct EdgeConfig {
    /// Connections of one network address.
    pub connections_per_address: u32,
    /// Messages per second of one person on average; at least 1.
    pub commands_per_second: u32,
}

/// How logs are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LogFormat {
    /// For people.
    Text,
    /// For machines.
    Json,
}

impl TryFrom<Options> for Config {
    type Error = anyhow::Error;

    fn try_from(options: Options) -> anyhow::Result<Self> {
        let creation = match (options.open_creation, options.admin_token) {
            (Some(true), _) => Creation::Open,
            (_, Some(token)) => {
                ensure!(token.len() >= 16, "admin_token must have at least 16 characters");
                Creation::WithToken(token)
            }
            (_, None) => Creation::Nobody,
        };
        let tick = |ms: Option<u32>, default: u32| Duration::from_millis(ms.unwrap_or(default).into());
        let config = Self {
            listen: options.listen.unwrap_or(SocketAddr::from(([127, 0, 0, 1], 8080))),
            data: options.data.unwrap_or_else(|| "data".into()),
            public_url: options.public_url.map(|url| url.trim_end_matches('/').to_owned()),
            creation,
            room: RoomConfig {
                participants_tick: tick(options.participants_tick_ms, 250),
                screens_tick: tick(options.screens_tick_ms, 50),
                participants_max: options.participants_max.unwrap_or(10_000),
            },
            edge: EdgeConfig {
                connections_per_address: options.connections_per_address.unwrap_or(20_000),
                commands_per_second: options.commands_per_second.unwrap_or(20),
            },
            log: if options.log_json == Some(true) { LogFormat::Json } else { LogFormat::Text },
        };
        ensure!(config.edge.commands_per_second > 0, "commands_per_second must be at least 1");
        ensure!(config.edge.connections_per_address > 0, "connections_per_address must be at least 1");
        Ok(config)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_command_line_comes_before_the_file_and_the_file_before_the_default() {
        let file: Options = toml::from_str("screens_tick_ms = 20\nparticipants_max = 5").unwrap();
        let line = Options { participants_max: Some(7), ..Options::default() };
        let config = Config::try_from(line.or(file)).unwrap();
        assert_eq!(config.room.participants_max, 7);
        assert_eq!(config.room.screens_tick, Duration::from_millis(20));
        assert_eq!(config.room.participants_tick, Duration::from_millis(250));
    }

    #[test]
    fn an_unknown_option_in_the_file_is_named() {
        let error = toml::from_str::<Options>("screen_tick_ms = 20").unwrap_err();
        assert!(error.to_string().contains("screen_tick_ms"), "{error}");
    }

    #[test]
    fn nobody_creates_over_http_by_default() {
        assert_eq!(Config::try_from(Options::default()).unwrap().creation, Creation::Nobody);
    }
}
