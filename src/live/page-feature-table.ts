import {comeAlive} from "./page.js";
import {unfoldForPrint, unfoldTargets} from "./unfold.js";

comeAlive();
unfoldTargets();
unfoldForPrint();
