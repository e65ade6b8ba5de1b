//! Taizhang (台账) turns a plan and its figures into a static site that says what was promised, what
//! was delivered, and why.
//!
//! The modules stand in reading order: first the ground, then the pipeline a figure takes from its
//! cell to the chart.

mod words;

pub mod message;

pub mod number;

pub mod checksum;

pub mod date;

pub mod source;

pub mod language;

pub mod workbook;

pub mod csv_table;

pub mod markdown;

pub mod diag;

mod codes;

pub mod output;

pub mod schemas;

pub mod front_matter;

pub mod phrase;

pub mod model;

pub mod config;

pub mod load;

pub mod assess;

pub mod check;

pub mod charts;

pub mod render;

pub mod pipeline;

pub mod new;

pub mod forms;

pub mod add;

pub mod write;

pub mod watch;

pub mod serve;

pub mod cli;
