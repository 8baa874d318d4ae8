"""Who speaks: whether a phrase can, what its words tell of it, who it is in this article."""
