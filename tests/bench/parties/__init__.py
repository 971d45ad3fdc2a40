"""The programs that are measured, each in a process of its own: VoiceDesk's parts and its peers."""
