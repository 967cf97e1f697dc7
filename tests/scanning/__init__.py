"""Tests of scanning: from pictures, frames and keys to texts that act once."""
