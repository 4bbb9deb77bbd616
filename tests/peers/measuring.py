"""What the peers' scripts share: documents in, times out; JSON both ways."""

import json
import sys
import time


def run(prepare):
    """`prepare(asked)` gives `make(document) -> bytes`. The first document is made once more to warm up; that is not
    counted, nor is the start of Python."""
    asked = json.load(sys.stdin)
    make = prepare(asked)
    make({**asked["documents"][0], "title": "warm"})
    times, pdf = [], b""
    for document in asked["documents"]:
        cpu, wall = time.process_time_ns(), time.perf_counter_ns()
        pdf = make(document)
        times.append({"cpu_ns": time.process_time_ns() - cpu, "wall_ns": time.perf_counter_ns() - wall})
    if len(sys.argv) > 1:
        with open(sys.argv[1], "wb") as file:
            file.write(pdf)
    json.dump({"times": times, "bytes": len(pdf)}, sys.stdout)
