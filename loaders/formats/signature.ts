/** What the first bytes of a file say that it is. */
export type Signature = "gzip" | "zip" | "tar" | "parquet" | "xls" | "pdf" | "png" | "jpeg" | "empty" | "other";

const SIGNATURES: readonly (readonly [Signature, readonly number[]])[] = [
  ["gzip", [0x1f, 0x8b]],
  ["zip", [0x50, 0x4b, 0x03, 0x04]],
  ["zip", [0x50, 0x4b, 0x05, 0x06]],
  ["parquet", [0x50, 0x41, 0x52, 0x31]],
  ["xls", [0xd0, 0xcf, 0x11, 0xe0]],
  ["pdf", [0x25, 0x50, 0x44, 0x46]],
  ["png", [0x89, 0x50, 0x4e, 0x47]],
  ["jpeg", [0xff, 0xd8, 0xff]]
];
const TAR_MARK = "ustar";
const TAR_MARK_AT = 257;

export function signatureOf(head: Buffer): Signature {
  const known = SIGNATURES.find(([, bytes]) => bytes.every((byte, at) => head[at] === byte))?.[0];
  if (known !== undefined) return known;
  if (head.toString("latin1", TAR_MARK_AT, TAR_MARK_AT + TAR_MARK.length) === TAR_MARK) return "tar";
  return isEmpty(head) ? "empty" : "other";
}

function isEmpty(head: Buffer): boolean {
  if (head.includes(0)) return head.every((byte) => byte === 0);
  return head.toString("utf8").trim() === "";
}
