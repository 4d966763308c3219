"""What runs in the reader's browser: in Python, the cells of a page and what is said of errors."""
