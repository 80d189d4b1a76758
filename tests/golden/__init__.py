"""What the sample reports give, as files that a change rewrites with one command and a person reviews as a diff."""
