-- One row: which engine this is.
select version() as engine_version
