//! Arguments as they are typed.

use std::net::IpAddr;
use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

use crate::date::{Date, parse_date};
use crate::message::Locale;
use crate::model::period::Period;
use crate::pipeline::Request;

use super::report::{Reader, ReportFormat};

/// Turns a plan and its figures into a site that says what was promised, what was delivered, and
/// why.
///
/// Without a command, in a folder that holds `content/`, it builds the site into `public/` and says
/// how to look at it.
#[derive(Debug, Parser)]
#[command(name = "taizhang", version, about, long_about, disable_help_subcommand = true)]
pub(super) struct Arguments {
    #[command(subcommand)]
    pub command: Option<Command>,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Write the site into a folder, whole or not at all
    Build(BuildOptions),
    /// Show the site in a browser and follow every save
    Serve(ServeOptions),
    /// Write the site again at every change
    Watch(WatchOptions),
    /// Tell every fault of the content with its place and what to do
    Check(CheckOptions),
    /// Print how the plan stands
    Status(StatusOptions),
    /// Print why an item or an indicator stands as it does
    Explain(ExplainOptions),
    /// Print what moved between two editions, and why
    Diff(DiffOptions),
    /// Freeze a signed-off edition: what it said stays for ever
    Release(ReleaseOptions),
    /// Print how a target phrase is read
    Phrase(PhraseOptions),
    /// Write a small working site to begin with
    New(NewOptions),
    /// Write a commented file or block at the right place
    Add(AddOptions),
    /// Send out reporting workbooks, and take filled ones back into the ledger
    Forms(FormsOptions),
}

/// What every command that reads content understands.
#[derive(Debug, Args)]
pub(super) struct ContentOptions {
    /// The content folder
    #[arg(long, value_name = "DIR", default_value = "content")]
    pub content: PathBuf,
    /// The folder that holds themes by name
    #[arg(long, value_name = "DIR", default_value = "themes")]
    pub themes: PathBuf,
    /// Another theme than the site's own
    #[arg(long, value_name = "NAME")]
    pub theme: Option<String>,
    /// Show what was known on this day, instead of the published edition
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = read_date)]
    pub as_of: Option<Date>,
    /// Show what is recorded after the newest published edition
    #[arg(long)]
    pub drafts: bool,
    /// The language in which faults are told; that of the system if left out
    #[arg(long, value_enum, value_name = "LANGUAGE")]
    pub language: Option<Language>,
}

/// A language in which faults are told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Language {
    /// Chinese.
    Zh,
    /// English.
    En,
}

/// Returns the language that was asked for, or that of the system.
pub(super) fn locale(asked: Option<Language>) -> Locale {
    match asked {
        Some(Language::Zh) => Locale::Chinese,
        Some(Language::En) => Locale::English,
        None if sys_locale::get_locale().is_some_and(|locale| locale.starts_with("zh")) => {
            Locale::Chinese
        }
        None => Locale::English,
    }
}

impl ContentOptions {
    pub fn reader(&self) -> Reader<'_> {
        Reader { content: &self.content, locale: self.locale() }
    }

    pub fn locale(&self) -> Locale {
        locale(self.language)
    }

    pub fn request(&self) -> Request {
        Request {
            content: self.content.clone(),
            themes: self.themes.clone(),
            theme: self.theme.clone(),
            as_of: self.as_of,
            shows_drafts: self.drafts,
            ..Request::default()
        }
    }
}

fn read_period(text: &str) -> Result<Period, String> {
    Period::parse(text)
        .ok_or_else(|| "write the period as 2023-06, 2023-Q2, 2023-H1 or 2023".to_string())
}

fn read_date(text: &str) -> Result<Date, String> {
    parse_date(text).ok_or_else(|| "write the day as 2023-10-25".to_string())
}

#[derive(Debug, Args)]
pub(super) struct BuildOptions {
    #[command(flatten)]
    pub content: ContentOptions,
    /// Where the site goes
    #[arg(long, short, value_name = "DIR", default_value = "public")]
    pub output: PathBuf,
    /// The absolute address of the site
    #[arg(long, value_name = "URL")]
    pub base_url: Option<String>,
    /// Name the files in links, for a site opened from a folder or a zip
    #[arg(long)]
    pub offline: bool,
    /// How many threads to use
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=256))]
    pub jobs: Option<u16>,
    /// Let warnings stop the build too
    #[arg(long)]
    pub strict: bool,
}

#[derive(Debug, Args)]
pub(super) struct ServeOptions {
    #[command(flatten)]
    pub content: ContentOptions,
    /// The port to begin with; the next free one is taken
    #[arg(long, value_name = "N", default_value_t = 8000)]
    pub port: u16,
    /// The address to listen on; anything but this machine's own lets others look
    #[arg(long, value_name = "ADDRESS", default_value = "127.0.0.1")]
    pub host: IpAddr,
    /// Open the site in the browser
    #[arg(long)]
    pub open: bool,
    /// Look at the files from time to time, for disks that tell of no changes
    #[arg(long)]
    pub poll: bool,
}

#[derive(Debug, Args)]
pub(super) struct WatchOptions {
    #[command(flatten)]
    pub build: BuildOptions,
    /// Look at the files from time to time, for disks that tell of no changes
    #[arg(long)]
    pub poll: bool,
}

#[derive(Debug, Args)]
pub(super) struct CheckOptions {
    #[command(flatten)]
    pub content: ContentOptions,
    /// Let warnings fail the check too
    #[arg(long)]
    pub strict: bool,
    /// How to print what is found
    #[arg(long, value_enum, default_value_t)]
    pub format: ReportFormat,
    /// List every code there is, and stop
    #[arg(long)]
    pub list: bool,
    /// Explain a code, or `all` of them, and stop
    #[arg(long, value_name = "CODE")]
    pub explain: Option<String>,
}

/// How answers are printed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(super) enum AnswerFormat {
    /// For people.
    #[default]
    Human,
    /// For programs.
    Json,
}

#[derive(Debug, Args)]
pub(super) struct StatusOptions {
    #[command(flatten)]
    pub content: ContentOptions,
    /// Which plan; the newest if left out
    #[arg(long, value_name = "ID")]
    pub plan: Option<String>,
    /// How to print the answer
    #[arg(long, value_enum, default_value_t)]
    pub format: AnswerFormat,
}

#[derive(Debug, Args)]
pub(super) struct ExplainOptions {
    /// The number of an item, or the id of an indicator
    #[arg(value_name = "ITEM|INDICATOR")]
    pub what: String,
    #[command(flatten)]
    pub content: ContentOptions,
    /// Which plan; the newest if left out
    #[arg(long, value_name = "ID")]
    pub plan: Option<String>,
    /// Explain the status of one region, by its id or name
    #[arg(long, value_name = "REGION")]
    pub region: Option<String>,
    /// Explain how it stood at the end of a period, as known now: 2023-06, 2023-Q2, 2023-H1
    #[arg(long, value_name = "PERIOD", value_parser = read_period)]
    pub period: Option<Period>,
    /// How to print the answer
    #[arg(long, value_enum, default_value_t)]
    pub format: AnswerFormat,
}

#[derive(Debug, Args)]
pub(super) struct DiffOptions {
    /// The earlier edition
    #[arg(value_name = "EDITION")]
    pub from: String,
    /// The later edition
    #[arg(value_name = "EDITION")]
    pub to: String,
    #[command(flatten)]
    pub content: ContentOptions,
    /// Which plan; the newest if left out
    #[arg(long, value_name = "ID")]
    pub plan: Option<String>,
    /// How to print the answer
    #[arg(long, value_enum, default_value_t)]
    pub format: AnswerFormat,
}

#[derive(Debug, Args)]
pub(super) struct ReleaseOptions {
    /// The edition to freeze
    #[arg(value_name = "EDITION")]
    pub edition: String,
    /// The content folder
    #[arg(long, value_name = "DIR", default_value = "content")]
    pub content: PathBuf,
    /// The folder that holds themes by name
    #[arg(long, value_name = "DIR", default_value = "themes")]
    pub themes: PathBuf,
    /// Which plan; the newest if left out
    #[arg(long, value_name = "ID")]
    pub plan: Option<String>,
}

#[derive(Debug, Args)]
pub(super) struct PhraseOptions {
    /// The phrase, or a whole sentence
    #[arg(required = true, value_name = "TEXT")]
    pub text: Vec<String>,
    /// How to print the answer
    #[arg(long, value_enum, default_value_t)]
    pub format: AnswerFormat,
}

#[derive(Debug, Args)]
pub(super) struct AddOptions {
    #[command(subcommand)]
    pub what: Addition,
    /// The content folder
    #[arg(long, value_name = "DIR", default_value = "content", global = true)]
    pub content: PathBuf,
    /// Which plan; the newest if left out
    #[arg(long, value_name = "ID", global = true)]
    pub plan: Option<String>,
    /// The language in which is told what was done; that of the system if left out
    #[arg(long, value_enum, value_name = "LANGUAGE", global = true)]
    pub language: Option<Language>,
}

#[derive(Debug, Subcommand)]
pub(super) enum Addition {
    /// An item with the next number
    Item {
        /// Its title, as the plan has it
        #[arg(long)]
        title: String,
        /// Its section; the first if left out
        #[arg(long, value_name = "ID")]
        section: Option<String>,
    },
    /// An indicator at the end of an item
    Indicator {
        /// The number of the item
        item: u32,
        /// Its id, unique in the plan
        #[arg(long)]
        id: String,
        /// Its name
        #[arg(long)]
        name: String,
        /// What is counted; that of the phrase if left out, else 家
        #[arg(long)]
        unit: Option<String>,
        /// The plan's own words for the target; unit and measure follow from them
        #[arg(long, value_name = "TEXT")]
        target: Option<String>,
    },
    /// An update
    Update {
        /// Its title
        #[arg(long)]
        title: String,
        /// Its day
        #[arg(long, value_name = "YYYY-MM-DD", value_parser = read_date)]
        date: Date,
        /// news, review or document
        #[arg(long, default_value = "news", value_parser = ["news", "review", "document"])]
        kind: String,
        /// The items it is about
        #[arg(long = "item", value_name = "N")]
        items: Vec<u32>,
    },
    /// The table of a period, and a draft of its edition
    Period {
        /// 2023-10, 2023-Q3, 2023-H1 or 2023
        #[arg(value_parser = read_period)]
        period: Period,
        /// The day its figures are known; the day after the period if left out
        #[arg(long, value_name = "YYYY-MM-DD", value_parser = read_date)]
        recorded: Option<Date>,
    },
    /// The plan of another year
    Plan {
        /// The year, which is its id
        year: i16,
        /// The plan it is made from
        #[arg(long, value_name = "ID")]
        from: String,
    },
}

#[derive(Debug, Args)]
pub(super) struct FormsOptions {
    #[command(subcommand)]
    pub command: FormsCommand,
}

#[derive(Debug, Subcommand)]
pub(super) enum FormsCommand {
    /// Write a workbook for each reporter
    Export(FormsExportOptions),
    /// Take the figures of filled workbooks into the ledger
    Collect(FormsCollectOptions),
}

#[derive(Debug, Args)]
pub(super) struct FormsExportOptions {
    #[command(flatten)]
    pub content: ContentOptions,
    /// Which plan; the newest if left out
    #[arg(long, value_name = "ID")]
    pub plan: Option<String>,
    /// The period that is asked for: 2023-10, 2023-Q3, 2023-H1, 2023
    #[arg(long, value_name = "PERIOD", value_parser = read_period)]
    pub period: Period,
    /// Where the workbooks go; `forms/PERIOD` if left out
    #[arg(long, short, value_name = "DIR")]
    pub output: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub(super) struct FormsCollectOptions {
    /// The filled workbooks
    #[arg(required = true, value_name = "FILE")]
    pub files: Vec<PathBuf>,
    #[command(flatten)]
    pub content: ContentOptions,
    /// Which plan; the newest if left out
    #[arg(long, value_name = "ID")]
    pub plan: Option<String>,
    /// The period that was asked for; that of the first workbook if left out
    #[arg(long, value_name = "PERIOD", value_parser = read_period)]
    pub period: Option<Period>,
    /// The day the figures came: from then on they are known
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = read_date)]
    pub recorded: Date,
    /// Say what would be taken, and write nothing
    #[arg(long)]
    pub dry_run: bool,
    /// Take what can be taken, and leave the rest
    #[arg(long)]
    pub partial: bool,
    /// Where the receipts go, which are not published
    #[arg(long, value_name = "DIR", default_value = "forms/receipts")]
    pub receipts: PathBuf,
}

#[derive(Debug, Args)]
pub(super) struct NewOptions {
    /// The folder to write into; it must be new or empty
    #[arg(value_name = "DIR")]
    pub folder: PathBuf,
}
