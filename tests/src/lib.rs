//! Journeys through the house as its people take them: the drivers of the real window, of the command line and of the
//! screens in a browser. Knows the programs from outside, and the core only where a browser stands in for the window.

pub mod bench;
pub mod bridge;
pub mod built;
pub mod crash;
pub mod desk;
pub mod keys;
pub mod machine;
pub mod wait;
pub mod webdriver;
pub mod window;
