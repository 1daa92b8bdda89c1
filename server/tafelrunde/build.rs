//! Embeds the built web client. Never runs npm: `make web` does. Without a built client a page is embedded
//! that says so, and the server works all the same.

use std::path::Path;

fn main() {
    let built = Path::new("../../web-client/dist");
    let directory =
        if built.join("phone.html").is_file() { "../../web-client/dist" } else { "web-placeholder" };
    println!("cargo:rerun-if-changed=../../web-client/dist");
    println!("cargo:rerun-if-changed=web-placeholder");
    memory_serve::load_directory(directory);
}
