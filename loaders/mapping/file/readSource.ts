import {EXTRACTS} from "../../contracts/index.js";
import type {Database} from "../../database/schema.js";
import type {Evaluation, Source, SourceExtract} from "../../sources/contract.js";
import {readYaml} from "../../yaml/readYaml.js";
import {hintsOf, mappingOf} from "./extractOf.js";
import type {ExtractInput} from "./extractSchema.js";
import {sourceSchema, type SourceInput} from "./sourceSchema.js";

/** A source that is written down in a file. */
export interface DescribedSource extends Source {
  /** Where its extracts are pulled from; null where they are handed over. */
  readonly database: Database | null;
}

/** Reads a source from a YAML file. Throws a UserError naming file, line, key and rule of what is wrong, and what to do. */
export function readSourceFile(path: string): DescribedSource {
  return sourceOf(readYaml(path, sourceSchema));
}

function sourceOf(input: SourceInput): DescribedSource {
  const {calendar, assumptions, absent, consents} = input;
  return {
    id: input.id,
    name: input.name,
    isSynthetic: input.synthetic,
    currency: input.currency,
    absent,
    assumptions,
    calendar: {
      first: calendar.first,
      last: calendar.last,
      everyMonths: calendar.every_months,
      dataEnd: calendar.data_end
    },
    evaluation: evaluationOf(input.evaluation),
    extracts: EXTRACTS.flatMap((contract) => {
      const extract = input.extracts[contract.name] as ExtractInput | undefined;
      return extract === undefined ? [] : [extractOf(contract, extract, input)];
    }),
    consents,
    publicPseudonymKey: input.public_pseudonym_key ?? null,
    database: input.database ?? null
  };
}

function evaluationOf(evaluation: SourceInput["evaluation"]): Evaluation {
  return evaluation.kind === "out_of_time"
    ? {kind: evaluation.kind, trainUntil: evaluation.train_until, testFrom: evaluation.test_from}
    : evaluation;
}

function extractOf(contract: SourceExtract["contract"], extract: ExtractInput, source: SourceInput): SourceExtract {
  return {
    contract,
    files: extract.files ?? [`${contract.name}.csv`],
    isRequired: extract.required,
    delivery: extract.delivery,
    hints: hintsOf(extract),
    mapping: mappingOf(contract, extract, source)
  };
}
