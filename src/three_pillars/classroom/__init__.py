"""The teacher's side of the exercises: editions of a master, grading, the class report.

Nothing here goes into a student's zip. `masters` reads a master and `editions` turns it into a
student's and a teacher's edition.

A grade is made on this way: `inbox` opens what came in, `platforms` tells whose it is, and
`submissions` makes one hand-in a student and exercise of it. `room` runs the notebook, locked up by
`lock`, and hands out answers as plain data; `judge` holds them against the checks and never runs a
student's code; `workers` and `cluster` have many judges at once. `marks` reads what a person wrote,
`writing` makes grades, feedback and report, and `exports` what goes back. `grading` is the command.
"""
