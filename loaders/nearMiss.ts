const FARTHEST = 2;

/** The one of `candidates` that was probably meant by `name`: equal but for case and blanks, or a typing error away. */
export function nearMiss(name: string, candidates: readonly string[]): string | null {
  const wanted = plain(name);
  const exact = candidates.find((candidate) => plain(candidate) === wanted);
  if (exact !== undefined) return exact;
  const close = candidates
    .map((candidate) => ({candidate, distance: editDistance(plain(candidate), wanted)}))
    .filter(({distance}) => distance <= FARTHEST && distance < wanted.length / 2)
    .sort((a, b) => a.distance - b.distance);
  return close[0]?.candidate ?? null;
}

function plain(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
}

/** Insertions, deletions and substitutions that turn one text into the other (Levenshtein). */
export function editDistance(a: string, b: string): number {
  let above = Array.from({length: b.length + 1}, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const here = [row];
    for (let column = 1; column <= b.length; column++) {
      const substitution = above[column - 1]! + (a[row - 1] === b[column - 1] ? 0 : 1);
      here.push(Math.min(substitution, above[column]! + 1, here[column - 1]! + 1));
    }
    above = here;
  }
  return above[b.length]!;
}
