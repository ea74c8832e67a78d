"""Features of statements and of account movements in pandas, from the same files and with the same meaning.

Prints JSON: the seconds, by the clock and of the processor, without reading the files, and of each feature how many rows have a value and what these add up to.
"""

import json
import sys
import time

import numpy as np
import pandas as pd

FIRST, LAST = "2017-03-31", "2025-12-31"
FOLDER = sys.argv[1]
KEY = ["obligor_id", "observation_date"]


def ratio(numerator, denominator):
    """Missing where the denominator is zero, negative or missing."""
    return numerator / denominator.where(denominator > 0)


def growth(now, before):
    return (now - before) / before.where(before > 0)


def months_of(days):
    return days.dt.year * 12 + days.dt.month


def frame_of(obligors):
    dates = pd.date_range(FIRST, LAST, freq="ME").as_unit("us")
    index = pd.MultiIndex.from_product([np.sort(obligors), dates], names=KEY)
    frame = index.to_frame(index=False)
    frame["month"] = months_of(frame.observation_date)
    return frame


def latest_known(frame, facts):
    """Of each row of the frame the last of the facts that was known by then."""
    out = pd.merge_asof(
        frame.sort_values("observation_date", kind="stable"),
        facts.sort_values("known_date", kind="stable"),
        left_on="observation_date",
        right_on="known_date",
        by="obligor_id",
    )
    return out.sort_values(KEY, kind="stable", ignore_index=True)


def statement_features(statements, frame):
    filed = statements[statements.period_type == "annual"].copy()
    filed["key"] = 2 * months_of(filed.period_end) + (filed.scope == "consolidated")
    filed = filed.sort_values(["obligor_id", "published_date", "period_end"], kind="stable")

    # What led from each day on which something was published: a late-filed older year never beats a newer one.
    filed["leading"] = filed.groupby("obligor_id").key.cummax()
    leads = filed.groupby(["obligor_id", "published_date"], as_index=False).agg(key=("leading", "max"))
    leads = leads.rename(columns={"published_date": "known_date"})

    # Each year in its latest version known by the day on which it led, and the year before.
    def as_known(keys):
        wanted = leads.assign(key=keys).sort_values("known_date", kind="stable")
        found = pd.merge_asof(
            wanted,
            filed.drop(columns="leading").sort_values("published_date", kind="stable"),
            left_on="known_date",
            right_on="published_date",
            by=["obligor_id", "key"],
        )
        return found.sort_values(["obligor_id", "known_date"], kind="stable", ignore_index=True)

    leads = leads.sort_values(["obligor_id", "known_date"], kind="stable", ignore_index=True)
    latest, before = as_known(leads.key), as_known(leads.key - 24)

    # The second set of figures for one period is a restatement of the first.
    figures = [name for name in FIGURES if name in filed]
    sets = filed.groupby(["obligor_id", "key", *figures], dropna=False, as_index=False).published_date.min()
    sets = sets.sort_values(["obligor_id", "key", "published_date"], kind="stable")
    sets["place"] = sets.groupby(["obligor_id", "key"]).cumcount()
    first = sets[sets.place == 0].set_index(["obligor_id", "key"]).published_date
    second = sets[sets.place == 1].set_index(["obligor_id", "key"]).published_date
    at = pd.MultiIndex.from_frame(latest[["obligor_id", "key"]])
    filed_date, restated_date = first.reindex(at).to_numpy(), second.reindex(at).to_numpy()

    s = latest
    debt = s.short_term_debt.fillna(0) + s.long_term_debt.fillna(0)
    debt = debt.where(s.short_term_debt.notna() | s.long_term_debt.notna())
    operating = s.revenue - s.cost_of_sales - s.operating_expense
    ebitda = operating + s.depreciation
    free = s.operating_cash_flow - s.capital_expenditure
    values = pd.DataFrame({
        "filing_days": (pd.Series(filed_date) - s.period_end).dt.days.astype("float64"),
        "is_audited": s.is_audited.astype("float64"),
        "is_restated": pd.Series(restated_date <= s.known_date.to_numpy()).astype("float64"),
        "revenue": s.revenue,
        "total_assets": s.total_assets,
        "log_assets": np.log(s.total_assets.where(s.total_assets > 0)),
        "log_revenue": np.log(s.revenue.where(s.revenue > 0)),
        "leverage_ratio": ratio(s.total_liabilities, s.total_assets),
        "equity_to_liabilities_ratio": ratio(s.equity, s.total_liabilities),
        "debt_to_assets_ratio": ratio(debt, s.total_assets),
        "net_debt_to_assets_ratio": ratio(debt - s.cash, s.total_assets),
        "debt_to_ebitda_ratio": ratio(debt, ebitda),
        "short_term_debt_share": ratio(s.short_term_debt, debt),
        "retained_earnings_ratio": ratio(s.retained_earnings, s.total_assets),
        "has_negative_equity": (s.equity < 0).astype("float64"),
        "return_on_assets_rate": ratio(s.net_income, s.total_assets),
        "return_on_equity_rate": ratio(s.net_income, s.equity),
        "operating_income_to_assets_ratio": ratio(operating, s.total_assets),
        "operating_margin_rate": ratio(operating, s.revenue),
        "ebitda_margin_rate": ratio(ebitda, s.revenue),
        "pretax_margin_rate": ratio(s.net_income + s.tax, s.revenue),
        "net_margin_rate": ratio(s.net_income, s.revenue),
        "gross_margin_rate": ratio(s.revenue - s.cost_of_sales, s.revenue),
        "working_capital_to_assets_ratio": ratio(s.current_assets - s.current_liabilities, s.total_assets),
        "current_ratio": ratio(s.current_assets, s.current_liabilities),
        "quick_ratio": ratio(s.current_assets - s.inventory, s.current_liabilities),
        "cash_to_liabilities_ratio": ratio(s.cash, s.current_liabilities),
        "cash_to_short_term_debt_ratio": ratio(s.cash, s.short_term_debt),
        "cash_cover_days": 365 * ratio(s.cash, s.cost_of_sales + s.operating_expense - s.depreciation),
        "fixed_assets_share": ratio(s.fixed_assets, s.total_assets),
        "inventory_share": ratio(s.inventory, s.current_assets),
        "asset_turnover_ratio": ratio(s.revenue, s.total_assets),
        "fixed_asset_turnover_ratio": ratio(s.revenue, s.fixed_assets),
        "receivable_days": 365 * ratio(s.receivables, s.revenue),
        "inventory_days": 365 * ratio(s.inventory, s.cost_of_sales),
        "payable_days": 365 * ratio(s.payables, s.cost_of_sales),
        "cash_conversion_days": 365 * ratio(s.receivables, s.revenue) + 365 * ratio(s.inventory - s.payables, s.cost_of_sales),
        "interest_cover_ratio": ratio(operating, s.interest_expense),
        "debt_service_cover_ratio": ratio(ebitda, s.interest_expense + s.short_term_debt),
        "interest_to_debt_rate": ratio(s.interest_expense, debt),
        "cash_flow_to_liabilities_ratio": ratio(s.operating_cash_flow, s.total_liabilities),
        "cash_flow_margin_rate": ratio(s.operating_cash_flow, s.revenue),
        "cash_flow_to_ebitda_ratio": ratio(s.operating_cash_flow, ebitda),
        "free_cash_flow_margin_rate": ratio(free, s.revenue),
        "investment_to_depreciation_ratio": ratio(s.capital_expenditure, s.depreciation),
        "revenue_growth_rate": growth(s.revenue, before.revenue),
        "assets_growth_rate": growth(s.total_assets, before.total_assets),
    })
    facts = pd.concat([s[["obligor_id", "known_date", "period_end"]], values], axis=1)
    out = latest_known(frame, facts)
    out["statement_age_days"] = (out.observation_date - out.period_end).dt.days.astype("float64")
    is_old = months_of(out.period_end) < out.month - 24
    out.loc[is_old, list(values.columns)] = np.nan
    return out[["statement_age_days", *values.columns]]


def flow_features(movements, statements, frame):
    """Months of every obligor as a grid: windows are differences of running sums."""
    flows = movements[["obligor_id", "transaction_date", "direction", "category", "amount"]].copy()
    flows["month"] = months_of(flows.transaction_date)
    is_in, is_loan = flows.direction == "in", flows.category == "loan"
    parts = {
        "inflow": is_in & ~is_loan,
        "outflow": ~is_in & ~is_loan,
        "sales": is_in & (flows.category == "sales"),
        "purchases": ~is_in & (flows.category == "purchase"),
        "payroll": ~is_in & (flows.category == "payroll"),
        "tax": ~is_in & (flows.category == "tax"),
        "repaid": ~is_in & is_loan,
    }
    for name, part in parts.items():
        flows[name] = flows.amount.where(part, 0.0)
    for name in ("payroll", "tax"):
        flows[f"{name}_date"] = flows.transaction_date.where(parts[name])
    monthly = flows.groupby(["obligor_id", "month"]).agg(
        {**{name: "sum" for name in parts}, "payroll_date": "max", "tax_date": "max"}
    )
    monthly[list(parts)] = monthly[list(parts)].round(2)
    obligors = frame.obligor_id.unique()
    start = min(monthly.index.get_level_values("month").min(), frame.month.min() - 24)
    months = np.arange(start, frame.month.max() + 1)
    grid = monthly.reindex(pd.MultiIndex.from_product([obligors, months], names=["obligor_id", "month"]))
    shape = (len(obligors), len(months))
    at = frame.month.min() - start
    first_month = flows.groupby("obligor_id").month.min().reindex(obligors).to_numpy()

    def window(values, back, until=0):
        """Sum of the months from `back` to `until` before each observation date."""
        sums = np.concatenate([np.zeros((shape[0], 1)), np.cumsum(values, axis=1)], axis=1)
        n = shape[1] - at
        return (sums[:, at + 1 - until : at + 1 - until + n] - sums[:, at + 1 - back : at + 1 - back + n]).ravel()

    cells = {name: grid[name].fillna(0).to_numpy().reshape(shape) for name in parts}
    whole = {name: np.floor(cells[name] + 0.5) for name in ("inflow", "outflow", "payroll")}
    year = {name: pd.Series(window(cells[name], 12)).round(2) for name in parts}
    squares = {name: pd.Series(window(values * values, 12)) for name, values in whole.items()}
    counted = {
        "inflow": window((cells["inflow"] > 0).astype("float64"), 12),
        "deficit": window((cells["outflow"] > cells["inflow"]).astype("float64"), 12),
        "payroll": window((cells["payroll"] > 0).astype("float64"), 12),
        "tax": window((cells["tax"] > 0).astype("float64"), 12),
    }
    recent = {name: pd.Series(window(cells[name], 3)).round(2) for name in ("inflow", "outflow", "payroll")}
    same = {name: pd.Series(window(cells[name], 15, 12)).round(2) for name in ("inflow", "outflow", "payroll")}
    earlier = {name: pd.Series(window(cells[name], 24, 12)).round(2) for name in ("inflow", "outflow")}

    age = frame.month.to_numpy() - np.repeat(first_month, shape[1] - at) + 1
    age = pd.Series(np.where(age > 0, age, np.nan))
    past = age.clip(upper=12)

    def variation(n, total, sum_of_squares):
        mean = total / n
        value = np.sqrt((sum_of_squares / n - mean * mean).clip(lower=0)) / mean
        return value.where((n > 1) & (total > 0))

    def since(name):
        days = grid[f"{name}_date"].to_numpy().astype("datetime64[D]").reshape(shape)
        numbers = np.where(np.isnat(days), -1, days.astype("int64"))
        last = np.maximum.accumulate(numbers, axis=1)[:, at:].ravel()
        observed = frame.observation_date.to_numpy().astype("datetime64[D]").astype("int64")
        last_month = pd.Series(last.astype("datetime64[D]"))
        is_known = (last >= 0) & (months_of(last_month) > frame.month - 24)
        return pd.Series(np.where(is_known, observed - last, np.nan))

    inflow, outflow = year["inflow"], year["outflow"]
    values = {
        "log_inflow": np.log(inflow.where(inflow > 0)).where(age >= 12),
        "inflow_growth_rate": growth(inflow, earlier["inflow"]).where(age >= 24),
        "outflow_growth_rate": growth(outflow, earlier["outflow"]).where(age >= 24),
        "inflow_trend_ratio": ratio(recent["inflow"] * 3, (inflow - recent["inflow"]).round(2)).where(age >= 12),
        "outflow_trend_ratio": ratio(recent["outflow"] * 3, (outflow - recent["outflow"]).round(2)).where(age >= 12),
        "inflow_seasonal_rate": growth(recent["inflow"], same["inflow"]).where(age >= 15),
        "outflow_seasonal_rate": growth(recent["outflow"], same["outflow"]).where(age >= 15),
        "inflow_variation_ratio": variation(past, inflow, squares["inflow"]).where(age >= 6),
        "outflow_variation_ratio": variation(past, outflow, squares["outflow"]).where(age >= 6),
        "net_flow_share": ratio((inflow - outflow).round(2), inflow),
        "recent_net_flow_share": ratio((recent["inflow"] - recent["outflow"]).round(2), recent["inflow"]),
        "deficit_month_share": counted["deficit"] / past,
        "idle_month_share": (past - counted["inflow"]) / past,
        "sales_inflow_share": ratio(year["sales"], inflow),
        "purchase_outflow_share": ratio(year["purchases"], outflow),
        "payroll_outflow_share": ratio(year["payroll"], outflow),
        "payroll_month_share": counted["payroll"] / past,
        "payroll_variation_ratio": variation(pd.Series(counted["payroll"]), year["payroll"], squares["payroll"]),
        "payroll_seasonal_rate": growth(recent["payroll"], same["payroll"]).where(age >= 15),
        "since_payroll_days": since("payroll"),
        "tax_month_share": counted["tax"] / past,
        "since_tax_days": since("tax"),
        "tax_to_sales_ratio": ratio(year["tax"], year["sales"]),
        "repayment_outflow_share": ratio(year["repaid"], (outflow + year["repaid"]).round(2)),
        "repayment_cover_ratio": ratio((inflow - outflow).round(2), year["repaid"]),
        "revenue_share": revenue_share(year["sales"], statements, frame).where(age >= 12),
    }
    return pd.DataFrame(values).where(age.notna())


def revenue_share(sales, statements, frame):
    """Receipts for sales to the revenue of the obligor's own latest annual statement."""
    annual = statements[statements.period_type == "annual"].copy()
    annual["newness"] = annual.period_end.astype("int64") * 2 + (annual.scope == "standalone")
    annual = annual.sort_values(["obligor_id", "published_date", "newness"], kind="stable")
    annual = annual.drop_duplicates(["obligor_id", "published_date"], keep="last")
    newest = annual[annual.newness == annual.groupby("obligor_id").newness.cummax()]
    known = newest.rename(columns={"published_date": "known_date"})[["obligor_id", "known_date", "period_end", "revenue"]]
    stated = latest_known(frame, known)
    is_recent = months_of(stated.period_end) > frame.month - 24
    return ratio(sales, stated.revenue).where(is_recent)


FIGURES = [
    "revenue", "cost_of_sales", "operating_expense", "depreciation", "interest_expense", "tax", "net_income",
    "operating_cash_flow", "capital_expenditure", "cash", "receivables", "inventory", "current_assets", "fixed_assets",
    "total_assets", "payables", "short_term_debt", "current_liabilities", "long_term_debt", "total_liabilities", "equity",
    "retained_earnings",
]


def read(name, columns=None):
    """A file with amounts as doubles, days as dates and names as categories: what suits pandas best, and is not counted."""
    data = pd.read_parquet(f"{FOLDER}/{name}.parquet", columns=columns)
    for column in data.columns:
        if column.endswith(("_date", "_end")):
            data[column] = pd.to_datetime(data[column]).astype("datetime64[us]")
        elif column in ("obligor_id", "direction", "category", "period_type", "scope"):
            data[column] = data[column].astype("str" if column == "obligor_id" else "category")
        elif data[column].dtype == object and column not in ("counterparty_id", "transaction_id"):
            data[column] = data[column].astype("float64")
    return data


def main():
    statements = read("financial_statements")
    movements = read("account_transactions", ["obligor_id", "transaction_date", "direction", "category", "amount"])
    timings = {}
    started, cpu_started = time.perf_counter(), time.process_time()
    frame = frame_of(statements.obligor_id.unique())
    built = {"feat_statements": statement_features(statements, frame)}
    timings["feat_statements"] = time.perf_counter() - started
    built["feat_account_flows"] = flow_features(movements, statements, frame)
    seconds, cpu_seconds = time.perf_counter() - started, time.process_time() - cpu_started
    timings["feat_account_flows"] = seconds - timings["feat_statements"]
    sums = [
        [f"{table}.{name}", int(values.count()), float(values.sum())]
        for table, features in built.items()
        for name, values in features.items()
    ]
    print(json.dumps({"seconds": seconds, "cpuSeconds": cpu_seconds, "detail": {"sums": sums, "byTable": timings}}))


main()
