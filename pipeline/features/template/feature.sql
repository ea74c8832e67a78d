-- One row per obligor in the book and observation date: an example to replace; how large the largest order of a year is.
create or replace table feat_example as
with

-- Cut to the obligors and the days that matter before anything is grouped.
orders as (

    select
        obligor_id,
        month_number(order_date) as month_number,
        amount
    from stg_orders
    where
        obligor_id in (select feat_frame_obligors.obligor_id from feat_frame_obligors)
        and order_date between window_start(12) and window_end()

),

months as (

    select
        obligor_id,
        month_number,
        max(amount) as largest_amount,
        sum(amount) as total_amount
    from orders
    group by obligor_id, month_number

),

windowed as (

    select
        frame.obligor_id,
        frame.observation_date,
        max(months.largest_amount) as largest_amount,
        sum(months.total_amount) as total_amount
    from feat_frame as frame
    left join months
        on frame.obligor_id = months.obligor_id
        and months.month_number between frame.month_number - 11 and frame.month_number
    group by frame.obligor_id, frame.observation_date

),

features as (

    select
        obligor_id,
        observation_date,
        ratio(largest_amount, total_amount) as largest_order_share
    from windowed

)

select * from features;
