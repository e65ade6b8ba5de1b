//! Drives the program from outside: its own process, an empty environment, a folder that is thrown
//! away.
//!
//! What it says is held in snapshots; what it writes is compared byte for byte.

mod add;
mod bad_input;
mod bilingual;
mod causes;
mod charts;
mod commands;
mod compared;
mod counted;
mod defaults;
mod documents;
mod doubts;
mod editions;
mod feeds;
mod forms;
mod further_input;
mod incremental;
mod judged;
mod kinds;
mod lists;
mod office;
mod output;
mod pager;
mod preview;
mod reading;
mod required;
mod schemas;
mod scoring;
mod shares;
mod shipped;
mod site;
mod small;
mod spans;
mod themes;
mod wordings;
mod workbooks;
mod year_end;
