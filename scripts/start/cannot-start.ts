/** Something of this machine stands in the way: the message is the one sentence that a person gets to read. */
export class CannotStart extends Error {
  override readonly name = "CannotStart";
}
