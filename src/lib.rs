//! Taizhang (台账) turns a plan and its figures into a static site that says what was promised, what was delivered, and why.
//!
//! The modules stand in reading order: first the ground, then the road a figure takes from its cell to the chart.

pub mod number;
pub mod source;

pub mod diag;
pub mod output;
