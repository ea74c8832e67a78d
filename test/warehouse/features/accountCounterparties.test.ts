import {describe, expect, it} from "vitest";
import {featuresAt} from "../../support/featuresAt.js";
import type {StagedRow} from "../../support/stagedBank.js";

const OBSERVED = "2020-06-30";

let sequence = 0;
const movement = (
  transaction_date: string,
  kind: string,
  counterparty_id: string | null,
  amount: number
): StagedRow => {
  const [direction, category] = kind.split(" ") as [string, string];
  return {
    transaction_id: `T${++sequence}`,
    obligor_id: "A",
    transaction_date,
    direction,
    category,
    counterparty_id,
    amount
  };
};
const received = (day: string, party: string | null, amount: number) => movement(day, "in sales", party, amount);
const paid = (day: string, party: string | null, amount: number) => movement(day, "out purchase", party, amount);

const rowAt = async (name: string, account_transactions: StagedRow[], date = OBSERVED) =>
  (await featuresAt(name, {dates: [date]}, {account_transactions}))[0]!;

describe("with whom an obligor trades", () => {
  /** Built with an earlier date in the frame, so that trade comes in and goes out again. */
  const partiesOf = async (account_transactions: StagedRow[]) =>
    (await featuresAt("feat_account_counterparties", {dates: ["2018-06-30", OBSERVED]}, {account_transactions}))[1]!;

  it("is concentrated by the squares of shares, over the twelve months", async () => {
    const row = await partiesOf([
      received("2019-06-30", "C0", 900), // a day too early
      received("2019-07-01", "C1", 50),
      received("2020-05-02", "C1", 10),
      received("2020-05-03", "C2", 40),
      paid("2020-05-04", "S1", 10),
      received("2020-05-05", null, 700) // from nobody knows whom
    ]);
    expect(row).toMatchObject({customers: 2n, suppliers: 1n, supplier_hhi_ratio: 1});
    expect(row["customer_hhi_ratio"]).toBeCloseTo(0.6 * 0.6 + 0.4 * 0.4, 12);
  });

  it("counts a party once, however often it came, went and came again", async () => {
    const days = ["2017-01-05", "2018-06-05", "2019-06-05", "2020-01-05", "2020-06-05"];
    const row = await partiesOf([...days.map((day) => received(day, "C1", 5)), received("2018-01-05", "C2", 5)]);
    expect(row).toMatchObject({customers: 1n, customer_hhi_ratio: 1, suppliers: 0n, supplier_hhi_ratio: null});
  });

  it("is unknown without a year's trade with anyone known", async () => {
    const row = await partiesOf([received("2019-06-30", "C0", 900), movement("2020-06-01", "in loan", "BANK", 5)]);
    expect(row).toMatchObject({customers: null, suppliers: null, customer_hhi_ratio: null});
  });
});

describe("money that goes round", () => {
  const exchanges = (...rows: StagedRow[]) =>
    rowAt("feat_account_exchanges", [received("2020-06-01", "C", 3000), ...rows]);

  it.each([
    ["five days apart and a twentieth less", "2020-06-15", 950, 0.25], // 1000 of 4000
    ["five days before", "2020-06-05", 1050, 0.25],
    ["six days apart", "2020-06-16", 1000, 0],
    ["more than a twentieth apart", "2020-06-11", 949.99, 0]
  ])("is seen in a payment %s", async (_, day, amount, share) => {
    const row = await exchanges(received("2020-06-10", "P", 1000), paid(day, "P", amount));
    expect(row).toMatchObject({round_trip_share: share, returned_payment_share: 0});
  });

  it("is not seen between different parties, and once where several payments match", async () => {
    const receipt = received("2020-06-10", "P", 1000);
    expect(await exchanges(receipt, paid("2020-06-11", "Q", 1000))).toMatchObject({round_trip_share: 0});
    const row = await exchanges(receipt, paid("2020-06-11", "P", 1000), paid("2020-06-12", "P", 1000));
    expect(row).toMatchObject({round_trip_share: 0.25});
  });

  it("is known when the second movement is", async () => {
    const rows = [received("2020-06-28", "P", 1000), paid("2020-07-02", "P", 1000)];
    expect(await rowAt("feat_account_exchanges", rows)).toMatchObject({round_trip_share: 0});
    expect(await rowAt("feat_account_exchanges", rows, "2020-07-31")).toMatchObject({round_trip_share: 1});
  });

  it.each([
    ["ten days later", "2020-06-11", 300, 0.5],
    ["on the same day", "2020-06-01", 300, 0.5],
    ["eleven days later", "2020-06-12", 300, 0],
    ["less a charge", "2020-06-11", 299, 0]
  ])("counts as a returned payment when all of it is back %s", async (_, day, amount, share) => {
    const row = await exchanges(paid("2020-06-01", "Q", 300), paid("2020-06-02", "S", 5), received(day, "Q", amount));
    expect(row).toMatchObject({returned_payment_share: share, round_trip_share: 0});
  });

  it("is found across the start of the year that counts", async () => {
    const row = await exchanges(
      paid("2019-06-25", "Q", 300),
      received("2019-07-03", "Q", 300),
      paid("2020-06-02", "S", 5)
    );
    expect(row).toMatchObject({returned_payment_share: 1}); // one came back, one was paid within the year
  });
});
