//! Follows the links between the project's documents. Addresses of other people are not asked.

use std::fs;
use std::path::{Path, PathBuf};

/// Every link that leads nowhere, with the document that has it.
pub fn broken() -> Vec<String> {
    let mut broken = Vec::new();
    for document in documents() {
        let text = read(&document);
        for target in targets(&text) {
            let (path, heading) = target.split_once('#').unwrap_or((target, ""));
            let folder = document.parent().expect("a document lies in a folder");
            let file = if path.is_empty() { document.clone() } else { folder.join(path) };
            let has_heading =
                heading.is_empty() || anchors(&read(&file)).iter().any(|known| known == heading);
            if !file.exists() || !has_heading {
                broken.push(format!("{}: {target}", document.display()));
            }
        }
    }
    broken
}

/// Every source that a document names in code and that is not there; also a function that is named behind
/// its source, as in `room.rs` (`release`).
pub fn missing_sources(document: &str) -> Vec<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let text = read(&root.join(document));
    let mut sources = Vec::new();
    for folder in ["server", "tests", "load-tests"] {
        rust_sources(&root.join(folder), &mut sources);
    }
    // Written without `src`, as people say it.
    let said = |path: &Path| path.to_string_lossy().replace("/src/", "/");
    let mut missing = Vec::new();
    for (name, rest) in code_before(&text, ".rs") {
        let ending = format!("/{name}").replace("/src/", "/");
        let found: Vec<&PathBuf> = sources.iter().filter(|path| said(path).ends_with(&ending)).collect();
        let functions = rest.strip_prefix(" (").and_then(|rest| rest.split(')').next()).unwrap_or_default();
        let has = |function: &str| found.iter().any(|path| read(path).contains(&format!("fn {function}")));
        let lacking = functions.split('`').skip(1).step_by(2).filter(|function| !has(function));
        missing.extend(lacking.map(|function| format!("{name}: {function}")));
        if found.is_empty() {
            missing.push(name.to_owned());
        }
    }
    missing
}

/// Pieces of code with this ending, each with the text that follows it.
fn code_before<'a>(text: &'a str, ending: &'a str) -> impl Iterator<Item = (&'a str, &'a str)> {
    text.lines().flat_map(move |line| {
        let ticks: Vec<usize> = line.match_indices('`').map(|(at, _)| at).collect();
        let pairs: Vec<_> = ticks.chunks_exact(2).map(|pair| (pair[0], pair[1])).collect();
        let codes = pairs.into_iter().map(move |(begin, end)| (&line[begin + 1..end], &line[end + 1..]));
        codes.filter(move |(code, _)| code.ends_with(ending))
    })
}

fn rust_sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() && !path.ends_with("node_modules") {
            rust_sources(&path, found);
        } else if path.extension().is_some_and(|end| end == "rs") {
            found.push(path);
        }
    }
}

fn documents() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let folders = [root.clone(), root.join("docs"), root.join("docs/decisions")];
    let entries = folders.iter().flat_map(|folder| fs::read_dir(folder).into_iter().flatten().flatten());
    entries.map(|entry| entry.path()).filter(|path| path.extension().is_some_and(|end| end == "md")).collect()
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_default()
}

fn targets(text: &str) -> impl Iterator<Item = &str> {
    let links = text.split("](").skip(1).filter_map(|rest| rest.split(')').next());
    links.filter(|target| !target.contains("://"))
}

/// Headings as links name them: small letters, hyphens for blanks, nothing else.
fn anchors(text: &str) -> Vec<String> {
    let headings = text.lines().filter_map(|line| line.strip_prefix('#'));
    let anchor = |heading: &str| {
        let title = heading.trim_start_matches('#').trim().to_lowercase().replace(' ', "-");
        title.chars().filter(|c| c.is_alphanumeric() || *c == '-').collect()
    };
    headings.map(anchor).collect()
}
