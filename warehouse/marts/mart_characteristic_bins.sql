-- One row per experiment, feature and bin.
create or replace table mart_characteristic_bins as
select * from score_characteristic_bins
order by experiment_id, feature, bin_order;
