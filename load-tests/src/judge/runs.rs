//! Finds figures among the measurements of other runs. Where something was measured twice, the later one counts.

use serde_json::Value;

/// All measurements, in order.
pub struct Runs(pub Vec<Value>);

impl Runs {
    /// Takes JSON lines; what is none is passed over.
    pub fn read(lines: &str) -> Self {
        Self(lines.lines().filter_map(|line| serde_json::from_str(line).ok()).collect())
    }

    /// Ratio to the floor at so many connections.
    pub fn ratio(&self, connections: u64, figure: &str) -> Option<f64> {
        self.compared(connections)?["ratios"][figure].as_f64()
    }

    pub fn median(&self, connections: u64, figure: &str) -> Option<f64> {
        self.compared(connections)?["medians"][figure].as_f64()
    }

    /// Bytes of an idle connection with as many as one process may open here.
    pub fn idle_bytes(&self) -> Option<f64> {
        let run = self.last(|run| is_compared(run) && run["parameters"]["steps"] == "idle")?;
        run["medians"]["bytes_per_connection"].as_f64()
    }

    pub fn stuck(&self, figure: &str) -> Option<f64> {
        let run = self.last(|run| run["scenario"] == "stuck-phone" && run["side"] == "one-stuck")?;
        run["ratios"][figure].as_f64()
    }

    /// Processor time of a vote in one of so many cafés, to that in one as large as all of them.
    pub fn many_cafes(&self, cafes: u64) -> Option<f64> {
        let run = self.last(|run| {
            run["scenario"] == "many-cafes"
                && run["side"] == "many-small"
                && run["parameters"]["cafes"] == cafes
        })?;
        run["ratios"]["vote_cpu_us"].as_f64()
    }

    /// A figure of a scenario by its path.
    pub fn figure(&self, scenario: &str, path: &str) -> Option<f64> {
        self.last(|run| run["scenario"] == scenario)?.pointer(path)?.as_f64()
    }

    pub fn updates_per_phone(&self) -> Option<f64> {
        let run = self.vote_storm(10_000, "live")?;
        Some(run["counts"]["updates_to_phones"].as_f64()? / run["parameters"]["phones"].as_f64()?)
    }

    pub fn wall_p99_us(&self) -> Option<f64> {
        self.vote_storm(2_000, "on-reveal")?["latencies_us"]["wall"]["p99"].as_f64()
    }

    /// The most that others needed while servers were compared.
    pub fn others_percent_of_a_core(&self) -> Option<f64> {
        let percents = self.0.iter().filter(|run| is_compared(run));
        let percents = percents.filter_map(|run| run["medians"]["others_percent_of_a_core"].as_f64());
        percents.max_by(f64::total_cmp)
    }

    fn compared(&self, connections: u64) -> Option<&Value> {
        self.last(|run| {
            let parameters = &run["parameters"];
            is_compared(run) && parameters["steps"] != "idle" && parameters["connections"] == connections
        })
    }

    fn vote_storm(&self, rate: u64, results: &str) -> Option<&Value> {
        self.last(|run| {
            let parameters = &run["parameters"];
            run["scenario"] == "vote-storm" && parameters["rate"] == rate && parameters["results"] == results
        })
    }

    fn last(&self, is_it: impl Fn(&Value) -> bool) -> Option<&Value> {
        self.0.iter().rev().find(|run| is_it(run))
    }
}

fn is_compared(run: &Value) -> bool {
    run["scenario"] == "compare" && run["side"] == "tafelrunde"
}
