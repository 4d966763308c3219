"""The teacher's side of the exercises: editions of a master, grading, the class report.

Nothing here goes into a student's zip. `editions` turns a master into a student's and a teacher's
edition; `grading` runs what students hand in; `report` shows the class.
"""
