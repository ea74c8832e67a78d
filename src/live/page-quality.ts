import {comeAlive} from "./page.js";
import {unfoldTargets} from "./unfold.js";

comeAlive();
unfoldTargets();
