-- One row per contact. Complaints follow nothing but chance: feedback serves the relation, not the default probability.
create or replace view extract_interactions as
with

contacts as (

    select item, unnest(range(book_from, book_to + 1)) as month from firm

),

happened as (

    select
        item,
        month,
        unnest([
            {number: 1, kind: 'satisfaction', happens: draw(29, item, month, 1) < 1000},
            {number: 2, kind: 'recommendation', happens: draw(29, item, month, 2) < 500},
            {number: 3, kind: 'complaint', happens: draw(29, item, month, 3) < 150},
            {number: 4, kind: 'visit', happens: draw(29, item, month, 4) < 800}
        ]) as contact
    from contacts

)

select
    (cast(item as bigint) * 128 + month) * 8 + contact.number as pos,
    item,
    row_code('I', item, month, contact.number) as interaction_id,
    obligor_code(item) as obligor_id,
    month_day(month, 1 + draw(30, item, month, contact.number) % 28) as interaction_date,
    contact.kind as kind,
    cast(case contact.kind
        when 'satisfaction' then greatest(1, least(5, 2 + draw(31, item, 0, 0) % 3 + draw(31, item, month, 1) % 3))
        when 'recommendation' then greatest(0, least(10, 3 + (draw(31, item, 0, 0) % 3) * 2 + draw(31, item, month, 2) % 5))
    end as integer) as score
from happened
where contact.happens;
