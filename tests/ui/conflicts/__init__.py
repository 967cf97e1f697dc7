"""Tests of the page of what people must look at."""
