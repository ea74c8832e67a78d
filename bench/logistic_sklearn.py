"""Logistic regression of the files of a sample by scikit-learn's lbfgs without penalty, at a falling tolerance.

Prints JSON: for each tolerance the seconds, by the clock and of the processor, without reading the files, and the coefficients.
"""

import os

for threads in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[threads] = "2"

import json
import sys
import time
import warnings

import numpy as np
from sklearn.linear_model import LogisticRegression

FOLDER, ROWS, FEATURES = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
warnings.simplefilter("ignore")

features = np.ascontiguousarray(np.fromfile(f"{FOLDER}/features.bin").reshape(FEATURES, ROWS).T)
outcomes = np.fromfile(f"{FOLDER}/outcomes.bin", dtype=np.uint8)

LogisticRegression(C=np.inf, tol=1e-4).fit(features[:1000], outcomes[:1000])

fits = []
for tolerance in (1e-4, 1e-5, 1e-6, 1e-7):
    clock, cpu = time.perf_counter(), time.process_time()
    model = LogisticRegression(C=np.inf, tol=tolerance, max_iter=1000).fit(features, outcomes)
    seconds, cpu_seconds = time.perf_counter() - clock, time.process_time() - cpu
    fits.append(
        {"tolerance": tolerance, "seconds": seconds, "cpuSeconds": cpu_seconds, "coefficients": model.coef_[0].tolist()}
    )
print(json.dumps(fits))
