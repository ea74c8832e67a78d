-- One row per validated experiment, part of the sample and test.
create or replace table mart_validation_tests as
select * from score_validation_tests
order by experiment_id, scope_kind, scope, test_order;
