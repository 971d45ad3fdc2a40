"""The project's own benchmark: figures against peers that run beside it, on a sound card that counts."""
