"""A text as rules see it: quotation marks, tokens with a tag each, units laid out on a page."""
