import {observationKey} from "../column.js";
import {defineTable, type Text} from "../contract.js";
import {featureFrom} from "../feature.js";

const feature = featureFrom("receivables");

const noneOpen: Text = {en: "Nothing open in the ledger by then, or no ledger", zh: "当时无未收款项或无台账"};
const noneSettled: Text = {en: "Nothing collected in the year, or no ledger", zh: "近一年无收款或无台账"};

function openShare(about: Text) {
  return feature("double", "share", {
    about: {en: `${about.en}, in all open receivables`, zh: `${about.zh}占未收款项的比例`},
    empty: noneOpen,
    safer: "lower"
  });
}

function changeSince(en: string, zh: string) {
  return feature("double", "share", {
    about: {
      en: `Overdue share less the overdue share ${en} before, as known then`,
      zh: `逾期占比减去${zh}前当时已知的逾期占比`
    },
    empty: {en: "Nothing open at one of the two dates, or no ledger", zh: "两个时点之一无未收款项或无台账"},
    safer: "lower"
  });
}

export const featReceivables = defineTable({
  name: "feat_receivables",
  about: {
    en: "What its customers owed it by its own ledger (ERP), and how they paid",
    zh: "应收账款账龄与回款 (ERP)"
  },
  grain: ["obligor_id", "observation_date"],
  columns: {
    ...observationKey,
    open_receivables: feature("double", "currency", {
      about: {
        en: "Amount of ledger items that had arisen and were not settled by then",
        zh: "当时已形成且未收回的应收款项"
      },
      empty: {en: "No ledger by then; 0 where all is settled", zh: "当时无台账;全部收回为0"},
      safer: "neither"
    }),
    sales_outstanding_days: feature("double", "days", {
      about: {
        en: "365 times open receivables to the amount billed in the ledger in the twelve months",
        zh: "未收款项除以近12个月台账开单金额乘以365"
      },
      empty: {
        en: "Ledger does not reach a whole year back, or nothing billed in it",
        zh: "台账不足一个完整年度或近一年无开单"
      },
      safer: "lower"
    }),
    largest_debtor_share: openShare({en: "What the customer with the most owes", zh: "欠款最多客户的欠款"}),
    overdue_share: openShare({en: "Amount past its due date", zh: "已过到期日金额"}),
    overdue_30_days_share: openShare({en: "Amount 1 to 30 days past its due date", zh: "逾期1至30天金额"}),
    overdue_60_days_share: openShare({en: "Amount 31 to 60 days past its due date", zh: "逾期31至60天金额"}),
    overdue_90_days_share: openShare({en: "Amount 61 to 90 days past its due date", zh: "逾期61至90天金额"}),
    overdue_beyond_90_days_share: openShare({en: "Amount more than 90 days past its due date", zh: "逾期90天以上金额"}),
    overdue_share_quarter_change: changeSince("three months", "三个月"),
    overdue_share_year_change: changeSince("twelve months", "十二个月"),
    oldest_overdue_days: feature("integer", "days", {
      about: {en: "Days since the due date of the open item that fell due first", zh: "最早到期的未收款项逾期天数"},
      empty: {
        en: "Nothing open in the ledger by then, or no ledger; 0 where nothing open is overdue",
        zh: "无未收款项或无台账;未逾期为0"
      },
      safer: "lower"
    }),
    overdue_debtors_share: feature("double", "share", {
      about: {
        en: "Customers with an open item past its due date, in all customers with an open item; an item without customer counts as one",
        zh: "有逾期款项的客户占有未收款项客户的比例;无客户编号的款项各计一户"
      },
      empty: noneOpen,
      safer: "lower"
    }),
    older_than_60_days_share: openShare({
      en: "Amount of items that arose more than 60 days before, within which a large firm must pay a small or medium one; the ledger does not tell the size of customers, so all count",
      zh: "形成超过60天的款项(大型企业应在60日内向中小企业付款;台账不含客户规模,故计入全部客户)"
    }),
    credit_term_days: feature("double", "days", {
      about: {
        en: "Days from the arising of an item to its due date, weighted by amount, over what was billed in the twelve months",
        zh: "近12个月开单款项自形成至到期的天数,按金额加权"
      },
      empty: {en: "Nothing billed in the year, or no ledger", zh: "近一年无开单或无台账"},
      safer: "lower"
    }),
    collection_days: feature("double", "days", {
      about: {
        en: "Days from the arising of an item to its settlement, weighted by amount, over what was settled in the twelve months",
        zh: "近12个月收回款项自形成至收款的天数,按金额加权"
      },
      empty: noneSettled,
      safer: "lower"
    }),
    collection_days_change: feature("double", "days", {
      about: {en: "Collection days less those of the twelve months before", zh: "回款天数减去前12个月的回款天数"},
      empty: {en: "Nothing collected in one of the two years, or no ledger", zh: "两个年度之一无收款或无台账"},
      safer: "lower"
    }),
    settled_late_share: feature("double", "share", {
      about: {
        en: "Amount settled after its due date, in all that was settled in the twelve months",
        zh: "近12个月收回款项中逾期收回金额占比"
      },
      empty: noneSettled,
      safer: "lower"
    })
  }
});
