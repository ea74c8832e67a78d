-- One row per month end and factor; no section for the macro factor.
select month_end(month) as month_end, section as industry_section, value from true_factor order by month, section nulls first
