//! Small pieces of finished markup: escaped text, and a sentence whose numbers stand out.

/// Escapes text for markup as templates do.
pub(super) fn escape_into(out: &mut String, text: &str) {
    if !text.bytes().any(|byte| matches!(byte, b'&' | b'<' | b'>' | b'"' | b'\'')) {
        out.push_str(text);
        return;
    }
    for character in text.chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            other => out.push(other),
        }
    }
}

/// Makes a sentence into markup with its numbers in strong type, whatever the language says around
/// them.
pub(super) fn with_strong_numbers(sentence: &str) -> String {
    let mut out = String::with_capacity(sentence.len() * 2);
    let mut rest = sentence;
    while let Some(start) = rest.find(|c: char| c.is_ascii_digit()) {
        let length =
            rest[start..].find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len() - start);
        escape_into(&mut out, &rest[..start]);
        out.push_str("<b>");
        out.push_str(&rest[start..start + length]);
        out.push_str("</b>");
        rest = &rest[start + length..];
    }
    escape_into(&mut out, rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_strong_and_words_are_escaped() {
        assert_eq!(with_strong_numbers("54个，<低于>10"), "<b>54</b>个，&lt;低于&gt;<b>10</b>");
        assert_eq!(with_strong_numbers("无"), "无");
        assert_eq!(with_strong_numbers(""), "");
    }
}
