"""What a message is made of, and how it is laid out, drawn and acted on."""
