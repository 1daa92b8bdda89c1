//! `tafelrunde compute`: selects, ranks and finds similar topics from files, so that organisers can plan ahead and
//! anyone can check a result. Needs no server and no data directory.

use anyhow::Context;
use clap::builder::PossibleValuesParser;
use clap::{Args, Subcommand};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use tafelrunde_core::compute::{FileError, rank, select, similar};

/// The input file is wrong.
const EXIT_INPUT: u8 = 2;

#[derive(Args)]
pub struct Compute {
    #[command(subcommand)]
    kind: Kind,
}

#[derive(Subcommand)]
enum Kind {
    /// Select the topics of a programme
    Select(Select),
    /// Put topics in order
    Rank(Rank),
    /// Find topics that wish for the same, in German and English
    Similar(Files),
}

#[derive(Args)]
struct Select {
    #[command(flatten)]
    files: Files,
    /// How to select
    #[arg(long, value_name = "NAME", default_value = "seqphragmen",
        value_parser = PossibleValuesParser::new(select::RULES.map(|(name, _)| name)))]
    rule: String,
}

#[derive(Args)]
struct Rank {
    #[command(flatten)]
    files: Files,
    /// How to rank
    #[arg(long, value_name = "NAME", default_value = "schulze",
        value_parser = PossibleValuesParser::new(rank::RULES.map(|(name, _)| name)))]
    rule: String,
}

#[derive(Args)]
struct Files {
    /// The file to read [default: standard input]
    #[arg(value_name = "FILE")]
    file: Option<PathBuf>,
    /// The same
    #[arg(long = "in", value_name = "FILE", conflicts_with = "file")]
    input: Option<PathBuf>,
    /// The file to write; untouched if the input is wrong [default: standard output]
    #[arg(long = "out", value_name = "FILE")]
    output: Option<PathBuf>,
}

impl Compute {
    pub fn run(self) -> anyhow::Result<ExitCode> {
        match self.kind {
            Kind::Select(Select { files, rule }) => {
                files.compute(|text| select::compute(text, named(&select::RULES, &rule)))
            }
            Kind::Rank(Rank { files, rule }) => {
                files.compute(|text| rank::compute(text, named(&rank::RULES, &rule)))
            }
            Kind::Similar(files) => files.compute(similar::compute),
        }
    }
}

fn named<R: Copy>(rules: &[(&str, R)], name: &str) -> R {
    let rule = rules.iter().find(|(other, _)| *other == name);
    rule.expect("the command line offers only these names").1
}

impl Files {
    fn compute(self, work: impl FnOnce(&str) -> Result<String, FileError>) -> anyhow::Result<ExitCode> {
        let text = read(self.file.or(self.input).as_deref())?;
        match work(&text) {
            Ok(result) => {
                write(self.output.as_deref(), &result)?;
                Ok(ExitCode::SUCCESS)
            }
            Err(wrong) => {
                eprintln!("tafelrunde: {wrong}");
                Ok(ExitCode::from(EXIT_INPUT))
            }
        }
    }
}

fn read(file: Option<&Path>) -> anyhow::Result<String> {
    match file {
        Some(path) => {
            std::fs::read_to_string(path).with_context(|| format!("{} cannot be read", path.display()))
        }
        None => {
            let mut text = String::new();
            io::stdin().read_to_string(&mut text).context("standard input cannot be read")?;
            Ok(text)
        }
    }
}

fn write(file: Option<&Path>, result: &str) -> anyhow::Result<()> {
    let line = format!("{result}\n");
    match file {
        Some(path) => {
            std::fs::write(path, line).with_context(|| format!("{} cannot be written", path.display()))
        }
        None => io::stdout().write_all(line.as_bytes()).context("standard output cannot be written"),
    }
}
