-- One row per obligor that defaulted by the end of the books.
select obligor_code(item) as obligor_id, epoch_day(day) as default_date from true_default order by item
