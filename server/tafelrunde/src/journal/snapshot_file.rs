//! Snapshots as files beside the journal: `snapshots/<café>.snapshot`. They are not in the journal's own
//! file because writing tens of megabytes there would hold up every café's commits.
//!
//! A file is a line with the batch number and the CRC-32 of the rest, then the state. Anything unexpected
//! makes it as good as absent.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::{CafeKey, Seq, Snapshot};

fn path(directory: &Path, cafe: CafeKey) -> PathBuf {
    directory.join(format!("{}.snapshot", cafe.0))
}

/// Reads a café's snapshot; `None` when there is none or it is damaged.
pub fn read(directory: &Path, cafe: CafeKey) -> Option<Snapshot> {
    let bytes = fs::read(path(directory, cafe)).ok()?;
    let end = bytes.iter().position(|byte| *byte == b'\n')?;
    let head = std::str::from_utf8(&bytes[..end]).ok()?;
    let (seq, checksum) = head.split_once(' ')?;
    let state = &bytes[end + 1..];
    let is_whole = u32::from_str_radix(checksum, 16).ok()? == crc32fast::hash(state);
    let seq = Seq(seq.parse().ok()?);
    is_whole.then(|| Snapshot { seq, state: state.to_vec() })
}

/// Replaces a café's snapshot. A crash at any moment leaves the earlier or the later one whole.
pub fn write(directory: &Path, cafe: CafeKey, snapshot: &Snapshot) -> io::Result<()> {
    fs::create_dir_all(directory)?;
    let target = path(directory, cafe);
    let fresh = target.with_extension("fresh");
    let mut file = File::create(&fresh)?;
    writeln!(file, "{} {:08x}", snapshot.seq.0, crc32fast::hash(&snapshot.state))?;
    file.write_all(&snapshot.state)?;
    file.sync_all()?;
    fs::rename(&fresh, &target)?;
    File::open(directory)?.sync_all()
}
