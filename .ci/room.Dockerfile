# The room in which students' code runs where bubblewrap cannot be: Python and the locked packages, nothing of the book.
FROM python:3.11-slim
COPY requirements.lock /tmp/requirements.lock
RUN python -m pip install --no-cache-dir --require-hashes -r /tmp/requirements.lock && rm /tmp/requirements.lock
USER 61000
