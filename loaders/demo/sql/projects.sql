-- One row per obligor with project finance: the project that its first such line pays for, with the months that were planned.
create or replace view project as
select
    facility.*,
    firm.name,
    firm.section,
    firm.book_to,
    start_month + 24 as planned_month,
    start_month + 24 + cast(draw(0, item, 0, 17) % 9 as integer) as completed_month
from facility
inner join firm using (item)
where product = 'project_finance'
qualify row_number() over (partition by item order by sequence) = 1;
