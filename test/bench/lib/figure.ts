export interface Figure {
  metric: string;
  value: number;
  unit: string;
  /** The same figure of what we compare with, measured in the same run. */
  baseline: number | null;
  /** What `value` must not exceed; `null`: a figure without a promise. */
  target: number | null;
  /** Where the promise is not simply "value ≤ target". */
  ok?: boolean;
}

/** A figure as it is printed. */
export interface Line {
  bench: string;
  metric: string;
  value: number;
  unit: string;
  baseline: number | null;
  /** value / baseline */
  ratio: number | null;
  target: number | null;
  ok: boolean;
}

/** @throws {RangeError} for a value that is no number: a bench that measured nothing is broken, not slow. */
export function lineOf(bench: string, figure: Figure): Line {
  const { metric, value, unit, baseline, target } = figure;
  for (const number of [value, baseline ?? 0]) {
    if (!Number.isFinite(number)) throw new RangeError(`${metric} came out as ${number}`);
  }
  return {
    bench,
    metric,
    value: rounded(value),
    unit,
    baseline: baseline === null ? null : rounded(baseline),
    ratio: baseline === null || baseline === 0 ? null : rounded(value / baseline),
    target: target === null ? null : rounded(target),
    ok: target === null || (figure.ok ?? value <= target),
  };
}

/** Four significant digits: more than any of these figures deserves. */
const rounded = (value: number) => Number(value.toPrecision(4));
