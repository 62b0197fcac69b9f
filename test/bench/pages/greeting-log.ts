/// <reference lib="dom" />

declare global {
  interface Window {
    /** Everything said beneath a greeting, and every slate in its place, in that order. */
    greetingLog: ShownWords[];
  }
}

export interface ShownWords {
  /** The subtitle; `null`: the slate. */
  subtitle: string | null;
  /** When it was about to be painted, on the clock of all processes of this machine. */
  shownAt: number;
}

/** Runs in a page before its own scripts. */
export function installGreetingLog(): void {
  window.greetingLog = [];
  let before: string | null | undefined;
  const look = () => {
    const slate = document.querySelector('[data-greeting-slate]');
    const subtitle = slate ? null : document.querySelector('[data-subtitles]')?.textContent;
    if (subtitle === before) return;
    before = subtitle;
    if (subtitle !== undefined)
      requestAnimationFrame(() => window.greetingLog.push({ subtitle, shownAt: Date.now() }));
  };
  new MutationObserver(look).observe(document, { childList: true, subtree: true, characterData: true });
}
