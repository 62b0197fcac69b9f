/** Excel takes a file for UTF-8 only when it begins with this. */
const byteOrderMark = '\ufeff';
/** Spreadsheets take what begins with one of these for a formula: https://owasp.org/www-community/attacks/CSV_Injection */
const startsFormula = /^[=+\-@\t\r]/;

export type Cell = string | number | boolean | null;

/**
 * A table as CSV (https://www.rfc-editor.org/rfc/rfc4180), its columns' names first. What a person wrote is never run
 * as a formula.
 */
export function toCsv(columns: readonly string[], rows: readonly (readonly Cell[])[]): string {
  return byteOrderMark + [columns, ...rows].map((row) => `${row.map(toField).join(',')}\r\n`).join('');
}

function toField(cell: Cell): string {
  if (typeof cell !== 'string') return cell === null ? '' : String(cell);
  const harmless = startsFormula.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
