-- One row per obligor and month end in the book.
select obligor_code(item) as obligor_id, month_end(month) as month_end, pd_integrated, pd_given_path, is_performing
from true_pd
order by item, month
