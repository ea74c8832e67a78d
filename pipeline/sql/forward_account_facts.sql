-- One row per obligor and calendar quarter with movements: what its trade brought in and took out of its accounts here.
create or replace temp table forward_account_facts as
select
    obligor_id,
    quarter_number(transaction_date) as quarter,
    sum(case when category not in ('sales', 'purchase', 'payroll', 'tax') then 0 when direction = 'in' then amount else -amount end)
        as flow,
    sum(case when category = 'sales' and direction = 'in' then amount else 0 end) as sales,
    min(min(quarter_number(transaction_date))) over (partition by obligor_id) as first_quarter
from stg_account_transactions
group by obligor_id, quarter_number(transaction_date);
