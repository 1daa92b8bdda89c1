//! Tests of how a measurement is told.

use super::*;
use crate::latency::Recorder;
use crate::process::Usage;
use std::time::Duration;

fn report() -> Report {
    let machine = Machine {
        cores: 2,
        processor: "P".to_owned(),
        kernel: "6".to_owned(),
        server_cores: "0".to_owned(),
        load_cores: "1".to_owned(),
        open_files: 20_000,
        file_system: "ext4".to_owned(),
    };
    let usage = Usage { cpu_seconds: 1.25, rss_bytes: 1_048_576, rss_peak_bytes: 2_097_152 };
    let cost =
        Cost { seconds: 2.0, server: Some(usage), load_cpu_seconds: 0.5, others_cpu_seconds: Some(0.01) };
    let acks = Recorder::default();
    acks.record(Duration::from_micros(250));
    Report::new("town-hall", &serde_json::json!({ "phones": 1 }), cost, &machine)
        .count("acked", 1)
        .figure("votes_per_second", 1.0 / 3.0)
        .latency("ack", acks.percentiles())
}

#[test]
fn machines_get_one_json_line() {
    assert_eq!(
        serde_json::to_string(&report()).expect("JSON"),
        concat!(
            r#"{"scenario":"town-hall","parameters":{"phones":1},"counts":{"acked":1},"#,
            r#""figures":{"votes_per_second":0.333},"latencies_us":{"ack":{"count":1,"mean":250.0,"p50":250,"p90":250,"#,
            r#""p99":250,"p999":250,"max":250}},"server":{"cpu_seconds":1.25,"rss_bytes":1048576,"#,
            r#""rss_peak_bytes":2097152},"load_cpu_seconds":0.5,"others_cpu_seconds":0.01,"seconds":2.0,"machine":{"cores":2,"processor":"P","#,
            r#""kernel":"6","server_cores":"0","load_cores":"1","open_files":20000,"#,
            r#""file_system":"ext4"}}"#
        )
    );
}

#[test]
fn people_get_a_table() {
    let table = report().table();
    assert!(table.contains("server rss_peak_mib                   2.0\n"), "{table}");
    assert!(table.contains("  ack                        1       250       250"), "{table}");
}
