//! Turns the bytes of a file into text: UTF-8 with or without a byte order mark.
//!
//! Nothing is guessed or repaired. A file in another encoding is named, so that its author knows
//! how to save it. This is the home of `encoding_rs`.

use crate::codes;
use crate::diag::Diagnostic;
use crate::message::message;
use crate::source::{FileId, LineIndex, Location};

/// Decodes UTF-8 and drops a byte order mark.
///
/// **Errors**: a diagnostic for another encoding (UTF-16 and GBK are named) and for a NUL byte.
pub(super) fn decode(file: FileId, bytes: Vec<u8>) -> Result<String, Diagnostic> {
    if bytes.starts_with(&[0xFF, 0xFE]) || bytes.starts_with(&[0xFE, 0xFF]) {
        return Err(wrong_encoding(Location::start_of(file), "UTF-16"));
    }
    let mut text = match String::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => {
            let good = error.utf8_error().valid_up_to();
            let bytes = error.into_bytes();
            let prefix = String::from_utf8_lossy(&bytes[..good]).into_owned();
            let location = LineIndex::new(file, &prefix).location(good);
            let is_gbk = !encoding_rs::GBK.decode_without_bom_handling(&bytes).1;
            return Err(wrong_encoding(
                location,
                if is_gbk { "GBK" } else { "neither UTF-8 nor GBK" },
            ));
        }
    };
    if text.starts_with('\u{FEFF}') {
        text.drain(..'\u{FEFF}'.len_utf8());
    }
    if let Some(at) = text.find('\0') {
        let location = LineIndex::new(file, &text).location(at);
        return Err(codes::NUL_BYTE
            .at(location, message!("there is a NUL byte in this file", "文件中有空字节（NUL）"))
            .help(message!("save it again as plain UTF-8 text", "重新保存为UTF-8纯文本")));
    }
    Ok(text)
}

fn wrong_encoding(location: Location, name: &str) -> Diagnostic {
    let message = match name {
        "GBK" => message!(
            "this file is not UTF-8; it looks like GBK (ANSI, 简体中文)",
            "本文件不是UTF-8编码，看起来是GBK（ANSI，简体中文）"
        ),
        other => {
            message!("this file is not UTF-8; it is {other}", "本文件不是UTF-8编码，而是{other}")
        }
    };
    codes::ENCODING.at(location, message).help(message!(
        "save it as UTF-8: in Excel or WPS choose `CSV UTF-8`, in Notepad choose 编码 UTF-8",
        "请存为UTF-8：Excel或WPS中选“CSV UTF-8”，记事本中选编码“UTF-8”"
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn message(bytes: &[u8]) -> String {
        decode(FileId(0), bytes.to_vec()).unwrap_or_else(|fault| fault.message.en)
    }

    #[test]
    fn a_byte_order_mark_is_dropped() {
        assert_eq!(message("\u{FEFF}期,a".as_bytes()), "期,a");
    }

    #[test]
    fn other_encodings_are_named() {
        let (gbk, _, _) = encoding_rs::GBK.encode("县区,数值");
        assert!(message(&gbk).contains("GBK"));
        assert!(message(&[0xFF, 0xFE, b'a', 0]).contains("UTF-16"));
        assert!(message(&[b'a', 0xFF, 0xFF]).contains("neither"));
    }

    #[test]
    fn a_nul_byte_has_its_place() {
        let fault = decode(FileId(0), b"ab\nc\0d".to_vec()).expect_err("a fault");
        assert_eq!(fault.location.map(|p| (p.line, p.column)), Some((2, 2)));
    }
}
