"""The grammar of a sentence, in tags: subjects, asides, where a clause begins and ends."""
