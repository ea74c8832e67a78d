import type {TableContract} from "#warehouse/contract.js";
import {accountTransactions} from "./accountTransactions.js";
import {creditEvents} from "./creditEvents.js";
import {exposures} from "./exposures.js";
import {facilities} from "./facilities.js";
import {financialStatements} from "./financialStatements.js";
import {industrySeries} from "./industrySeries.js";
import {interactions} from "./interactions.js";
import {invoices} from "./invoices.js";
import {macroSeries} from "./macroSeries.js";
import {obligors} from "./obligors.js";
import {orders} from "./orders.js";
import {qualitativeReviews} from "./qualitativeReviews.js";
import {receivables} from "./receivables.js";
import {repayments} from "./repayments.js";

/** Every extract that a bank may hand over, parents before children. A source may lack any but `obligors`. */
export const EXTRACTS: readonly TableContract[] = [
  obligors,
  financialStatements,
  facilities,
  exposures,
  repayments,
  accountTransactions,
  invoices,
  receivables,
  orders,
  qualitativeReviews,
  interactions,
  macroSeries,
  industrySeries,
  creditEvents
];
