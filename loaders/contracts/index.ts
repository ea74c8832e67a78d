import type {TableContract} from "#warehouse/contract.js";
import {accountTransactions} from "./accountTransactions.js";
import {applications} from "./applications.js";
import {collateral} from "./collateral.js";
import {consents} from "./consents.js";
import {creditEvents} from "./creditEvents.js";
import {exposures} from "./exposures.js";
import {facilities} from "./facilities.js";
import {financialStatements} from "./financialStatements.js";
import {fxRates} from "./fxRates.js";
import {guarantees} from "./guarantees.js";
import {industrySeries} from "./industrySeries.js";
import {interactions} from "./interactions.js";
import {invoices} from "./invoices.js";
import {macroSeries} from "./macroSeries.js";
import {obligors} from "./obligors.js";
import {orders} from "./orders.js";
import {outcomeCoverage} from "./outcomeCoverage.js";
import {projectCashflows} from "./projectCashflows.js";
import {projects} from "./projects.js";
import {qualitativeReviews} from "./qualitativeReviews.js";
import {receivables} from "./receivables.js";
import {relationshipIncome} from "./relationshipIncome.js";
import {repayments} from "./repayments.js";

/** Every extract that a bank may hand over, parents before children. A source may lack any but `obligors`. */
export const EXTRACTS: readonly TableContract[] = [
  fxRates,
  consents,
  obligors,
  outcomeCoverage,
  financialStatements,
  projects,
  projectCashflows,
  facilities,
  exposures,
  repayments,
  collateral,
  guarantees,
  accountTransactions,
  invoices,
  receivables,
  orders,
  qualitativeReviews,
  interactions,
  relationshipIncome,
  macroSeries,
  industrySeries,
  creditEvents,
  applications
];
