/// <reference lib="dom" />

declare global {
  interface Window {
    /** What ran, or was kept from running by the page's policy, that nobody of ours wrote. */
    __xss: string[];
  }
}

/** Runs in a page before its own scripts. Hostile text calls `__xss.push`, which a page that only shows text never does. */
export function installTraps(): void {
  window.__xss = [];
  addEventListener('securitypolicyviolation', ({ violatedDirective, sourceFile, sample }) =>
    window.__xss.push(`${violatedDirective} ${sourceFile} ${sample}`),
  );
}
