"""Station 3: encoder, FAISS, lexical index and their fusion."""
