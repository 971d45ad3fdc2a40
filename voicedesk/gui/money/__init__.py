"""What things cost, as the window shows it."""
