import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {csvHeader, csvShape} from "#loaders/files/csvShape.js";

const quoted = (field: string) => (/[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field);
const field = fc.stringMatching(/^[a-z",\n 数]{1,6}$/);
const table = fc
  .integer({min: 1, max: 4})
  .chain((width) => fc.array(fc.array(field, {minLength: width, maxLength: width}), {minLength: 1, maxLength: 6}));

function shapeOf(text: string, pieceBytes = 3) {
  const shape = csvShape();
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += pieceBytes) shape.feed(bytes.subarray(at, at + pieceBytes));
  return shape.finish();
}

describe("csvShape", () => {
  it("counts the records of any table that was written as CSV, in whatever pieces it comes", () => {
    fc.assert(
      fc.property(table, fc.constantFrom("\n", "\r\n"), fc.integer({min: 1, max: 7}), (rows, end, pieceBytes) => {
        const text = rows.map((row) => row.map(quoted).join(",") + end).join("");
        expect(shapeOf(text, pieceBytes)).toEqual({records: rows.length, openQuoteLine: null, tooWide: null});
        expect(shapeOf(text.slice(0, -end.length), pieceBytes).records).toBe(rows.length);
      })
    );
  });

  it("names the line of a quote that never ends", () => {
    expect(shapeOf('a,b\n1,2\n3,"4\n5,6\n')).toMatchObject({openQuoteLine: 3});
    expect(shapeOf('a,b\n1,"2""\n')).toMatchObject({openQuoteLine: 2});
    expect(shapeOf('a,b\n1,"2"""\n')).toMatchObject({openQuoteLine: null});
  });

  it("takes a quote inside a field as it is", () => {
    expect(shapeOf('a,b\n5" pipe,2\n3,4\n')).toEqual({records: 3, openQuoteLine: null, tooWide: null});
  });

  it("names the first record that is wider than the header, and no shorter one", () => {
    expect(shapeOf('a,b\n1\n"1,5",2\n1,5,2\n1,2,3,4')).toMatchObject({tooWide: {line: 4, fields: 3, expected: 2}});
    expect(shapeOf("a,b\n1,2\n1,2,")).toMatchObject({tooWide: {line: 3, fields: 3, expected: 2}});
  });

  it("skips blank lines", () => {
    expect(shapeOf("a,b\n\n1,2\r\n\r\n").records).toBe(2);
  });
});

describe("csvHeader", () => {
  it("reads back the names that were written, with or without a byte order mark", () => {
    fc.assert(
      fc.property(table, fc.constantFrom("", "\ufeff"), ([names], mark) => {
        expect(csvHeader(`${mark}${names!.map(quoted).join(",")}\n1,2,3\n`)).toEqual(names);
      })
    );
  });

  it("reads a header that is the whole file, and an unnamed column", () => {
    expect(csvHeader("a,,b")).toEqual(["a", "", "b"]);
    expect(csvHeader("a,b,")).toEqual(["a", "b", ""]);
  });
});
