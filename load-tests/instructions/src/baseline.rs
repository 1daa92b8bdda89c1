//! What is expected, and what to make of a count. Counts hold for one compiler and one kind of processor only:
//! those of others are told and not judged.

use anyhow::{Context, Result, ensure};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fmt;
use std::process::Command;

/// The numbers in `baseline.toml`.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Baseline {
    pub built: Built,
    /// For each call, by function.
    pub instructions: BTreeMap<String, u64>,
}

/// What decides which instructions a function becomes, beside its source.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Built {
    pub compiler: String,
    pub processor: String,
}

/// What to make of a count. The percentage is the difference from what was expected.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Verdict {
    AsExpected {
        percent: f64,
    },
    More {
        percent: f64,
        expected: u64,
    },
    /// An improvement is kept by lowering the number; otherwise the next change could undo it unseen.
    Fewer {
        percent: f64,
        expected: u64,
    },
    /// The baseline has no number for it.
    Unknown,
    /// The baseline is of another compiler or processor.
    NotJudged,
}

/// Counts are the same from run to run. The allowance is for what a compiler decides otherwise when something
/// else in the same crate changes.
const ALLOWANCE_PERCENT: u64 = 5;

const HEADER: &str = "\
# Instructions of one call of each hot function, as `make test-instructions` counts them: more than 5 % above or below
# fails. `UPDATE_INSTRUCTIONS=1 make test-instructions` writes this file; say in the commit why it changed.

";

impl Baseline {
    pub fn read(text: &str) -> Result<Self> {
        toml::from_str(text).context("the baseline cannot be read")
    }

    /// As it is written to the file.
    pub fn text(&self) -> Result<String> {
        Ok(format!("{HEADER}{}", toml::to_string(self)?))
    }

    pub fn verdict(&self, built: &Built, function: &str, counted: u64) -> Verdict {
        if self.built != *built {
            return Verdict::NotJudged;
        }
        let Some(expected) = self.instructions.get(function).copied() else { return Verdict::Unknown };
        let percent = 100.0 * (counted as f64 / expected as f64 - 1.0);
        if counted * 100 > expected * (100 + ALLOWANCE_PERCENT) {
            Verdict::More { percent, expected }
        } else if counted * 100 < expected * (100 - ALLOWANCE_PERCENT) {
            Verdict::Fewer { percent, expected }
        } else {
            Verdict::AsExpected { percent }
        }
    }
}

impl Built {
    /// The compiler on the path, which has just built this, and this processor's kind.
    pub fn here() -> Result<Self> {
        let output = Command::new("rustc").arg("--version").output().context("cannot run rustc")?;
        ensure!(output.status.success(), "rustc --version failed");
        let compiler = String::from_utf8(output.stdout)?.trim().to_owned();
        Ok(Self { compiler, processor: std::env::consts::ARCH.to_owned() })
    }
}

impl fmt::Display for Built {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} on {}", self.compiler, self.processor)
    }
}

impl fmt::Display for Verdict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::AsExpected { percent } => write!(f, "ok ({percent:+.1} %)"),
            Self::More { percent, expected } => write!(f, "FAILED: {percent:+.1} % of {expected}"),
            Self::Fewer { percent, expected } => {
                write!(
                    f,
                    "FAILED: better by {:.1} % than {expected}, lower the baseline to keep it",
                    -percent
                )
            }
            Self::Unknown => write!(f, "FAILED: the baseline has no number for it"),
            Self::NotJudged => write!(f, "not judged"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn built(compiler: &str) -> Built {
        Built { compiler: compiler.to_owned(), processor: "x86_64".to_owned() }
    }

    fn verdict(counted: u64) -> String {
        let instructions = BTreeMap::from([("f".to_owned(), 1_000)]);
        Baseline { built: built("rustc 1"), instructions }
            .verdict(&built("rustc 1"), "f", counted)
            .to_string()
    }

    #[test]
    fn five_percent_are_allowed_either_way() {
        assert_eq!(verdict(1_000), "ok (+0.0 %)");
        assert_eq!(verdict(1_050), "ok (+5.0 %)");
        assert_eq!(verdict(1_051), "FAILED: +5.1 % of 1000");
        assert_eq!(verdict(950), "ok (-5.0 %)");
        assert_eq!(verdict(949), "FAILED: better by 5.1 % than 1000, lower the baseline to keep it");
    }

    #[test]
    fn another_compiler_is_not_judged_and_a_function_without_a_number_fails() {
        let baseline = Baseline { built: built("rustc 1"), instructions: BTreeMap::new() };
        assert_eq!(baseline.verdict(&built("rustc 2"), "f", 1), Verdict::NotJudged);
        assert_eq!(baseline.verdict(&built("rustc 1"), "f", 1), Verdict::Unknown);
    }

    #[test]
    fn what_is_written_can_be_read() {
        let instructions = BTreeMap::from([("f".to_owned(), 7)]);
        let baseline = Baseline { built: built("rustc 1"), instructions };
        let text = baseline.text().expect("TOML");
        assert!(text.starts_with("# Instructions") && text.contains("\nf = 7\n"), "{text}");
        assert_eq!(Baseline::read(&text).expect("a baseline"), baseline);
        assert!(Baseline::read("counts = 1").is_err());
    }
}
