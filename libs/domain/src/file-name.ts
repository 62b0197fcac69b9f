/** Also what a program may take for a way to another folder once it has decoded it, or for an option. */
const notPlain = /[/\\]|%(?:2f|5c|00)|\p{Cc}|^-|^\.\.?$/iu;

/** Whether a file's name is nothing but a name. No file is kept under it; but people read it, and copy it elsewhere. */
export function isPlainFileName(name: string): boolean {
  return !notPlain.test(name);
}
