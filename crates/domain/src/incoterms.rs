//! incoterms
