/** The AUC that PDs have in expectation when they are true: each pair counts as often as the first defaults and the second does not; ties half. */
export function trueAuc(pds: Float64Array): number {
  const sorted = pds.slice().sort();
  let [events, others, ordered, othersBelow] = [0, 0, 0, 0];
  for (let start = 0; start < sorted.length;) {
    let end = start;
    while (end < sorted.length && sorted[end] === sorted[start]) end++;
    const [e, o] = [(end - start) * sorted[start]!, (end - start) * (1 - sorted[start]!)];
    ordered += e * (othersBelow + o / 2);
    events += e;
    others += o;
    othersBelow += o;
    start = end;
  }
  return ordered / (events * others);
}
