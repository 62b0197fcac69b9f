import { Fault } from '@manyhalls/contracts';
import { cleanText } from '../../wire/clean-text';

/** What is said from one moment to another, in milliseconds. */
export interface Subtitle {
  from: number;
  to: number;
  /** Plain words, a line each. */
  lines: string[];
}

const mostSubtitles = 3000;
const time = String.raw`(?:(\d{1,3}):)?([0-5]?\d):([0-5]?\d)[.,](\d{1,3})`;
/** WebVTT may have settings after it, which say where on the picture; players of ours know better. */
const timing = new RegExp(String.raw`^\s*${time}\s*-->\s*${time}(?:\s.*)?$`);
/** Of WebVTT: its header, and what is not shown. */
const notShown = /^(WEBVTT|NOTE|STYLE|REGION)(\s|$)/;

/**
 * Reads WebVTT (https://www.w3.org/TR/webvtt1/) and SRT, which differ in little: SRT numbers its subtitles and writes
 * a comma before the milliseconds. Colours, fonts and positions are dropped.
 * @throws {Fault} `bad-request` with `details.reason` and, where there is one, `details.line`
 */
export function readSubtitles(text: string): Subtitle[] {
  const all: Subtitle[] = [];
  for (const { line, lines } of blocksOf(text)) {
    if (notShown.test(lines[0] ?? '')) continue;
    // A number or a name may stand before.
    const at = lines.findIndex((one) => one.includes('-->'));
    if (at < 0 || at > 1) throw broken('no-time', line);
    const times = timing.exec(lines[at] ?? '');
    if (!times) throw broken('bad-time', line + at);
    const subtitle = {
      from: milliseconds(times, 1),
      to: milliseconds(times, 5),
      lines: words(lines.slice(at + 1)),
    };
    if (subtitle.to <= subtitle.from) throw broken('ends-before-it-starts', line + at);
    if (subtitle.lines.length > 0) all.push(subtitle);
  }
  if (all.length === 0) throw broken('empty');
  if (all.length > mostSubtitles) throw broken('too-many');
  return all.toSorted((a, b) => a.from - b.from);
}

export function toWebVtt(subtitles: readonly Subtitle[]): string {
  const blocks = subtitles.map(
    ({ from, to, lines }) => `${moment(from)} --> ${moment(to)}\n${lines.map(escape).join('\n')}\n`,
  );
  return ['WEBVTT\n', ...blocks].join('\n');
}

/** As they are within a part of the recording, in seconds. */
export function within(
  subtitles: readonly Subtitle[],
  { from, to }: { from: number; to: number },
): Subtitle[] {
  const [start, end] = [from * 1000, to * 1000];
  return subtitles
    .filter((one) => one.to > start && one.from < end)
    .map((one) => ({
      ...one,
      from: Math.max(one.from, start) - start,
      to: Math.min(one.to, end) - start,
    }));
}

/** @param line where each begins, from 1 */
function blocksOf(text: string): { line: number; lines: string[] }[] {
  const blocks: { line: number; lines: string[] }[] = [];
  let open: string[] | null = null;
  const lines = text
    .replace(/^\ufeff/, '')
    .replace(/\r\n?/g, '\n')
    .split('\n');
  lines.forEach((line, index) => {
    if (line.trim() === '') open = null;
    else if (open) open.push(line);
    else blocks.push({ line: index + 1, lines: (open = [line]) });
  });
  return blocks;
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', nbsp: ' ', lrm: '', rlm: '' };

/** Without the tags of WebVTT and SRT, and without what no screen shows. */
function words(lines: string[]): string[] {
  return lines
    .map((line) =>
      line
        .replace(/<[^<>]*>/g, '')
        .replace(/\{\\[^{}]*\}/g, '')
        .replace(/&(\w+);/g, (whole, name: string) => entities[name] ?? whole),
    )
    .map(cleanText)
    .filter(Boolean);
}

const escape = (line: string) =>
  line.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

function milliseconds(match: RegExpExecArray, group: number): number {
  const [hours, minutes, seconds] = [0, 1, 2].map((index) => Number(match[group + index] ?? 0));
  const fraction = Number((match[group + 3] ?? '').padEnd(3, '0'));
  return (((hours ?? 0) * 60 + (minutes ?? 0)) * 60 + (seconds ?? 0)) * 1000 + fraction;
}

function moment(exactMs: number): string {
  const ms = Math.round(exactMs);
  const two = (count: number) => String(Math.floor(count)).padStart(2, '0');
  const rest = String(ms % 1000).padStart(3, '0');
  return `${two(ms / 3_600_000)}:${two((ms / 60_000) % 60)}:${two((ms / 1000) % 60)}.${rest}`;
}

function broken(reason: string, line?: number): Fault {
  return new Fault(
    'bad-request',
    `these subtitles cannot be read: ${reason}${line ? ` in line ${line}` : ''}`,
    {
      field: 'text',
      reason,
      line,
    },
  );
}
