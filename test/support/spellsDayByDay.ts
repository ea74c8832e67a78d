import type {Policy} from "#pipeline/policy/schemas.js";

export interface Instalment {
  readonly counter: string;
  readonly due: number;
  readonly amount: number;
  /** Day of payment; null while unpaid. */
  readonly paid: number | null;
  readonly amountPaid: number;
}

export interface History {
  readonly instalments: readonly Instalment[];
  readonly events: readonly {readonly day: number; readonly type: string}[];
  /** Drawn at month ends, in order of day. */
  readonly books: readonly {readonly day: number; readonly drawn: number}[];
}

export interface Spell {
  readonly from: number;
  readonly cured: number | null;
}

/** The default definition as one would check it by hand, one day after the other; the SQL does it by intervals. */
export function spellsDayByDay(
  {instalments, events, books}: History,
  policy: Policy<"default">,
  dataEnd: number
): Spell[] {
  const counters = new Map<string, number>();
  const spells: {from: number; cured: number | null}[] = [];
  let [quiet, isRestructured, isIncurable] = [0, false, false];
  for (let day = 0; day <= dataEnd; day++) {
    const open = spells.at(-1)?.cured === null ? spells.at(-1)! : null;
    if (open !== null && policy.cure !== "never" && !isIncurable) {
      const asked = isRestructured ? policy.cure.restructuring_probation_days : policy.cure.probation_days;
      if (quiet >= asked) open.cured = day;
    }
    const isOpen = open !== null && open.cured === null;
    if (!isOpen) isRestructured = false;

    const unpaid = instalments.map((each) => unpaidOn(each, day));
    const total = unpaid.reduce((sum, amount) => sum + amount, 0);
    const drawn = books.findLast((book) => book.day < day)?.drawn;
    const today = events.filter((event) => event.day === day && policy.events.includes(event.type));
    let isTriggered = today.length > 0;
    const counted: [string, number][] =
      policy.material_by === "obligor"
        ? [["all", total]]
        : instalments.map(({counter}, index) => [counter, unpaid[index]!]);
    for (const [counter, amount] of counted) {
      const isMaterial =
        amount > 0 &&
        amount >= policy.material_amount &&
        (policy.material_share_over === undefined ||
          drawn === undefined ||
          amount > policy.material_share_over * drawn);
      const count = isMaterial ? (counters.get(counter) ?? 0) + 1 : 0;
      counters.set(counter, count);
      if (count === policy.days_past_due_over + 1) isTriggered = true;
    }
    if (isTriggered && !isOpen) spells.push({from: day, cured: null});
    if (today.some(({type}) => type === "distressed_restructuring")) isRestructured = true;
    if (
      policy.cure !== "never" &&
      today.some(({type}) => (policy.cure as {never_after: string[]}).never_after.includes(type))
    )
      isIncurable = true;
    quiet = total > 0 || today.length > 0 ? 0 : quiet + 1;
  }
  return spells;
}

/** Overdue from the day after it fell due; the day of payment still counts. */
function unpaidOn({due, amount, paid, amountPaid}: Instalment, day: number): number {
  if (day <= due) return 0;
  return paid === null || day <= paid ? amount : amount - amountPaid;
}
