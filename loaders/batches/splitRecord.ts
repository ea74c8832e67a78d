/** The fields of one record of a plain CSV file, which has no line break inside. */
export function splitRecord(
  text: string,
  {delimiter, quote}: {readonly delimiter: string; readonly quote: string}
): string[] {
  const fields: string[] = [];
  let at = 0;
  for (;;) {
    let end: number;
    if (text[at] === quote) {
      end = at + 1;
      while (end < text.length && (text[end] !== quote || text[end + 1] === quote)) end += text[end] === quote ? 2 : 1;
      fields.push(text.slice(at + 1, end).replaceAll(quote + quote, quote));
      end++;
    } else {
      end = text.indexOf(delimiter, at);
      if (end === -1) end = text.length;
      fields.push(text.slice(at, end));
    }
    if (end >= text.length) return fields;
    at = end + delimiter.length;
  }
}
