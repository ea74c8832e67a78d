import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {stgConnectedGroups} from "#loaders/entities/contracts.js";
import {stageGroups} from "#loaders/entities/groups/stageGroups.js";
import {columnsFrom, dates, epochDays, rowsOf, varchars} from "#warehouse/engine/columns.js";
import type {Engine} from "#warehouse/engine/engine.js";
import {heldToContract} from "#warehouse/sqlTable.js";
import {withEngine} from "../../support/memoryEngine.js";

interface Row {
  readonly obligor_id: string;
  readonly group_id: string;
  readonly members: number;
  readonly grounds: string | null;
}

interface Version {
  readonly id: string;
  readonly parent?: string | null;
  readonly group?: string | null;
  readonly from?: string;
}

/** A guarantee for the one facility of `for`. */
interface Guarantee {
  readonly by: string;
  readonly for: string;
  readonly from?: string;
  readonly until?: string | null;
}

/** Terms of the facility of an obligor; known on the day from which they hold unless they say otherwise. */
interface Terms {
  readonly id: string;
  readonly from: string;
  readonly known?: string;
  readonly maturity: string;
}

const LAST_DAY = "2024-12-31";

/** Writes what `stageGroups` reads; each obligor has one facility of its own number, `later` with other terms. */
async function write(
  engine: Engine,
  versions: readonly Version[],
  guarantees: readonly Guarantee[],
  later: readonly Terms[] = []
): Promise<void> {
  const days = (isos: readonly (string | null)[]) => dates(isos.map((iso) => (iso === null ? null : epochDays(iso))));
  const ids = [...new Set(versions.map(({id}) => id))];
  await engine.write("stg_source", columnsFrom({data_end: days([LAST_DAY])}));
  await engine.write(
    "stg_obligors",
    columnsFrom({
      obligor_id: varchars(versions.map(({id}) => id)),
      valid_from: days(versions.map(({from}) => from ?? "2020-01-01")),
      parent_id: varchars(versions.map(({parent}) => parent ?? null)),
      group_id: varchars(versions.map(({group}) => group ?? null))
    })
  );
  const first = ids.map((id): Terms => ({id, from: "2020-01-01", maturity: "2026-06-30"}));
  const terms = [...first, ...later];
  await engine.write(
    "stg_facilities",
    columnsFrom({
      facility_id: varchars(terms.map(({id}) => id)),
      valid_from: days(terms.map(({from}) => from)),
      published_date: days(terms.map(({from, known}) => known ?? from)),
      obligor_id: varchars(terms.map(({id}) => id)),
      maturity_date: days(terms.map(({maturity}) => maturity))
    })
  );
  await engine.write(
    "stg_guarantees",
    columnsFrom({
      facility_id: varchars(guarantees.map((guarantee) => guarantee.for)),
      guarantor_id: varchars(guarantees.map(({by}) => by)),
      valid_from: days(guarantees.map(({from}) => from ?? "2022-01-01")),
      valid_until: days(guarantees.map(({until}) => until ?? null))
    })
  );
}

async function groupsOf(
  versions: readonly Version[],
  guarantees: readonly Guarantee[] = [],
  later: readonly Terms[] = []
): Promise<Row[]> {
  return await withEngine(async (engine) => {
    await write(engine, versions, guarantees, later);
    await stageGroups(engine);
    await heldToContract(engine, stgConnectedGroups);
    return rowsOf<Row>(await engine.columns("select * from stg_connected_groups"));
  });
}

/** Groups by union-find, as sorted lists of members. */
function oracle(ids: readonly string[], ties: readonly (readonly [string, string])[]): string[][] {
  const leader = new Map(ids.map((id) => [id, id]));
  const find = (id: string): string => (leader.get(id) === id ? id : find(leader.get(id)!));
  for (const [one, other] of ties) leader.set(find(one), find(other));
  return listed(ids.map((id) => [find(id), id]));
}

const grouped = (rows: readonly Row[]) => listed(rows.map(({group_id, obligor_id}) => [group_id, obligor_id]));

/** Members by group, each list sorted. */
function listed(members: readonly (readonly [string, string])[]): string[][] {
  const groups = new Map<string, string[]>();
  for (const [group, id] of members) groups.set(group, [...(groups.get(group) ?? []), id]);
  return [...groups.values()].map((ids) => ids.sort()).sort();
}

const IDS = Array.from({length: 24}, (_, index) => `B${String(index).padStart(2, "0")}`);
const someone = fc.constantFrom(...IDS);
const outside = fc.constantFrom("X1", "X2", "X3", "X4");
const graph = fc.record({
  parents: fc.array(fc.tuple(someone, fc.oneof(someone, outside)), {maxLength: 8}),
  groups: fc.array(fc.tuple(someone, fc.constantFrom("G1", "G2", "G3", "B01")), {maxLength: 6}),
  guarantees: fc.array(fc.tuple(fc.oneof(someone, outside), someone), {maxLength: 8})
});

describe("stageGroups", () => {
  it("finds the components that union-find finds, unmoved by the order of rows", async () => {
    await withEngine(async (engine) => {
      await fc.assert(
        fc.asyncProperty(graph, fc.infiniteStream(fc.nat()), async ({parents, groups, guarantees}, chance) => {
          const parentOf = new Map(parents);
          const groupOf = new Map(groups);
          const versions = IDS.map((id) => ({id, parent: parentOf.get(id) ?? null, group: groupOf.get(id) ?? null}));
          const given = guarantees.map(([by, of]) => ({by, for: of}));
          const rows: Row[][] = [];
          for (const shuffled of [versions, byChance(versions, chance)]) {
            await write(engine, shuffled, byChance(given, chance));
            await stageGroups(engine);
            rows.push(rowsOf<Row>(await engine.columns("select * from stg_connected_groups")));
          }
          const roofs = [...parentOf, ...[...groupOf].map(([id, group]): [string, string] => [id, `group ${group}`])];
          const everyone = [...new Set([...IDS, ...roofs.map(([, roof]) => roof)])];
          const inside = guarantees.filter(([by]) => IDS.includes(by));
          const expected = oracle(everyone, [...roofs, ...inside])
            .map((members) => members.filter((id) => IDS.includes(id)))
            .filter((members) => members.length > 0);
          expect(grouped(rows[0]!)).toEqual(expected.sort());
          expect(rows[1]).toEqual(rows[0]);
          for (const {obligor_id, group_id, members, grounds} of rows[0]!) {
            const group = expected.find((each) => each.includes(obligor_id))!;
            expect([group_id, members, grounds === null]).toEqual([group[0], group.length, group.length === 1]);
          }
        }),
        {numRuns: 40}
      );
    });
  });

  it("says what ties each one: the bank's group, an owner, a guarantee", async () => {
    const versions = [
      {id: "A", group: "G"},
      {id: "B", group: "G"},
      {id: "C", parent: "P"},
      {id: "D", parent: "P"},
      {id: "E"}
    ];
    const rows = await groupsOf(versions, [{by: "C", for: "B"}]);
    expect(rows).toEqual([
      {obligor_id: "A", group_id: "A", members: 4, grounds: "group"},
      {obligor_id: "B", group_id: "A", members: 4, grounds: "group,guarantee"},
      {obligor_id: "C", group_id: "A", members: 4, grounds: "guarantee,parent"},
      {obligor_id: "D", group_id: "A", members: 4, grounds: "parent"},
      {obligor_id: "E", group_id: "E", members: 1, grounds: null}
    ]);
  });

  it("does not take a group and a party of the same number for one, nor connect by an outside guarantor", async () => {
    const rows = await groupsOf(
      [{id: "A", group: "C"}, {id: "B", parent: "C"}, {id: "C"}, {id: "D"}, {id: "E"}],
      [
        {by: "outside", for: "D"},
        {by: "outside", for: "E"},
        {by: "E", for: "E"}
      ]
    );
    expect(grouped(rows)).toEqual([["A"], ["B", "C"], ["D"], ["E"]]);
  });

  it("takes what holds on the last day: not an older version, one announced, nor a guarantee that is over or to come", async () => {
    const versions = [
      {id: "A", parent: "P", from: "2020-01-01"},
      {id: "A", parent: null, from: "2023-01-01"},
      {id: "B", parent: "P", from: "2020-01-01"},
      {id: "C", parent: null, from: "2020-01-01"},
      {id: "C", parent: "P", from: "2025-01-01"},
      {id: "D", parent: "P", from: "2025-01-01"}
    ];
    const over = {by: "C", for: "A", until: "2024-12-30"};
    const later = {by: "C", for: "B", from: "2025-01-01"};
    expect(grouped(await groupsOf(versions, [over, later]))).toEqual([["A"], ["B"], ["C"], ["D"]]);
    expect(grouped(await groupsOf(versions, [{...over, until: LAST_DAY}, later]))).toEqual([["A", "C"], ["B"], ["D"]]);
  });

  it("takes a guarantee without an end to last as long as the facility by the terms known on the last day", async () => {
    const versions = [{id: "A"}, {id: "B"}];
    const tied = async (...later: Terms[]) =>
      grouped(await groupsOf(versions, [{by: "B", for: "A"}], later)).length === 1;
    const repaid = {id: "A", from: "2023-01-01", maturity: "2024-06-30"};
    expect(await tied()).toBe(true);
    expect(await tied(repaid)).toBe(false);
    expect(await tied(repaid, {id: "A", from: "2024-06-01", maturity: "2025-06-30"})).toBe(true);
    expect(await tied(repaid, {id: "A", from: "2024-06-01", known: "2025-01-02", maturity: "2025-06-30"})).toBe(false);
  });

  it("joins a chain of 10,000 in fewer than twenty rounds, in order, against it and shuffled", async () => {
    const ids = Array.from({length: 10_000}, (_, index) => String(index).padStart(5, "0"));
    const shuffled = ids.toSorted((a, b) => ((Number(a) * 7919) % 10_007) - ((Number(b) * 7919) % 10_007));
    for (const chain of [ids, ids.toReversed(), shuffled]) {
      await withEngine(async (engine) => {
        await write(
          engine,
          chain.map((id, index) => ({id, parent: chain[index + 1] ?? null})),
          []
        );
        const {rounds} = await stageGroups(engine);
        expect(rounds).toBeLessThan(20);
        const [found] = rowsOf(
          await engine.columns("select min(members) as least, max(group_id) as last from stg_connected_groups")
        );
        expect(found).toEqual({least: 10_000, last: "00000"});
      });
    }
  });

  it("takes about four times as long for four times the obligors", async () => {
    const milliseconds = async (n: number) =>
      await withEngine(async (engine) => {
        const id = (index: number) => `B${String(index % n).padStart(6, "0")}`;
        const versions = Array.from({length: n}, (_, index) => ({
          id: id(index),
          parent: index % 3 === 0 ? id(index * 7919 + 13) : null,
          group: index % 4 === 0 ? `G${index >> 4}` : null
        }));
        await write(
          engine,
          versions,
          versions.slice(0, n / 5).map((each, index) => ({by: id(index * 31), for: each.id}))
        );
        const start = performance.now();
        await stageGroups(engine);
        return performance.now() - start;
      });
    const quickest = async (n: number) => Math.min(await milliseconds(n), await milliseconds(n));
    await milliseconds(10_000);
    const [few, many] = [await quickest(25_000), await quickest(100_000)];
    expect(many / few).toBeLessThan(8);
  });

  it("leaves an empty table where nobody is, and none of its own behind", async () => {
    await withEngine(async (engine) => {
      await write(engine, [], []);
      const before = await engine.columns("select table_name from duckdb_tables() order by all");
      await stageGroups(engine);
      expect(await heldToContract(engine, stgConnectedGroups)).toBe(0);
      await engine.run("drop table stg_connected_groups");
      expect(await engine.columns("select table_name from duckdb_tables() order by all")).toEqual(before);
    });
  });
});

function byChance<T>(items: readonly T[], chance: fc.Stream<number>): T[] {
  const keyed = items.map((item) => ({item, key: chance.next().value as number}));
  return keyed.sort((a, b) => a.key - b.key).map(({item}) => item);
}
