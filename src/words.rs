//! Enums and their words, both ways from one list.
//!
//! A variant without a word does not compile, and neither does a word that two variants share. The
//! list is for those who tell which words there are: its order is the order in which they are
//! shown.

/// Gives an enum its words: `WORDS` lists them, `word` prints a variant, `from_word` reads what
/// `word` prints and nothing else. Other names for the three stand behind `as`.
///
/// ```text
/// words! {
///     /// The words of the content files.
///     Role { Sole = "sole", Lead = "lead" }
/// }
/// words! {
///     /// The letters of the content files.
///     Flag as LETTERS, letter, from_letter { Missing = "x" }
/// }
/// ```
macro_rules! words {
    ($(#[$doc:meta])* $type:ident { $($variant:ident = $text:literal),+ $(,)? }) => {
        $crate::words::words! {
            $(#[$doc])* $type as WORDS, word, from_word { $($variant = $text),+ }
        }
    };
    (
        $(#[$doc:meta])*
        $type:ident as $list:ident, $print:ident, $read:ident {
            $($variant:ident = $text:literal),+ $(,)?
        }
    ) => {
        impl $type {
            $(#[$doc])*
            pub const $list: [(&'static str, Self); [$($text),+].len()] =
                [$(($text, Self::$variant)),+];

            /// Returns its word.
            #[must_use]
            #[deny(unreachable_patterns)]
            pub const fn $print(self) -> &'static str {
                match self {
                    $(Self::$variant => $text),+
                }
            }

            /// Reads a word, exactly as it is printed.
            #[must_use]
            #[deny(unreachable_patterns)]
            pub fn $read(word: &str) -> Option<Self> {
                match word {
                    $($text => Some(Self::$variant),)+
                    _ => None,
                }
            }
        }
    };
}

pub(crate) use words;

#[cfg(test)]
mod tests {
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    enum Shape {
        Round,
        Square,
    }

    crate::words::words! {
        /// In another order than the variants have.
        Shape { Square = "square", Round = "round" }
    }

    #[test]
    fn what_is_printed_is_read_back_and_nothing_else() {
        assert_eq!(Shape::WORDS.map(|(word, _)| word), ["square", "round"]);
        for (word, shape) in Shape::WORDS {
            assert_eq!((shape.word(), Shape::from_word(word)), (word, Some(shape)));
        }
        for other in ["", "Round", "round "] {
            assert_eq!(Shape::from_word(other), None, "`{other}`");
        }
    }
}
