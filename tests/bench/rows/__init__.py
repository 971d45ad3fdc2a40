"""One module for each row of the suite: its gates, and the controls that make them mean something."""
