//! Tells a measurement: one JSON line on stdout for machines, a table on stderr for people.

use anyhow::Result;
use serde::Serialize;
use serde_json::Value;
use std::collections::BTreeMap;
use std::fmt::Write;

use crate::hall::Cost;
use crate::latency::Percentiles;
use crate::machine::Machine;
use crate::trend::Sample;

/// One measurement.
#[derive(Debug, Serialize)]
pub struct Report {
    scenario: &'static str,
    parameters: Value,
    /// Things that were counted.
    counts: BTreeMap<&'static str, u64>,
    /// Rates, costs and single durations; the unit ends the name.
    figures: BTreeMap<&'static str, f64>,
    latencies_us: BTreeMap<&'static str, Percentiles>,
    /// Seconds from the beginning, and the value then.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    series: BTreeMap<&'static str, Vec<Sample>>,
    server: Option<ServerCost>,
    load_cpu_seconds: f64,
    others_cpu_seconds: Option<f64>,
    seconds: f64,
    machine: Machine,
}

#[derive(Debug, Serialize)]
struct ServerCost {
    cpu_seconds: f64,
    rss_bytes: u64,
    rss_peak_bytes: u64,
}

impl Report {
    pub fn new(scenario: &'static str, parameters: &impl Serialize, cost: Cost, machine: &Machine) -> Self {
        Self {
            scenario,
            parameters: serde_json::to_value(parameters).unwrap_or(Value::Null),
            counts: BTreeMap::new(),
            figures: BTreeMap::new(),
            latencies_us: BTreeMap::new(),
            series: BTreeMap::new(),
            server: cost.server.map(|usage| ServerCost {
                cpu_seconds: rounded(usage.cpu_seconds),
                rss_bytes: usage.rss_bytes,
                rss_peak_bytes: usage.rss_peak_bytes,
            }),
            load_cpu_seconds: rounded(cost.load_cpu_seconds),
            others_cpu_seconds: cost.others_cpu_seconds.map(rounded),
            seconds: rounded(cost.seconds),
            machine: machine.clone(),
        }
    }

    pub fn count(mut self, name: &'static str, count: u64) -> Self {
        self.counts.insert(name, count);
        self
    }

    pub fn figure(mut self, name: &'static str, figure: f64) -> Self {
        self.figures.insert(name, rounded(figure));
        self
    }

    pub fn latency(mut self, name: &'static str, percentiles: Percentiles) -> Self {
        self.latencies_us.insert(name, percentiles);
        self
    }

    /// Only machines get these.
    pub fn series(mut self, name: &'static str, samples: &[Sample]) -> Self {
        self.series.insert(name, samples.to_vec());
        self
    }

    pub fn print(&self) -> Result<()> {
        println!("{}", serde_json::to_string(self)?);
        eprint!("{}", self.table());
        Ok(())
    }

    fn table(&self) -> String {
        let mut table = String::new();
        let mut line = |text: String| {
            // Writing into a string does not fail.
            let _ = writeln!(table, "{text}");
        };
        line(format!("\n{} {}", self.scenario, self.parameters));
        for (name, count) in &self.counts {
            line(format!("  {name:<28} {count:>12}"));
        }
        for (name, figure) in &self.figures {
            line(format!("  {name:<28} {figure:>12}"));
        }
        if let Some(server) = &self.server {
            line(format!("  {:<28} {:>12}", "server cpu_seconds", server.cpu_seconds));
            line(format!("  {:<28} {:>12.1}", "server rss_mib", mebibytes(server.rss_bytes)));
            line(format!("  {:<28} {:>12.1}", "server rss_peak_mib", mebibytes(server.rss_peak_bytes)));
        }
        line(format!("  {:<28} {:>12}", "load cpu_seconds", self.load_cpu_seconds));
        if let Some(others) = self.others_cpu_seconds {
            line(format!("  {:<28} {:>12}", "others cpu_seconds", others));
        }
        line(format!("  {:<28} {:>12}", "seconds", self.seconds));
        if !self.latencies_us.is_empty() {
            let head = ["count", "mean", "p50", "p90", "p99", "p99.9", "max"];
            line(format!("  {:<18}{}", "microseconds", head.map(|name| format!("{name:>10}")).concat()));
        }
        for (name, p) in &self.latencies_us {
            let row = [
                p.count as f64,
                p.mean.round(),
                p.p50 as f64,
                p.p90 as f64,
                p.p99 as f64,
                p.p999 as f64,
                p.max as f64,
            ];
            line(format!("  {name:<18}{}", row.map(|value| format!("{value:>10}")).concat()));
        }
        table
    }
}

fn mebibytes(bytes: u64) -> f64 {
    bytes as f64 / 1_048_576.0
}

/// Three digits behind the point: no figure here is known better.
fn rounded(figure: f64) -> f64 {
    (figure * 1_000.0).round() / 1_000.0
}

#[cfg(test)]
#[path = "report_tests.rs"]
mod tests;
