-- One row per feature.
create or replace table mart_features as
select
    table_name,
    feature,
    feature_order,
    column_type,
    unit,
    definition_en,
    definition_zh,
    empty_en,
    empty_zh,
    sources,
    safer,
    observation_date,
    rows,
    missing_share,
    zero_share,
    p5,
    p25,
    p50,
    p75,
    p95,
    base_date,
    psi,
    psi_critical,
    iv,
    iv_critical,
    gini,
    observations,
    defaults
from score_features
order by table_name, feature_order;
