/** What the user can mend: the message is one clear sentence, and the command ends with exit code 1. */
export class UserError extends Error {
  override readonly name = "UserError";
}
