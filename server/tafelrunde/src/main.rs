//! The program `tafelrunde`. See `tafelrunde --help`.

use std::process::ExitCode;

fn main() -> ExitCode {
    tafelrunde::cli::run()
}
