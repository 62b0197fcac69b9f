import { Fault } from '@manyhalls/contracts';

/** Tabs and line feeds may stay: people write lists. */
const controls = /(?![\n\t])\p{Cc}|[\u2028\u2029]/gu;
/** They turn the direction of whatever follows, names and buttons included: https://trojansource.codes */
const bidiControls = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;
/** Halves of surrogate pairs, which Postgres refuses, together with whatever is written in the same statement. */
const halves = /\p{Surrogate}/gu;

/**
 * What a person wrote, as it is stored: composed, without what no screen shows, without space around it. May be empty.
 */
export function cleanText(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(controls, '')
    .replace(bidiControls, '')
    .replace(halves, '\ufffd')
    .normalize('NFC')
    .trim();
}

/** @throws {Fault} `bad-request` when nothing is left to be read */
export function demandWords(text: string): string {
  const clean = cleanText(text);
  if (clean === '') throw new Fault('bad-request', 'there is nothing to be read in this text');
  return clean;
}
