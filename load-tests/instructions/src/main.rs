//! Counts the instructions of the hot functions under valgrind and holds them against `baseline.toml`: a check for
//! every change, because a count is the same however busy the machine is. It measures no time and no system
//! call; what a vote costs in the end is measured by `load-tests`.
//!
//! ```text
//! instructions                 counts everything and judges
//! instructions cast_ballot 50  does one thing so often; this is what runs under valgrind
//! ```
//!
//! Reading order: `functions` is what is counted, `counting` is how, `baseline` is what is expected.

mod functions;

mod counting;

mod baseline;

use anyhow::{Context, Result, bail};
use std::path::Path;
use std::process::ExitCode;

use baseline::{Baseline, Built, Verdict};
use functions::FUNCTIONS;

/// Beside this crate, so that a change of a number is seen in a review.
const BASELINE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/baseline.toml");

/// Set: the counts become the baseline.
const UPDATE: &str = "UPDATE_INSTRUCTIONS";

fn main() -> Result<ExitCode> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.as_slice() {
        [] if std::env::var_os(UPDATE).is_some() => update(),
        [] => check(),
        [name, times] => run(name, times.parse().context("how often is a number")?),
        _ => bail!("usage: instructions [FUNCTION TIMES]"),
    }
}

fn run(name: &str, times: u32) -> Result<ExitCode> {
    let function = FUNCTIONS.iter().find(|function| function.name == name);
    (function.with_context(|| format!("no function {name}"))?.run)(times);
    Ok(ExitCode::SUCCESS)
}

fn check() -> Result<ExitCode> {
    let text = std::fs::read_to_string(BASELINE).context(BASELINE)?;
    let baseline = Baseline::read(&text)?;
    let built = Built::here()?;
    let (mut passed, mut failed) = (0, 0);
    for function in FUNCTIONS {
        let counted = counting::per_call(function.name)?;
        let verdict = baseline.verdict(&built, function.name, counted);
        println!("{:<16} {counted:>9} instructions {}: {verdict}", function.name, function.unit);
        match verdict {
            Verdict::AsExpected { .. } => passed += 1,
            Verdict::NotJudged => {}
            Verdict::Unknown | Verdict::More { .. } | Verdict::Fewer { .. } => failed += 1,
        }
    }
    if baseline.built != built {
        println!("the baseline is of {}, this is {built}: nothing was judged", baseline.built);
    }
    // The words that scripts/test-summary.sh looks for.
    println!("instruction counts: {passed} passed, {failed} failed");
    if failed > 0 {
        println!("where they are: callgrind_annotate {}/FUNCTION.out", Path::new(counting::FOLDER).display());
        println!("meant so? {UPDATE}=1 make test-instructions writes the counts into {BASELINE}");
    }
    Ok(if failed > 0 { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

fn update() -> Result<ExitCode> {
    let count = |name: &str| counting::per_call(name).map(|counted| (name.to_owned(), counted));
    let instructions = FUNCTIONS.iter().map(|function| count(function.name)).collect::<Result<_>>()?;
    let baseline = Baseline { built: Built::here()?, instructions };
    std::fs::write(BASELINE, baseline.text()?).context(BASELINE)?;
    println!("written: {BASELINE}");
    Ok(ExitCode::SUCCESS)
}
