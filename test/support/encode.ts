import type {Encoding} from "#loaders/formats/contract.js";

/** Text in an encoding, without a byte order mark. GB18030 is written by looking each character up. */
export function encoded(text: string, encoding: Encoding): Buffer {
  if (encoding === "utf-8") return Buffer.from(text);
  const wide = Buffer.from(text, "utf16le");
  if (encoding === "utf-16le") return wide;
  if (encoding === "utf-16be") return wide.swap16();
  return Buffer.concat([...text].map(gb18030));
}

const known = new Map<string, Buffer>();
const decoder = new TextDecoder("gb18030");

function gb18030(character: string): Buffer {
  if (character < "\u0080") return Buffer.from(character);
  if (known.size === 0) {
    for (let first = 0x81; first <= 0xfe; first++) {
      for (let second = 0x40; second <= 0xfe; second++) {
        const bytes = Buffer.of(first, second);
        const read = decoder.decode(bytes);
        if ([...read].length === 1 && read !== "\ufffd") known.set(read, bytes);
      }
    }
  }
  const bytes = known.get(character);
  if (bytes === undefined) throw new RangeError(`${character} has no two bytes in GB18030`);
  return bytes;
}
