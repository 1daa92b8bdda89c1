//! What the figures were measured on: without it they mean nothing.

use serde::Serialize;

use crate::arguments::Target;

/// The machine and how it was shared between server and load.
#[derive(Debug, Clone, Serialize)]
pub struct Machine {
    pub cores: usize,
    pub processor: String,
    pub kernel: String,
    pub server_cores: String,
    pub load_cores: String,
    pub open_files: u64,
    /// Where the data directory lies; on `tmpfs` nothing is flushed to a disk.
    pub file_system: String,
}

impl Machine {
    /// Asks the kernel.
    pub fn describe(target: &Target, open_files: u64) -> Self {
        let kernel = rustix::system::uname().release().to_string_lossy().into_owned();
        let processors = std::fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
        let server_cores = match target.url {
            Some(_) => "not set here".to_owned(),
            None => target.server_cores.to_string(),
        };
        Self {
            cores: processors.lines().filter(|line| line.starts_with("processor")).count(),
            processor: processor_name(&processors),
            kernel,
            server_cores,
            load_cores: target.load_cores.to_string(),
            open_files,
            file_system: file_system(target),
        }
    }
}

fn file_system(target: &Target) -> String {
    if target.url.is_some() {
        return "not known here".to_owned();
    }
    let folder = target.data.clone().unwrap_or_else(std::env::temp_dir);
    rustix::fs::statfs(&folder)
        .map_or_else(|error| error.to_string(), |stat| file_system_name(stat.f_type as u64))
}

/// Magic numbers of statfs(2).
fn file_system_name(magic: u64) -> String {
    match magic {
        0xEF53 => "ext4".to_owned(),
        0x5846_5342 => "xfs".to_owned(),
        0x9123_683E => "btrfs".to_owned(),
        0x2FC1_2FC1 => "zfs".to_owned(),
        0x0102_1994 => "tmpfs".to_owned(),
        0x794C_7630 => "overlayfs".to_owned(),
        other => format!("{other:#x}"),
    }
}

fn processor_name(cpuinfo: &str) -> String {
    let name = cpuinfo.lines().find_map(|line| line.strip_prefix("model name")?.split_once(':'));
    name.map_or_else(|| "unknown".to_owned(), |(_, name)| name.trim().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn common_file_systems_are_named_and_others_numbered() {
        assert_eq!(file_system_name(0xEF53), "ext4");
        assert_eq!(file_system_name(0x1234), "0x1234");
    }

    #[test]
    fn the_processor_is_named() {
        assert_eq!(processor_name("processor\t: 0\nmodel name\t: Some CPU @ 2 GHz\n"), "Some CPU @ 2 GHz");
        assert_eq!(processor_name(""), "unknown");
    }
}
