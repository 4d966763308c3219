"""The teacher's side of the exercises: editions of a master, grading, the class report.

Nothing here goes into a student's zip. `masters` reads a master and `editions` turns it into a
student's and a teacher's edition; `grading` runs what students hand in; `writing` makes the grades,
the feedback and the report on the class.
"""
