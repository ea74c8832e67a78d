"""Monotone binning of the features of a sample by OptBinning's constraint solver, one for each line of standard input.

A line is the place of a feature and the trend of its default rate. Prints a line of JSON for each: the seconds, by the clock and of the processor,
without reading the file, and the events and non-events of each bin.
"""

import os

for threads in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[threads] = "2"

import json
import sys
import time

import numpy as np
from optbinning import OptimalBinning

FOLDER, ROWS, MAX_BINS, MIN_EVENTS, MIN_SHARE = sys.argv[1], *map(float, sys.argv[2:6])
features = np.memmap(f"{FOLDER}/features.bin", dtype=np.float64, mode="r").reshape(-1, int(ROWS))
outcomes = np.fromfile(f"{FOLDER}/outcomes.bin", dtype=np.uint8).astype(int)


def binned(values, defaulted, trend):
    bins = OptimalBinning(
        solver="cp",
        monotonic_trend=trend,
        max_n_bins=int(MAX_BINS),
        min_bin_size=MIN_SHARE,
        min_bin_n_event=int(MIN_EVENTS),
        min_bin_n_nonevent=int(MIN_EVENTS),
    )
    return bins.fit(values, defaulted)


binned(np.arange(1000.0), (np.arange(1000) % 7 < np.arange(1000) / 200).astype(int), "ascending")

for line in sys.stdin:
    feature, trend = line.split()
    values = np.array(features[int(feature)])
    clock, cpu = time.perf_counter(), time.process_time()
    bins = binned(values, outcomes, trend)
    seconds, cpu_seconds = time.perf_counter() - clock, time.process_time() - cpu
    place = np.searchsorted(bins.splits, values, side="right")
    counts = np.bincount(2 * place + outcomes, minlength=2 * (len(bins.splits) + 1)).reshape(-1, 2)
    found = [{"goods": int(goods), "bads": int(bads)} for goods, bads in counts]
    print(json.dumps({"seconds": seconds, "cpuSeconds": cpu_seconds, "bins": found, "status": bins.status}), flush=True)
