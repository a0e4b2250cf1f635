"""Judges each folder on its own, in one process: checkov takes seconds to start, and in one scan over all folders the
objects of one plan would be matched with those of another. Prints one line of JSON for each folder."""

import json
import os
import sys

os.environ["LOG_LEVEL"] = "ERROR"

from checkov.kubernetes.runner import Runner  # noqa: E402
from checkov.runner_filter import RunnerFilter  # noqa: E402

for folder in sys.argv[1:]:
    report = Runner().run(root_folder=folder, runner_filter=RunnerFilter(framework=["kubernetes"]))
    print(
        json.dumps(
            {
                "passed": len(report.passed_checks),
                "findings": [f"{check.check_id} {check.resource}: {check.check_name}" for check in report.failed_checks],
                "exceptions": [check.check_id for check in report.skipped_checks],
            }
        )
    )
