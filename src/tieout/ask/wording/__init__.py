"""Reading a question: its words, what kind of answer it wants, what it is about, and the question before it."""
