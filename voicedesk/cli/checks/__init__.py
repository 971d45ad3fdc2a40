"""What `voicedesk doctor` looks at: each check asks one thing, changes nothing and may be left hanging."""
