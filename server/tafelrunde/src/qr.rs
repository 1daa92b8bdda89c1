//! QR codes of join links, for the wall and for a terminal.

use fast_qr::convert::Builder as _;
use fast_qr::convert::svg::SvgBuilder;
use fast_qr::{ECL, QRBuilder, QRCode};

fn code(text: &str) -> QRCode {
    QRBuilder::new(text).ecl(ECL::M).build().expect("a link is far shorter than what a QR code holds")
}

/// As a picture.
pub fn svg(text: &str) -> String {
    SvgBuilder::default().margin(2).to_str(&code(text))
}

/// As text for a terminal: two modules per character cell.
pub fn terminal(text: &str) -> String {
    code(text).to_str()
}
