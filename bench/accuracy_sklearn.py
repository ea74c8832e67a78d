"""Logistic regression by scikit-learn on the features of a sample, its scaling and C chosen by cross-validation in the rows it learns from.

Missing values are the median, with an indicator. Reads a folder: `job.json` (features, and for each part its rows), and for each part
`<name>.train.bin`, `.test.bin` (by feature), `.outcomes.bin` and `.folds.bin` (of the training rows). Writes `<name>.pds.bin`.
"""

import json
import sys
import warnings

import numpy as np
from sklearn.impute import SimpleImputer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import log_loss
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import QuantileTransformer, StandardScaler

FOLDER = sys.argv[1]
warnings.simplefilter("ignore")
CS = (0.001, 0.01, 0.1, 1.0)
SCALINGS = {
    "standard": lambda: StandardScaler(),
    "rank": lambda: make_pipeline(QuantileTransformer(n_quantiles=1000, subsample=None), StandardScaler()),
}


def columns(name, features):
    values = np.fromfile(f"{FOLDER}/{name}.bin").reshape(features, -1).T
    return np.where(np.isfinite(values), values, np.nan)


def designs(scaling, learn, others):
    pipe = make_pipeline(SimpleImputer(strategy="median", add_indicator=True), SCALINGS[scaling]())
    return pipe.fit_transform(learn), pipe.transform(others)


def fitted(c, design, outcomes):
    return LogisticRegression(C=c, max_iter=2000).fit(design, outcomes)


def losses(scaling, train, outcomes, folds):
    found = dict.fromkeys(CS, 0.0)
    for held in np.unique(folds):
        ours = folds != held
        design, others = designs(scaling, train[ours], train[~ours])
        for c in CS:
            pds = fitted(c, design, outcomes[ours]).predict_proba(others)[:, 1]
            found[c] += log_loss(outcomes[~ours], pds, labels=[0, 1]) * (~ours).sum()
    return found


job = json.load(open(f"{FOLDER}/job.json"))
chosen = []
for name in job["parts"]:
    train, test = columns(f"{name}.train", job["features"]), columns(f"{name}.test", job["features"])
    outcomes = np.fromfile(f"{FOLDER}/{name}.outcomes.bin", dtype=np.uint8)
    folds = np.fromfile(f"{FOLDER}/{name}.folds.bin", dtype=np.uint8)
    kept = ~np.all(np.isnan(train), axis=0)
    train, test = train[:, kept], test[:, kept]
    race = {(scaling, c): loss for scaling in SCALINGS for c, loss in losses(scaling, train, outcomes, folds).items()}
    scaling, c = min(race, key=race.get)
    design, others = designs(scaling, train, test)
    fitted(c, design, outcomes).predict_proba(others)[:, 1].tofile(f"{FOLDER}/{name}.pds.bin")
    chosen.append(f"{scaling}, C {c:g}")
print(json.dumps(chosen))
