//! Plays the examples of a document to a server, from the first to the last.

use anyhow::{Context, anyhow, bail, ensure};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::sync::Arc;
use tafelrunde::config::{Config, Options};
use tafelrunde::journal::memory::MemoryJournal;
use tafelrunde::server::{Running, start};
use tokio::time::timeout;

use crate::blocks::{Block, blocks};
use crate::fitting::Named;
use crate::line::{Heard, Line, PATIENCE};
use crate::web::{self, Letter};

/// Blocks in these languages show nothing that a server would say.
const NOT_PLAYED: [&str; 2] = ["sh", "ts"];

/// Plays every example; the error names the line.
pub async fn replay(document: &str) -> anyhow::Result<()> {
    let options = Options {
        listen: Some(SocketAddr::from(([127, 0, 0, 1], 0))),
        public_url: Some("http://cafe.example".into()),
        admin_token: Some("an-admin-token-of-yours".into()),
        // Every change is published by itself, so that the versions are those that are shown.
        participants_tick_ms: Some(0),
        screens_tick_ms: Some(0),
        ..Options::default()
    };
    let server = start(Config::try_from(options)?, Arc::new(MemoryJournal::default())).await?;
    let mut play = Play { server, named: Named::default(), lines: BTreeMap::new(), answer: None, sent: 0 };
    for block in blocks(document) {
        let played =
            timeout(PATIENCE, play.block(&block)).await.unwrap_or_else(|_| Err(anyhow!("nothing came")));
        played.with_context(|| format!("line {}", block.line))?;
    }
    for (name, mut line) in play.lines {
        line.assert_nothing_unmentioned().await.with_context(|| format!("at the end, {name}"))?;
    }
    play.server.stop().await;
    Ok(())
}

struct Play {
    server: Running,
    named: Named,
    lines: BTreeMap<String, Line>,
    answer: Option<Letter>,
    sent: u32,
}

impl Play {
    async fn block(&mut self, block: &Block) -> anyhow::Result<()> {
        let words: Vec<&str> = block.words.iter().map(String::as_str).collect();
        let (language, mark) = match words[..] {
            [] => return Ok(()),
            [language] if NOT_PLAYED.contains(&language) => return Ok(()),
            [language, mark] | [language, mark, "partly"] => (language, mark),
            _ => bail!("the example is not marked as one that can be checked: {words:?}"),
        };
        match (language, mark.split_once('=').unwrap_or((mark, ""))) {
            ("toml", (name, "")) => {
                self.named.bind(name, block.text.as_str().into());
                Ok(())
            }
            ("http", ("request", "")) => self.request(&block.text).await,
            ("http", ("response", "")) => self.response(&block.text),
            ("json", ("client", name)) => {
                let message = self.named.fill(&serde_json::from_str(&block.text)?)?;
                self.send(name, message.to_string()).await?;
                self.line(name)?.shows_all &= !words.contains(&"partly");
                Ok(())
            }
            ("text", ("client", name)) => self.send(name, block.text.trim_end().to_owned()).await,
            ("json", ("server", name)) => self.expect(name, &block.text).await,
            ("json", ("accepted", name)) => self.accept(name, &block.text).await,
            ("json", ("board", name)) => self.board(name, &block.text).await,
            ("text", ("closed", name)) => self.closed(name, &block.text).await,
            ("text", ("leaves", name)) => {
                let mut line = self.lines.remove(name).with_context(|| format!("{name} is not here"))?;
                line.assert_nothing_unmentioned().await
            }
            _ => bail!("the example is not marked as one that can be checked: {words:?}"),
        }
    }

    async fn request(&mut self, shown: &str) -> anyhow::Result<()> {
        let mut request = Letter::parse(&self.named_head(shown)?)?;
        if let Ok(body) = serde_json::from_str::<Value>(&request.body) {
            request.body = self.named.fill(&body)?.to_string();
        }
        self.answer = Some(web::send(self.server.address, &request).await?);
        Ok(())
    }

    /// Names in the head are filled in as text; those in the body as JSON.
    fn named_head(&self, shown: &str) -> anyhow::Result<String> {
        let (head, body) = shown.split_once("\n\n").unwrap_or((shown, ""));
        Ok(format!("{}\n\n{body}", self.named.fill_text(head)?))
    }

    fn response(&mut self, shown: &str) -> anyhow::Result<()> {
        let shown = Letter::parse(shown)?;
        let came = self.answer.take().context("nothing was asked")?;
        ensure!(shown.first == came.first, "shown {:?}, came {:?}: {}", shown.first, came.first, came.body);
        for (name, value) in &shown.headers {
            let other = came.header(name).with_context(|| format!("there is no header {name}"))?;
            self.named.fit_text(value, other).with_context(|| name.clone())?;
        }
        match (serde_json::from_str::<Value>(&shown.body), serde_json::from_str::<Value>(&came.body)) {
            (Ok(body), Ok(other)) => self.named.fit(&body, &other).with_context(|| other.to_string()),
            _ => self.named.fit_text(&shown.body, &came.body),
        }
    }

    async fn send(&mut self, name: &str, text: String) -> anyhow::Result<()> {
        if !self.lines.contains_key(name) {
            self.lines.insert(name.to_owned(), Line::open(self.server.address).await?);
        }
        self.line(name)?.send(text).await
    }

    fn line(&mut self, name: &str) -> anyhow::Result<&mut Line> {
        self.lines.get_mut(name).with_context(|| format!("{name} is not here"))
    }

    /// The messages of one block come next, in any order among themselves.
    async fn expect(&mut self, name: &str, shown: &str) -> anyhow::Result<()> {
        let messages = serde_json::Deserializer::from_str(shown).into_iter::<Value>();
        let mut waiting: Vec<Value> = messages.collect::<Result<_, _>>()?;
        while !waiting.is_empty() {
            let line = self.line(name)?;
            let (shows_all, came) = (line.shows_all, line.message().await?);
            let fits: Vec<_> = waiting.iter().map(|shown| self.named.fit(shown, &came)).collect();
            match fits.iter().position(Result::is_ok) {
                Some(place) => drop(waiting.remove(place)),
                None if !shows_all && came.get("update").is_some() => {}
                None => {
                    let why = fits.into_iter().find_map(Result::err).context("there is always one")?;
                    return Err(why.context(format!("came {came}")));
                }
            }
        }
        Ok(())
    }

    /// Commands, one after the other; each must be acknowledged.
    async fn accept(&mut self, name: &str, shown: &str) -> anyhow::Result<()> {
        for command in serde_json::Deserializer::from_str(shown).into_iter::<Value>() {
            let command = self.named.fill(&command?)?;
            self.sent += 1;
            let id = format!("accepted-{}", self.sent);
            let line = self.line(name)?;
            line.shows_all = false;
            line.send(json!({"command": {"id": id, "do": command}}).to_string()).await?;
            loop {
                let came = line.message().await?;
                ensure!(came.get("rejected").is_none(), "{command}: {came}");
                if came.pointer("/ack/id") == Some(&json!(id)) {
                    break;
                }
            }
        }
        Ok(())
    }

    /// The line has these documents, or gets them.
    async fn board(&mut self, name: &str, shown: &str) -> anyhow::Result<()> {
        let shown: Value = serde_json::from_str(shown)?;
        let shown = shown.as_object().context("documents by key")?.clone();
        loop {
            let board = self.line(name)?.board.clone();
            let mut fits = Ok(());
            for (key, document) in &shown {
                let key = self.named.fill_text(key)?;
                let came = board.get(&key).unwrap_or(&Value::Null);
                fits = fits.and_then(|()| self.named.fit(document, came).context(format!("{key}: {came}")));
            }
            let Err(why) = fits else { return Ok(()) };
            let line = self.line(name)?;
            line.shows_all = false;
            if timeout(PATIENCE / 2, line.message()).await.is_err() {
                return Err(why);
            }
        }
    }

    async fn closed(&mut self, name: &str, shown: &str) -> anyhow::Result<()> {
        let mut line = self.lines.remove(name).with_context(|| format!("{name} is not here"))?;
        match line.hear().await? {
            Heard::Closed(code) => {
                ensure!(code.to_string() == shown.trim(), "closed with {code}");
                Ok(())
            }
            Heard::Message(message) => bail!("unmentioned: {message}"),
        }
    }
}
