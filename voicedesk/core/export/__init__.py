"""Write a conversation in formats that other programs read; pure, one file a format."""
