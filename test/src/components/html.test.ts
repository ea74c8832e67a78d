import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {JSDOM} from "jsdom";
import {markup, raw} from "#src/components/html.js";

describe("markup", () => {
  it("shows any text as it is, in an element and in an attribute", () => {
    const {document} = new JSDOM("").window;
    fc.assert(
      fc.property(fc.string({unit: "grapheme"}), (text) => {
        const plain = text.replace(/[\r\0]/g, "");
        document.body.innerHTML = markup`<p title="${plain}">${plain}</p>`.markup;
        expect(document.querySelector("p")!.textContent).toBe(plain);
        expect(document.querySelector("p")!.title).toBe(plain);
      })
    );
  });

  it("puts markup in as it is, joins lists, and leaves out what is not there", () => {
    expect(markup`<ul>${[1, 2].map((n) => markup`<li>${n}</li>`)}${null}${false}${raw("<hr>")}</ul>`.markup).toBe(
      "<ul><li>1</li><li>2</li><hr></ul>"
    );
  });
});
