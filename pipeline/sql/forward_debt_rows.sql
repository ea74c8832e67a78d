-- One row per date and facility, in the order of dates.
select * from forward_debts
order by observation_date, obligor_id, facility_id
