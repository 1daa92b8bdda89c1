//! The documents do not lie: every example in docs/PROTOCOL.md is played to a real server, and every name
//! and limit of the protocol, every option and every metric stands in the document that is to explain it.
//!
//! How an example is marked is written in docs/PROTOCOL.md, section "How the examples are checked".

#[path = "protocol_examples/blocks.rs"]
mod blocks;
#[path = "protocol_examples/fitting.rs"]
mod fitting;
#[path = "protocol_examples/line.rs"]
mod line;
#[path = "protocol_examples/links.rs"]
mod links;
#[path = "protocol_examples/names.rs"]
mod names;
#[path = "protocol_examples/replay.rs"]
mod replay;
#[path = "protocol_examples/web.rs"]
mod web;

use std::collections::BTreeMap;
use std::path::Path;

const PROTOCOL: &str = "docs/PROTOCOL.md";
const OPERATING: &str = "docs/OPERATING.md";

fn read(document: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(document);
    std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{document}: {error}"))
}

#[tokio::test(flavor = "multi_thread")]
async fn every_example_is_what_a_real_server_does() {
    if let Err(error) = replay::replay(&read(PROTOCOL)).await {
        panic!("{PROTOCOL}: {error:#}");
    }
}

const CREATED: &str = r#"
```toml template
[event]
title = "Probe"
```
```http request
POST /api/v1/cafes
Authorization: Bearer an-admin-token-of-yours

{"template_toml": "<template>"}
```
```http response
HTTP/1.1 201 Created

{"code": "<code>", "…": "…"}
```
```json client=ali
{"hello": {"protocol": 1, "cafe": "<code>", "as": "participant", "token": "a-token-with-22-characters"}}
```
"#;

async fn complaint(rest: &str) -> String {
    let document = format!("{CREATED}{rest}");
    format!("{:#}", replay::replay(&document).await.expect_err("the example is wrong"))
}

#[tokio::test(flavor = "multi_thread")]
async fn a_wrong_message_is_noticed_with_its_line() {
    let said =
        complaint("```json server=ali\n{\"welcome\": {\"role\": \"moderator\", \"…\": \"…\"}}\n```\n").await;
    assert!(said.starts_with("line 20:"), "{said}");
    assert!(said.contains("welcome.role"), "{said}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_message_that_is_left_out_is_noticed() {
    let said = complaint("```text leaves=ali\n```\n").await;
    assert!(said.contains("unmentioned"), "{said}");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_example_that_nobody_checks_is_noticed() {
    let said = complaint("```json\n{\"ack\": {\"id\": \"c1\"}}\n```\n").await;
    assert!(said.contains("is not marked"), "{said}");
}

#[test]
fn every_variant_of_the_protocol_is_explained() {
    names::assert_all_in(&read(PROTOCOL), names::variants());
}

#[test]
fn every_field_of_the_protocol_is_explained() {
    names::assert_all_in(&read(PROTOCOL), names::fields());
}

#[test]
fn every_document_is_explained() {
    names::assert_all_in(&read(PROTOCOL), names::document_keys());
}

#[test]
fn every_close_code_is_explained() {
    names::assert_all_in(&read(PROTOCOL), names::close_codes());
}

#[test]
fn every_limit_is_given_with_its_value() {
    names::assert_rows(&read(PROTOCOL), &names::limits());
}

#[test]
fn every_option_is_explained_with_its_default() {
    names::assert_rows(&read(OPERATING), &names::options());
}

#[test]
fn every_metric_is_explained() {
    names::assert_all_in(&read(OPERATING), names::metrics());
}

#[test]
fn every_link_between_documents_leads_somewhere() {
    let broken = links::broken();
    assert!(broken.is_empty(), "broken links:\n{}", broken.join("\n"));
}

#[test]
fn every_source_that_the_architecture_names_is_there() {
    let missing = links::missing_sources("ARCHITECTURE.md");
    assert!(missing.is_empty(), "not there: {missing:?}");
}

#[test]
fn the_lists_of_names_are_not_empty() {
    let lengths: BTreeMap<&str, usize> = [
        ("close codes", names::close_codes().len()),
        ("documents", names::document_keys().len()),
        ("fields", names::fields().len()),
        ("limits", names::limits().len()),
        ("metrics", names::metrics().len()),
        ("options", names::options().len()),
        ("variants", names::variants().len()),
    ]
    .into();
    assert!(lengths.values().all(|length| *length > 4), "{lengths:?}");
}
