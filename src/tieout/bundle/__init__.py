"""The evidence bundle: answers with everything that proves them, in one file that anybody can check without the index.

``contents`` says what stands where, ``archive`` writes and reads the file, ``checks`` ties every claim out again.
"""
