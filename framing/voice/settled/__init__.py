"""What a find comes to once all is found: whether it counts, its act, who worded what."""
