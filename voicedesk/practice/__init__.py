"""Speak CometAPI's protocols on loopback, honestly, for people without a key and for tests."""
