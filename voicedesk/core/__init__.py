"""What VoiceDesk decides, without threads, clocks, files or libraries."""
