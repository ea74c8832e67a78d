-- One row per experiment, feature, bin and year.
create or replace table mart_bin_stability as
select * from score_bin_stability
order by experiment_id, feature, bin_order, year;
