-- What the simulation hands to the database: firms, their books, and the bank's own records. Money in fen.

create or replace table firm (
    item integer, industry_code varchar, section varchar, size integer, name varchar, registration_number varchar,
    region varchar, founded_day integer, onboarded_day integer, employees integer, ownership varchar,
    technology varchar, shares_invoices boolean, shares_erp boolean, book_from integer, book_to integer, left_month integer
);

create or replace table ledger (
    item integer, month integer, sales bigint, cost bigint, expense bigint, depreciation bigint, interest bigint,
    tax bigint, net bigint, operating_cash_flow bigint, capex bigint, purchases bigint, collections bigint,
    supplier_payments bigint, payroll bigint, cash bigint, receivables bigint, inventory bigint, fixed_assets bigint,
    payables bigint, short_term_debt bigint, long_term_debt bigint, paid_in bigint, retained bigint
);

create or replace table facility (
    item integer, sequence integer, product varchar, collateral varchar, start_month integer, start_day integer,
    term integer, credit_limit bigint, rate_bp integer, last_due integer
);

create or replace table arrears (item integer, month integer, age integer, cure_month integer, cure_day integer);

create or replace table residual (item integer, sequence integer, month integer, amount bigint, paid_day integer);

create or replace table credit_event (item integer, event_type varchar, day integer);

create or replace table published_series (section varchar, series varchar, period_month integer, published_day integer, value double);

create or replace table true_pd (item integer, month integer, pd_integrated double, pd_given_path double, is_performing boolean);

create or replace table true_default (item integer, day integer);

create or replace table true_factor (month integer, section varchar, value double);
