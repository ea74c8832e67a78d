import {observationKey} from "../column.js";
import {defineTable} from "../contract.js";
import {featureFrom} from "../feature.js";

const flows = featureFrom("account_transactions");
const noIn = {en: "Nothing but loans came in within the year", zh: "近一年除贷款外无流入"};
const noOut = {en: "Nothing but loan repayments went out within the year", zh: "近一年除还贷外无流出"};

export const featAccountExchanges = defineTable({
  name: "feat_account_exchanges",
  about: {en: "Money that comes back from whom it went to, or goes back to whom it came from", zh: "往返与退回资金"},
  grain: ["obligor_id", "observation_date"],
  columns: {
    ...observationKey,
    round_trip_share: flows("double", "share", {
      about: {
        en: "Twelve months' inflows from a party that was paid about as much, to a twentieth, within five days before or after; payments that came back in full count as returned instead",
        zh: "近十二个月前后五日内与同一对手相近金额（差额不超过二十分之一）往返的流入占比；原额退回另计"
      },
      empty: noIn,
      safer: "lower"
    }),
    returned_payment_share: flows("double", "share", {
      about: {
        en: "Payments of twelve months that came back in full from the same party within ten days, among all; taken for returned ones, since the source marks none",
        zh: "近十二个月十日内由同一对手原额退回的付款笔数占比（来源无退汇标志，据此推断）"
      },
      empty: noOut,
      safer: "lower"
    })
  }
});
