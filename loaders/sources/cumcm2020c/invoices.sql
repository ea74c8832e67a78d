-- One row per invoice line as handed over.
-- (enterprise_id, invoice_no) repeats, so the line is named by its file and its place there.
with

source as (

    select * from source_rows

),

renamed as (

    select
        -- ids
        format('{}-{:07d}', replace(source_file, '.parquet', ''), source_line) as invoice_id,
        enterprise_id as obligor_id,
        counterparty_id,

        -- dates
        invoice_date,

        -- codes
        case
            when source_file in ('c_in.parquet', 'n_in.parquet') then 'purchase'
            when source_file in ('c_out.parquet', 'n_out.parquet') then 'sale'
        end as direction,
        case trim(status)
            when '有效发票' then 'valid'
            when '作废发票' then 'void'
            else status
        end as status,

        -- amounts: a negative one is a red-letter refund
        amount,
        tax,
        total,

        source_file,
        source_line

    from source

)

select * from renamed
