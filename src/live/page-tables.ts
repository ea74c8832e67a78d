import {comeAlive} from "./page.js";
import {makeSortable} from "./sort.js";

comeAlive();
for (const table of document.querySelectorAll<HTMLTableElement>("table[data-sortable]")) makeSortable(table);
