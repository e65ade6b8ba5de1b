//! Puts a block at the end of a file's front matter, and leaves all else as it is.

/// Inserts a block before the line that closes the front matter; nothing where there is none.
#[must_use]
pub fn insert_into_front_matter(text: &str, block: &str) -> Option<String> {
    let mut lines = text.split_inclusive('\n');
    let first = lines.next().filter(|line| line.trim_end() == "+++")?;
    let mut at = first.len();
    for line in lines {
        if line.trim_end() == "+++" {
            let block =
                if text.contains("\r\n") { block.replace('\n', "\r\n") } else { block.to_string() };
            return Some(format!("{}{block}{}", &text[..at], &text[at..]));
        }
        at += line.len();
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_block_stands_at_the_end_of_the_front_matter() {
        assert_eq!(
            insert_into_front_matter("+++\na = 1\n+++\nb\n", "\n[x]\n").as_deref(),
            Some("+++\na = 1\n\n[x]\n+++\nb\n")
        );
        assert_eq!(
            insert_into_front_matter("+++\r\na = 1\r\n+++\r\n", "b\n").as_deref(),
            Some("+++\r\na = 1\r\nb\r\n+++\r\n")
        );
        assert_eq!(insert_into_front_matter("no front matter", "b\n"), None);
        assert_eq!(insert_into_front_matter("+++\nopen\n", "b\n"), None);
    }
}
