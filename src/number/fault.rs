//! What is wrong with a text that is not a number we take, and what to do about it.

use thiserror::Error;

use crate::message::{Message, message};

/// Says why a text is not a number we take.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum NumberFault {
    /// There is nothing, or only white space.
    #[error("is empty")]
    Empty,
    /// `180,000`, `180，000`, `180 000`.
    #[error("has a thousands separator")]
    ThousandsSeparator,
    /// `１２`: digits of the full-width block.
    #[error("has full-width digits")]
    FullWidth,
    /// A space before or behind it, or a sign nobody sees.
    #[error("has a space or an invisible sign in it")]
    Invisible,
    /// `NaN`, `inf`.
    #[error("is not a finite number")]
    NotFinite,
    /// `1e400`, `2E3`.
    #[error("is written with an exponent")]
    Exponent,
    /// More digits than a figure of a plan ever has.
    #[error("has more digits than a figure can have (15 before the point, 9 behind it)")]
    TooLong,
    /// `12万`, `18%`, `约12`.
    #[error("has words or a unit in it")]
    WithWords,
    /// Anything else.
    #[error("is not a number")]
    NotANumber,
}

impl NumberFault {
    /// Returns what the author can do about it.
    #[must_use]
    pub fn remedy(self) -> Message {
        match self {
            Self::Empty => {
                message!(
                    "leave the value out only with one of the flags x, z, c or n",
                    "没有数时，须填标记x、z、c或n之一"
                )
            }
            Self::ThousandsSeparator => {
                message!(
                    "write the digits without separators, e.g. 180000",
                    "数字之间不加分隔符，例如180000"
                )
            }
            Self::FullWidth => {
                message!("write the digits 0-9 of the keyboard, e.g. 12", "用半角数字0-9，例如12")
            }
            Self::Invisible => {
                message!("delete the cell and write the number anew", "删去该格内容，重新输入数字")
            }
            Self::NotFinite => {
                message!(
                    "leave the value empty and give one of the flags x, z, c or n",
                    "数值留空，并填标记x、z、c或n之一"
                )
            }
            Self::Exponent => message!("write the number out in plain digits", "用普通数字写全"),
            Self::TooLong => message!(
                "use a larger unit, e.g. 万元 instead of 元",
                "改用较大的单位，例如用万元代替元"
            ),
            Self::WithWords => message!(
                "write the digits alone, in the unit of the indicator",
                "只写数字，按指标的单位填写"
            ),
            Self::NotANumber => {
                message!(
                    "write plain digits, with a point before decimals, e.g. 12.5",
                    "写普通数字，小数用点号，例如12.5"
                )
            }
        }
    }

    /// Returns what is wrong as the end of a sentence about the number.
    #[must_use]
    pub fn message(self) -> Message {
        let zh = match self {
            Self::Empty => "为空",
            Self::ThousandsSeparator => "含千位分隔符",
            Self::FullWidth => "含全角数字",
            Self::Invisible => "含空格或看不见的字符",
            Self::NotFinite => "不是有限的数",
            Self::Exponent => "用了指数写法",
            Self::TooLong => "位数过多（小数点前15位、后9位以内）",
            Self::WithWords => "含文字或单位",
            Self::NotANumber => "不是数",
        };
        Message::new(self.to_string(), zh)
    }
}
