-- What moves between a firm and the bank in a month, from the ledger and the instalments. Money in fen.

create or replace table loan_payment as
select item, (year(paid_date) - 2016) * 12 + month(paid_date) - 1 as month, cast(sum(amount) as bigint) as amount
from instalment
where paid_date is not null and paid_date <= last_book_day()
group by all
order by all;

create or replace table flow as
with

banked as (

    select
        ledger.item,
        ledger.month,
        obligor_code(ledger.item) as obligor_id,
        lpad(cast(ledger.item as varchar), 7, '0') || lpad(cast(greatest(ledger.month, 0) as varchar), 3, '0') as row_prefix,
        month_day(ledger.month, 1) as first_day,
        firm.section,
        firm.size,
        firm.shares_invoices,
        firm.shares_erp,
        [6, 4, 2, 1][firm.size + 1] as sales_count,
        [5, 3, 1, 1][firm.size + 1] as purchase_count,
        [4, 3, 2, 1][firm.size + 1] as receipt_count,
        [3, 2, 1, 1][firm.size + 1] as payment_count,
        ledger.sales,
        ledger.purchases,
        case when ledger.collections > 10000 then (ledger.collections * (60 + draw(10, ledger.item, 0, 0) % 41)) // 100 else 0 end as receipts,
        case when ledger.supplier_payments > 10000 then (ledger.supplier_payments * (50 + draw(11, ledger.item, 0, 0) % 41)) // 100 else 0 end as payments,
        ledger.payroll,
        case when ledger.month % 3 = 0 then greatest(0, ledger.tax) + (ledger.sales // 50) else 0 end as taxes,
        coalesce(loan_payment.amount, 0) as loan,
        (ledger.cash * (40 + draw(12, ledger.item, 0, 0) % 41)) // 100 as balance,
        (ledger.receivables * 30) // greatest(ledger.sales, 1) as receivable_days,
        (ledger.payables * 30) // greatest(ledger.purchases, 1) as payable_days
    from ledger
    inner join firm using (item)
    left join loan_payment on loan_payment.item = ledger.item and loan_payment.month = ledger.month
    where ledger.month between firm.book_from - 1 and firm.book_to

),

reconciled as (

    select
        * replace (
            case when receipts > 0 then receipt_count else 0 end as receipt_count,
            case when payments > 0 then payment_count else 0 end as payment_count,
            case when purchases >= 1000 then purchase_count else 0 end as purchase_count
        ),
        draw(16, item, month, 0) as special,
        lag(balance) over (partition by item order by month) as balance_before,
        balance - balance_before - receipts + payments + payroll + taxes + loan as transfer
    from banked

)

select * exclude (balance_before) from reconciled where balance_before is not null order by item, month;

-- One row: until when each obligor, in the order of their numbers, can be a customer of anyone (the month it is written off).
-- A list to look up rather than a table to join, since a hash join does not keep the order of its rows.
create or replace table trading as
select list(last_month order by item) as last_months
from (
    select
        firm.item,
        coalesce(min((year(epoch_day(day)) - 2016) * 12 + month(epoch_day(day)) - 1), 999) as last_month
    from firm
    left join credit_event as known on known.item = firm.item and known.event_type = 'write_off'
    group by firm.item
);
