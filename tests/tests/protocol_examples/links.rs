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
