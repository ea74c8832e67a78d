import type {ColumnContract, TableContract} from "#warehouse/contract.js";
import type {ColumnInput, ColumnObject} from "./columnSchema.js";

export interface Problem {
  readonly path: readonly string[];
  readonly message: string;
}

const ORIGINS = ["from", "first_of", "value", "join", "file_name", "negative"] as const;
const NUMBERS: ReadonlySet<string> = new Set(["integer", "bigint", "double", "decimal(18,2)"]);

/** What of a mapping does not go with the contract. */
export function columnProblems(contract: TableContract, mapped: Record<string, ColumnInput> | undefined): Problem[] {
  if (mapped === undefined) return [];
  const lacking = Object.entries(contract.columns).find(
    ([name, {nullable}]) => !nullable && mapped[name] === undefined
  );
  const problems = Object.entries(mapped).flatMap(([name, input]) =>
    typeof input === "string" || input === undefined
      ? []
      : problemsOf(input, contract.columns[name]!).map(({path, message}) => ({path: [name, ...path], message}))
  );
  if (lacking === undefined) return problems;
  const [name, {about}] = lacking;
  return [
    ...problems,
    {path: [], message: `lacks ${name} (${about.en}), which must not be empty; say where it comes from`}
  ];
}

function problemsOf(mapping: ColumnObject, column: ColumnContract): Problem[] {
  return [
    originProblem(mapping),
    ...formProblems(mapping, column),
    valueProblem(mapping, column),
    ...wordProblems(mapping, column)
  ].filter((problem) => problem !== null);
}

function originProblem(mapping: ColumnObject): Problem | null {
  const said = ORIGINS.filter((origin) => mapping[origin] !== undefined);
  if (said.length === 1) return null;
  const message =
    said.length === 0
      ? `does not say where it comes from; give one of ${ORIGINS.join(", ")}`
      : `comes from ${said.join(" and ")}; keep one of them`;
  return {path: [], message};
}

function formProblems(mapping: ColumnObject, {type}: ColumnContract): (Problem | null)[] {
  const {date, end_of, lag_days, number, negative, value} = mapping;
  const dates = {date, end_of, lag_days};
  const dateKey = Object.entries(dates).find(([, given]) => given !== undefined)?.[0];
  return [
    dateKey !== undefined && type !== "date"
      ? {path: [dateKey], message: `is about dates, and the column is ${type}; take it out`}
      : null,
    date !== undefined && value !== undefined
      ? {path: ["date"], message: "is about columns; write a constant as 2020-01-31"}
      : null,
    number !== undefined && negative === undefined && !NUMBERS.has(type)
      ? {path: ["number"], message: `is about numbers, and the column is ${type}; take it out`}
      : null,
    number?.thousands !== undefined && number.thousands === (number.decimal ?? (number.thousands === "." ? "," : "."))
      ? {path: ["number"], message: "has the same sign between thousands and before the fraction"}
      : null,
    negative !== undefined && type !== "boolean"
      ? {path: ["negative"], message: `says yes or no, and the column is ${type}`}
      : null
  ];
}

function valueProblem({value}: ColumnObject, column: ColumnContract): Problem | null {
  if (value === undefined || (typeof value === "string" && value.startsWith("$"))) return null;
  const wrong = constantProblem(String(value), column);
  return wrong === null ? null : {path: ["value"], message: `${JSON.stringify(value)} ${wrong}`};
}

/** What keeps a text from being a value of a column, or null. */
export function constantProblem(text: string, {type, allowed, pattern}: ColumnContract): string | null {
  if (type === "date")
    return /^\d{4}-\d{2}-\d{2}$/.test(text) && isDay(text) ? null : "is no date; write it as 2020-01-31";
  if (type === "boolean") return /^(true|false)$/.test(text) ? null : "is neither true nor false";
  if (type !== "varchar")
    return text.trim() !== "" && Number.isFinite(Number(text)) ? null : "is no number; write it as 1234.56";
  if (allowed !== undefined && !allowed.includes(text)) return `is not allowed; the contract has ${allowed.join(", ")}`;
  if (pattern !== undefined && !new RegExp(`^(?:${pattern})$`).test(text)) return `does not have the form ${pattern}`;
  return null;
}

function isDay(text: string): boolean {
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

/** Words of the contract that a code stands for must be words of the contract. */
function wordProblems({values, date, number}: ColumnObject, column: ColumnContract): Problem[] {
  if (values === undefined || date !== undefined || number !== undefined) return [];
  return Object.entries(values).flatMap(([code, word]) => {
    const wrong = word === null || word === "" ? null : constantProblem(String(word), column);
    return wrong === null ? [] : [{path: ["values", code], message: `${JSON.stringify(word)} ${wrong}`}];
  });
}
