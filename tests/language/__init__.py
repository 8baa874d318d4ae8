"""The language room: words, classes, forms, and which languages are read."""
