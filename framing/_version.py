"""The one place the version is written; the build reads it from here."""

VERSION = "0.1.0"
