/** A text, or a number outside a text. */
const TEXT_OR_NUMBER = /"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;

/**
 * The object that a line of JSON Lines holds; null where it holds anything else. Numbers come as the text that stands there: as doubles they
 * would lose digits of long amounts and numbers.
 */
export function objectIn(line: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(
      line.replace(TEXT_OR_NUMBER, (part) => (part.startsWith('"') ? part : `"${part}"`))
    );
    return typeof value === "object" && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null;
  } catch {
    return null;
  }
}
