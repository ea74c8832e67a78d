-- One row per feature and bin.
create or replace table mart_feature_bins as
select
    table_name,
    feature,
    bin_order,
    lower,
    upper,
    is_missing,
    observations,
    defaults,
    ratio(defaults, observations) as odr,
    woe
from score_feature_bins
order by table_name, feature, bin_order;
