import {EXTRACTS} from "../../contracts/index.js";
import {constantProblem, type Problem} from "./columnProblems.js";
import type {ColumnInput} from "./columnSchema.js";
import type {ExtractInput} from "./extractSchema.js";
import type {SourceInput} from "./sourceShape.js";

/** What does not go together in a source. */
export function sourceProblems(source: SourceInput): Problem[] {
  return [
    ...calendarProblems(source),
    ...extractProblems(source),
    ...consentProblems(source),
    ...assumptionProblems(source)
  ];
}

function calendarProblems({calendar: {first, last, data_end}, evaluation}: SourceInput): Problem[] {
  const problems: Problem[] = [];
  if (first > last) problems.push({path: ["calendar", "last"], message: `${last} lies before ${first}, the first day`});
  if (last > data_end)
    problems.push({path: ["calendar", "data_end"], message: `${data_end} lies before ${last}, the last day`});
  if (evaluation.kind === "out_of_time" && evaluation.test_from <= evaluation.train_until) {
    problems.push({
      path: ["evaluation", "test_from"],
      message: `must lie after train_until, ${evaluation.train_until}`
    });
  }
  return problems;
}

function extractProblems({extracts, database}: SourceInput): Problem[] {
  const problems: Problem[] = [];
  if (extracts["obligors"] === undefined) {
    problems.push({
      path: ["extracts"],
      message: "lacks obligors, without which there is no book; say where they come from"
    });
  }
  for (const [name, extract] of entriesOf(extracts)) {
    if (extract.files !== undefined || database?.extracts[name] !== undefined) continue;
    problems.push({path: ["extracts", name], message: "does not say in which files it comes; name them under files"});
  }
  for (const name of Object.keys(database?.extracts ?? {})) {
    if (extracts[name] !== undefined) continue;
    problems.push({
      path: ["database", "extracts", name],
      message: "is pulled and not loaded; add it below extracts, or take it out"
    });
  }
  return problems;
}

function consentProblems({consents, extracts, synthetic, public_pseudonym_key}: SourceInput): Problem[] {
  const resting = EXTRACTS.find(
    ({name, columns}) =>
      extracts[name] !== undefined &&
      Object.values(columns).some(({governance}) => governance?.legalBasis === "consent")
  );
  const problems: Problem[] = [];
  if (consents === "each_party" && resting !== undefined && extracts["consents"] === undefined) {
    problems.push({
      path: ["consents"],
      message: `is each_party, ${resting.name} rests on consent, and the extract consents is missing: nothing of it could be used`
    });
  }
  if (typeof consents === "object" && consents.basis === "synthetic" && !synthetic) {
    problems.push({
      path: ["consents", "basis"],
      message: "is synthetic, and the source is not; say synthetic: true if it is"
    });
  }
  if (public_pseudonym_key !== undefined && consents === "each_party") {
    problems.push({
      path: ["public_pseudonym_key"],
      message: "is only for public or synthetic data; keep the key as a secret"
    });
  }
  return problems;
}

/** An assumption that is used is stated, and is a value of the column that it fills. */
function assumptionProblems({assumptions, extracts}: SourceInput): Problem[] {
  const values = new Map(assumptions.map(({id, value}) => [id, value]));
  return entriesOf(extracts).flatMap(([name, {columns}]) =>
    Object.entries((columns ?? {}) as Record<string, ColumnInput | undefined>).flatMap(([column, input]) => {
      if (typeof input !== "object") return [];
      const path = ["extracts", name, "columns", column];
      return (["value", "lag_days"] as const).flatMap((key): Problem[] => {
        const said = input[key];
        if (typeof said !== "string" || !said.startsWith("$")) return [];
        const value = values.get(said.slice(1));
        if (value === undefined)
          return [{path: [...path, key], message: `${said} is no assumption; state it under assumptions`}];
        const contract = EXTRACTS.find((candidate) => candidate.name === name)!.columns[column]!;
        const wrong =
          key === "lag_days"
            ? Number.isInteger(value)
              ? null
              : "is no number of days"
            : constantProblem(String(value), contract);
        return wrong === null
          ? []
          : [{path: [...path, key], message: `${said} is ${JSON.stringify(value)}, which ${wrong}`}];
      });
    })
  );
}

function entriesOf(extracts: SourceInput["extracts"]): [string, ExtractInput][] {
  return Object.entries(extracts).filter((entry): entry is [string, ExtractInput] => entry[1] !== undefined);
}
