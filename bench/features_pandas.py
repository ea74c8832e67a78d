"""Features of statements and of account movements in pandas, from the same files and with the same meaning.

In two ways: `idiomatic` takes windows by groupby().rolling() over a grid of months, `tuned` by running sums over a NumPy array of it.
Prints JSON: the seconds, by the clock and of the processor, without reading the files, and of each feature how many rows have a value and what these add up to.
"""

import json
import sys
import time

import numpy as np
import pandas as pd

FIRST, LAST = "2017-03-31", "2025-12-31"
FOLDER, WAY = sys.argv[1:3]
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


def known_years(statements):
    """Of each day on which something was published the leading annual statement, and those of one and two years before, as then known."""
    filed = statements[statements.period_type == "annual"].copy()
    filed["key"] = 2 * months_of(filed.period_end) + (filed.scope == "consolidated")
    filed = filed.sort_values(["obligor_id", "published_date", "period_end"], kind="stable")

    # What led from each day on which something was published: a late-filed older year never beats a newer one.
    filed["leading"] = filed.groupby("obligor_id").key.cummax()
    leads = filed.groupby(["obligor_id", "published_date"], as_index=False).agg(key=("leading", "max"))
    leads = leads.rename(columns={"published_date": "known_date"})

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
    return filed, [as_known(leads.key - years * 24) for years in range(3)]


def at_frame(frame, latest, values):
    """What the latest statement tells on each observation date, if it is of the last 24 months."""
    facts = pd.concat([latest[["obligor_id", "known_date", "period_end"]], values], axis=1)
    out = latest_known(frame, facts)
    out["statement_age_days"] = (out.observation_date - out.period_end).dt.days.astype("float64")
    is_old = months_of(out.period_end) < out.month - 24
    out.loc[is_old, list(values.columns)] = np.nan
    return out[["statement_age_days", *values.columns]]


def total_debt(s):
    debt = s.short_term_debt.fillna(0) + s.long_term_debt.fillna(0)
    return debt.where(s.short_term_debt.notna() | s.long_term_debt.notna())


def statement_features(filed, latest, before, frame):
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
    debt = total_debt(s)
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
    return at_frame(frame, s, values)


def trend_features(years, frame):
    """The latest annual statement against those of the two years before."""
    latest, before, earlier = years

    def of_all(part):
        return [part(year) for year in years]

    debt, debt_before, _ = of_all(total_debt)
    gross, gross_before, _ = of_all(lambda s: ratio(s.revenue - s.cost_of_sales, s.revenue))
    operating, operating_before, _ = of_all(lambda s: ratio(s.revenue - s.cost_of_sales - s.operating_expense, s.revenue))
    returns = of_all(lambda s: ratio(s.net_income, s.total_assets))
    turnover, turnover_before, _ = of_all(lambda s: ratio(s.revenue, s.total_assets))
    current, current_before, _ = of_all(lambda s: ratio(s.current_assets, s.current_liabilities))
    leverage, leverage_before, _ = of_all(lambda s: ratio(s.total_liabilities, s.total_assets))
    wear, wear_before, _ = of_all(lambda s: ratio(s.depreciation, s.depreciation + s.fixed_assets))
    expense, expense_before, _ = of_all(lambda s: ratio(s.operating_expense, s.revenue))
    due, due_before, _ = of_all(lambda s: ratio(s.receivables, s.revenue))
    other, other_before, _ = of_all(lambda s: s.total_assets - s.current_assets - s.fixed_assets)
    quality = ratio(ratio(other, latest.total_assets), ratio(other_before, before.total_assets))
    revenue = pd.concat(of_all(lambda s: np.floor(s.revenue + 0.5)), axis=1)
    returns_of_three = pd.concat(returns, axis=1)
    mean = revenue.sum(axis=1, skipna=False) / 3
    spread = np.sqrt(((revenue * revenue).sum(axis=1, skipna=False) / 3 - mean * mean).clip(lower=0))

    def years_below_zero(name):
        three = pd.concat(of_all(lambda s: s[name]), axis=1)
        return (three < 0).sum(axis=1).astype("float64").where(three.notna().any(axis=1))

    values = pd.DataFrame({
        "equity_growth_rate": growth(latest.equity, before.equity),
        "debt_growth_rate": growth(debt, debt_before),
        "cash_change_ratio": ratio(latest.cash - before.cash, before.total_assets),
        "cash_flow_change_ratio": ratio(latest.operating_cash_flow - before.operating_cash_flow, before.total_assets),
        "operating_margin_change_rate": operating - operating_before,
        "return_on_assets_change_rate": returns[0] - returns[1],
        "asset_turnover_change_ratio": turnover - turnover_before,
        "current_change_ratio": current - current_before,
        "receivable_turnover_ratio": 2 * ratio(latest.revenue, latest.receivables + before.receivables),
        "inventory_turnover_ratio": 2 * ratio(latest.cost_of_sales, latest.inventory + before.inventory),
        "payable_turnover_ratio": 2 * ratio(latest.cost_of_sales, latest.payables + before.payables),
        "accruals_ratio": ratio(latest.net_income - latest.operating_cash_flow, latest.total_assets),
        "receivables_index_ratio": ratio(due, due_before),
        "gross_margin_index_ratio": ratio(gross_before, gross),
        "asset_quality_index_ratio": quality.mask((other == 0) & (other_before == 0), 1.0),
        "depreciation_index_ratio": ratio(wear_before, wear),
        "expense_index_ratio": ratio(expense, expense_before),
        "leverage_index_ratio": ratio(leverage, leverage_before),
        "loss_years": years_below_zero("net_income"),
        "cash_deficit_years": years_below_zero("operating_cash_flow"),
        "revenue_trend_rate": np.sqrt(ratio(latest.revenue, earlier.revenue)) - 1,
        "revenue_variation_ratio": (spread / mean).where(mean > 0),
        "return_on_assets_range_rate": returns_of_three.max(axis=1, skipna=False) - returns_of_three.min(axis=1, skipna=False),
    })
    return at_frame(frame, latest, values).drop(columns="statement_age_days")


class Rolling:
    """Windows over the months of each obligor as one writes them in pandas."""

    def __init__(self, months, first):
        self.months, self.is_observed = months, months.get_level_values("month") >= first

    def sums(self, cells, back, until=0):
        """Sums of the months from `back` to `until` before each observation date."""
        sums = cells.groupby("obligor_id").rolling(back - until, min_periods=1).sum().droplevel(0)
        if until > 0:
            sums = sums.groupby("obligor_id").shift(until)
        return sums[self.is_observed].reset_index(drop=True)

    def latest(self, days):
        """The last day known by each observation date."""
        return days.groupby("obligor_id").ffill()[self.is_observed].reset_index(drop=True)


class RunningSums:
    """The same windows as differences of running sums over an array of obligors and months."""

    def __init__(self, months, first):
        firm, month = months.levels
        self.shape, self.at = (len(firm), len(month)), int(first - month[0])

    def sums(self, cells, back, until=0):
        n = self.shape[1] - self.at

        def window(values):
            sums = np.concatenate([np.zeros((self.shape[0], 1)), np.cumsum(values, axis=1)], axis=1)
            upper, lower = self.at + 1 - until, self.at + 1 - back
            return (sums[:, upper : upper + n] - sums[:, lower : lower + n]).ravel()

        return pd.DataFrame({name: window(cells[name].to_numpy().reshape(self.shape)) for name in cells})

    def latest(self, days):
        numbers = days.to_numpy().astype("datetime64[D]").astype("int64").reshape(self.shape)
        last = np.maximum.accumulate(numbers, axis=1)[:, self.at :].ravel()  # a missing day is the least number
        return pd.Series(last.astype("datetime64[D]").astype("datetime64[us]"))


WINDOWS = {"idiomatic": Rolling, "tuned": RunningSums}


def flow_features(movements, statements, frame):
    """Movements summed by month on a grid of all obligors and months, and windows over it."""
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
    windows = WINDOWS[WAY](grid.index, frame.month.min())
    first_month = flows.groupby("obligor_id").month.min().reindex(obligors).to_numpy()

    cells = grid[list(parts)].fillna(0)
    squared = np.floor(cells[["inflow", "outflow", "payroll"]] + 0.5) ** 2
    counted = pd.DataFrame({
        "inflow": cells.inflow > 0,
        "deficit": cells.outflow > cells.inflow,
        "payroll": cells.payroll > 0,
        "tax": cells.tax > 0,
    }).astype("float64")
    year = windows.sums(cells, 12).round(2)
    squares, counted = windows.sums(squared, 12), windows.sums(counted, 12)
    recent = windows.sums(cells[["inflow", "outflow", "payroll"]], 3).round(2)
    same = windows.sums(cells[["inflow", "outflow", "payroll"]], 15, 12).round(2)
    earlier = windows.sums(cells[["inflow", "outflow"]], 24, 12).round(2)

    age = frame.month.to_numpy() - np.repeat(first_month, len(frame) // len(obligors)) + 1
    age = pd.Series(np.where(age > 0, age, np.nan))
    past = age.clip(upper=12)

    def variation(n, total, sum_of_squares):
        mean = total / n
        value = np.sqrt((sum_of_squares / n - mean * mean).clip(lower=0)) / mean
        return value.where((n > 1) & (total > 0))

    def since(name):
        last = windows.latest(grid[f"{name}_date"])
        return (frame.observation_date - last).dt.days.where(months_of(last) > frame.month - 24)

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
        "payroll_variation_ratio": variation(counted["payroll"], year["payroll"], squares["payroll"]),
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
    started, cpu_started = time.perf_counter(), time.process_time()
    frame = frame_of(statements.obligor_id.unique())
    built = {}
    filed, years = known_years(statements)
    built["feat_statements"] = statement_features(filed, *years[:2], frame)
    built["feat_statement_trends"] = trend_features(years, frame)
    built["feat_account_flows"] = flow_features(movements, statements, frame)
    seconds, cpu_seconds = time.perf_counter() - started, time.process_time() - cpu_started
    sums = [
        [f"{table}.{name}", int(values.count()), float(values.sum())]
        for table, features in built.items()
        for name, values in features.items()
    ]
    print(json.dumps({"seconds": seconds, "cpuSeconds": cpu_seconds, "detail": {"sums": sums, "tables": list(built)}}))


main()
