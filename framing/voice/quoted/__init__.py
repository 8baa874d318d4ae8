"""Words between quotation marks: whose they are, and which are nobody's, as titles."""
