export {UserError} from "#warehouse/engine/userError.js";
