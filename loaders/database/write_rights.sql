-- One row, or none: the first table that the user may write to, and how many there are.
with

tables as (

    select
        classes.oid,
        format('%I.%I', namespaces.nspname, classes.relname) as name
    from pg_catalog.pg_class as classes
    inner join pg_catalog.pg_namespace as namespaces on classes.relnamespace = namespaces.oid
    where
        classes.relkind in ('r', 'p')
        and namespaces.nspname not in ('pg_catalog', 'information_schema')
        and namespaces.nspname not like 'pg\_t%'

),

writable as (

    select
        min(name) as name,
        count(*)::text as tables
    from tables
    where has_table_privilege(oid, 'INSERT, UPDATE, DELETE, TRUNCATE')
    having count(*) > 0

)

select * from writable;
