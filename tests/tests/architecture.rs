//! The code base watches itself: who may know whom, what the core must not know, how long a file may get.

use std::fs;
use std::path::{Path, PathBuf};

/// A file that tells more than one story is split before it gets here.
const LINES_MAX: usize = 400;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("tests/ lies in the project").to_owned()
}

fn files(folder: &str, endings: &[&str]) -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    let mut folders = vec![root().join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display())) {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            if path.is_dir() {
                if !["node_modules", "dist", "target", "screenshots"].contains(&name.as_str()) {
                    folders.push(path);
                }
            } else if endings.iter().any(|ending| name.ends_with(ending)) {
                let text = fs::read_to_string(&path).unwrap();
                found.push((path, text));
            }
        }
    }
    assert!(!found.is_empty(), "{folder} has no such files");
    found
}

#[test]
fn the_core_depends_on_nothing_that_could_do_anything() {
    let manifest = fs::read_to_string(root().join("server/core/Cargo.toml")).unwrap();
    let dependencies = manifest.split("[dependencies]").nth(1).unwrap().split("\n[").next().unwrap();
    let names: Vec<&str> =
        dependencies.lines().filter_map(|line| line.split_once(" =")).map(|(name, _)| name).collect();
    let expected = [
        "tafelrunde-protocol",
        "num-bigint",
        "num-rational",
        "serde",
        "serde_json",
        "serde_path_to_error",
        "unicode-normalization",
    ];
    assert_eq!(names, expected);
}

#[test]
fn the_core_knows_no_clock_no_disk_no_network_and_no_unordered_map() {
    for (path, text) in files("server/core/src", &[".rs"]) {
        for word in
            ["std::time", "std::fs", "std::net", "std::io", "std::thread", "std::env", "HashMap", "HashSet"]
        {
            assert!(!text.contains(word), "{} knows {word}", path.display());
        }
    }
}

#[test]
fn only_the_start_of_the_program_knows_the_edge() {
    for (path, text) in files("server/tafelrunde/src", &[".rs"]) {
        let is_edge =
            path.components().any(|part| part.as_os_str() == "edge") || path.ends_with("src/edge.rs");
        let may_know = is_edge || path.ends_with("src/server.rs");
        assert!(may_know || !text.contains("crate::edge"), "{} knows the edge", path.display());
    }
}

#[test]
fn boards_and_journals_know_no_room() {
    for (path, text) in files("server/tafelrunde/src", &[".rs"]) {
        let shown = path.display().to_string();
        if shown.contains("/src/hub") || shown.contains("/src/journal") {
            assert!(!text.contains("crate::room"), "{shown} knows the room");
        }
    }
}

#[test]
fn every_rust_file_begins_by_saying_what_it_is() {
    for folder in ["server", "load-tests", "tests"] {
        for (path, text) in files(folder, &[".rs"]) {
            assert!(text.starts_with("//! "), "{} begins without a word", path.display());
        }
    }
}

#[test]
fn no_file_tells_too_long_a_story() {
    let mut long = Vec::new();
    for folder in ["server", "load-tests", "tests", "web-client/src"] {
        for (path, text) in files(folder, &[".rs", ".ts", ".svelte", ".css", ".mjs"]) {
            let lines = text.lines().count();
            let is_generated = path.to_string_lossy().contains(".gen.");
            if lines > LINES_MAX && !is_generated {
                long.push(format!("{}: {lines} lines", path.display()));
            }
        }
    }
    assert!(long.is_empty(), "over {LINES_MAX} lines:\n{}", long.join("\n"));
}

#[test]
fn unwrap_is_for_tests() {
    for (path, text) in files("server", &[".rs"]) {
        let shown = path.display().to_string();
        let is_test = shown.contains("/tests") || shown.ends_with("conformance.rs");
        let code = text.split("#[cfg(test)]").next().unwrap_or_default();
        assert!(is_test || !code.contains(".unwrap()"), "{shown} unwraps");
    }
}
