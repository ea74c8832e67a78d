import {describe, expect, it} from "vitest";
import {EXTRACTS} from "#loaders/contracts/index.js";
import {
  columnsFor,
  defineExtract,
  defineMart,
  defineTable,
  defineUndatedExtract,
  type Audience,
  type ColumnContract
} from "#warehouse/contract.js";
import {DEFINITIONS} from "#warehouse/definitions.js";
import {MARTS} from "#warehouse/marts/index.js";

const plain: ColumnContract = {
  type: "varchar",
  unit: "id",
  nullable: false,
  sign: "any",
  about: {en: "Key", zh: "键"}
};
const about = {en: "A table", zh: "表"};

describe("contracts", () => {
  it("refuse a grain that names no column, or a nullable one, and names that are not snake_case", () => {
    const columns = {obligor_id: plain, optional: {...plain, nullable: true}};
    expect(() => defineTable({name: "t", grain: ["nothing"], about, columns})).toThrow(/no column/);
    expect(() => defineTable({name: "t", grain: ["optional"], about, columns})).toThrow(/nullable/);
    expect(() => defineTable({name: "Bad", grain: ["obligor_id"], about, columns})).toThrow(/snake_case/);
  });

  it("refuse an extract column that declares no purpose", () => {
    const dates = {event: "obligor_id", published: "obligor_id"};
    expect(() => defineExtract({name: "t", grain: ["obligor_id"], about, dates, columns: {obligor_id: plain}})).toThrow(
      /t\.obligor_id: declare purpose/
    );
  });

  it("refuse an extract column that rests on consent without saying to what", () => {
    const governance = {purpose: "credit_risk", legalBasis: "consent", retentionMonths: 60, sensitivity: "commercial"};
    const column = {...plain, governance} as ColumnContract;
    const table = {name: "t", grain: ["obligor_id"], about, columns: {obligor_id: column}};
    expect(() => defineUndatedExtract(table)).toThrow(/t\.obligor_id: say which category/);
  });

  it("refuse a mart column without a definition, or without an audience rule", () => {
    const mart = (column: ColumnContract) => defineMart({name: "m", grain: ["id"], about, columns: {id: column}});
    expect(() => mart(plain)).toThrow(/m\.id: name the definition/);
    expect(() => mart({...plain, definition: "pd"})).toThrow(/m\.id: say which audiences/);
    expect(() => mart({...plain, definition: "pd", audiences: []})).not.toThrow();
  });
});

describe("the extracts", () => {
  it("have dates, known references and governance for every column", () => {
    const known = new Set(
      EXTRACTS.flatMap(({name, columns}) => Object.keys(columns).map((column) => `${name}.${column}`))
    );
    for (const {name, dates, columns} of EXTRACTS) {
      if (name !== "outcome_coverage") expect(columns[dates!.event], `${name} event date`).toBeDefined();
      for (const {references, governance} of Object.values(columns)) {
        expect(governance).toBeDefined();
        if (governance!.legalBasis === "consent") expect(governance!.category).toBeDefined();
        if (references !== undefined) expect(known).toContain(references);
      }
    }
  });
});

describe("the order of the extracts", () => {
  it("puts every parent before its children", () => {
    const place = new Map(EXTRACTS.map(({name}, index) => [name, index]));
    for (const {name, columns} of EXTRACTS) {
      for (const {references} of Object.values(columns)) {
        if (references !== undefined) expect(place.get(references.split(".")[0]!)).toBeLessThan(place.get(name)!);
      }
    }
  });
});

describe("the marts", () => {
  it("refer to known definitions in both languages", () => {
    for (const {columns} of MARTS) {
      for (const {definition} of Object.values(columns)) expect(Object.keys(DEFINITIONS)).toContain(definition);
    }
    for (const {title, meaning} of Object.values(DEFINITIONS)) {
      expect(title.zh).toMatch(/\p{Script=Han}/u);
      expect(meaning.zh).toMatch(/\p{Script=Han}/u);
      expect(meaning.en).not.toMatch(/\p{Script=Han}{12}/u);
    }
  });

  it("keep the book of single obligors from data scientists, and experiments from management", () => {
    const seenBy = (audience: Audience) =>
      MARTS.filter((mart) => columnsFor(mart, audience).length > 0).map(({name}) => name);
    expect(seenBy("data_science")).not.toContain("mart_obligors");
    expect(seenBy("data_science")).toContain("mart_model_moves");
    expect(seenBy("management")).not.toContain("mart_model_moves");
  });

  it.each(["management", "data_science"] as const)("keep names and numbers of obligors from %s", (audience) => {
    for (const mart of MARTS) {
      const seen = columnsFor(mart, audience);
      for (const secret of ["obligor_id", "registration_number"]) expect(seen).not.toContain(secret);
      if (mart.name === "mart_obligors") expect(seen).not.toContain("name");
    }
    const obligors = MARTS.find(({name}) => name === "mart_obligors")!;
    expect(columnsFor(obligors, "risk")).toEqual(Object.keys(obligors.columns));
  });
});
