// @ts-check
// All words of the set-up go through here, so that they look alike: one line per
// step, rewritten in place on a terminal, and only now and then in a log file.
// Standard output stays free for what a command is asked for, such as JSON.

const LOG_EVERY_MS = 15_000;
const terminal = process.stderr.isTTY === true;

/** @param {string} text */
export function say(text) {
  process.stderr.write(`${text}\n`);
}

/** @param {string} text */
export function warn(text) {
  say(`Warning: ${text}`);
}

/** @param {number} since a value of Date.now() */
function elapsed(since) {
  const seconds = Math.round((Date.now() - since) / 1000);
  return seconds < 90 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

/**
 * Announces a step that takes a while.
 *
 * @param {string} title
 */
export function startStep(title) {
  const started = Date.now();
  let lastShown = started;
  let cut = false;
  /** @param {string} line */
  const rewrite = (line) => {
    const width = process.stderr.columns || 80;
    process.stderr.write(`\r\u001b[2K${line.slice(0, width - 1)}`);
    cut = true;
  };
  if (terminal) rewrite(`${title} …`);
  else say(`${title} …`);

  return {
    /** @param {string} detail for example "41 of 118 files" */
    progress(detail) {
      if (terminal) return rewrite(`${title} … ${detail}`);
      if (Date.now() - lastShown < LOG_EVERY_MS) return;
      lastShown = Date.now();
      say(`  … ${detail}`);
    },
    done(outcome = 'done') {
      const end = `${outcome} (${elapsed(started)})`;
      if (terminal) process.stderr.write(`\r\u001b[2K${title} … ${end}\n`);
      else say(`  ${end}`);
    },
    /** Leaves the line as it is, so that an error message starts on its own. */
    abandon() {
      if (cut) process.stderr.write('\n');
    },
  };
}

/**
 * Runs the work as an announced step.
 *
 * @template T
 * @param {string} title
 * @param {(progress: (detail: string) => void) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function step(title, work) {
  const shown = startStep(title);
  try {
    const result = await work(shown.progress);
    shown.done();
    return result;
  } catch (error) {
    shown.abandon();
    throw error;
  }
}
