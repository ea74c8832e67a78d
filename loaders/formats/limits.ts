const MEBIBYTE = 1 << 20;

/** Longest record in bytes of UTF-8; the engine's own limit for a line is twice that. */
export const LONGEST_RECORD = MEBIBYTE;

/** How far a quoted field may reach over line ends before its quote counts as one that never closes. */
export const MOST_LINES_OF_A_RECORD = 1_000;

/** A spooled segment is closed when it has grown beyond this. */
export const SEGMENT_BYTES = 64 * MEBIBYTE;

/** An archive that unpacks to less than this is never suspected. */
export const UNSUSPECTED_BYTES = 16 * MEBIBYTE;

/** Text of a bank packs ten to thirty times; what packs more than this was made to fill a disk. */
export const HIGHEST_PACKING = 200;

/** An archive, or a file in it, that unpacks to more is refused. */
export const MOST_UNPACKED_BYTES = 256 * 1024 * MEBIBYTE;

export const MOST_ENTRIES = 100_000;

/** Workbooks are read whole: what the XML in one unpacks to takes about ten times as much memory. */
export const MOST_WORKBOOK_BYTES = 64 * MEBIBYTE;
