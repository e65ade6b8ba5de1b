//! What holds for every input, not only for the ones somebody thought of.
//!
//! What is printed can be read back, no text makes a reader panic, no address leaves the root, a
//! pace is the same in whole numbers as in decimals, and what is learnt later never changes what
//! was known before. Each property names its own generators; the plan in memory at the end serves
//! those about assessment.

mod assessment;
mod histories;
mod numbers;
mod paths;
mod periods;
mod phrases;
