"""Pipes lines of activities through assess, on all cores of this machine.

    python pipe.py target/release/examples/assess activities.jsonl answers

A cluster only needs its master in place of local[*], paths that all its nodes
reach, and assess on each of them. The answers are in as many files as there are
partitions; their names in order, their lines are in the order of the activities.
"""

import sys
import time

from pyspark.sql import SparkSession

assess, activities, answers = sys.argv[1:]
spark = SparkSession.builder.master("local[*]").config("spark.ui.enabled", "false").getOrCreate()
spark.sparkContext.setLogLevel("ERROR")
started = time.monotonic()
# checkCode: a process that breaks off fails the job instead of leaving lines out.
spark.sparkContext.textFile(activities).pipe(assess, checkCode=True).saveAsTextFile(answers)
print(time.monotonic() - started)
spark.stop()
