/** Nothing is sent, or nothing comes back. */
export class EmptyDto {}
