-- One line per setting: a session that only reads, hides no row, and writes values in one way whatever the server prefers.
set default_transaction_read_only = on;
set row_security = off;
set datestyle = 'ISO, YMD';
set intervalstyle = 'iso_8601';
set timezone = 'UTC';
set bytea_output = 'hex';
set extra_float_digits = 1;
set lc_monetary = 'C';
set xmlbinary = 'base64';
set synchronize_seqscans = off;
