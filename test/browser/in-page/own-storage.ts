/// <reference lib="dom" />

declare global {
  interface Window {
    storages?: Record<string, Map<string, string>>;
  }
}

/**
 * Runs in a page before its own scripts: every frame gets a local and a session storage of its own, kept in the top
 * window, as if each frame were a device of its own. So several people fit into one page.
 */
export function installOwnStorage(): void {
  if (window === window.top || !window.top) return;
  const all = (window.top.storages ??= {});
  for (const kind of ['localStorage', 'sessionStorage'] as const) {
    const kept = (all[`${window.name} ${kind}`] ??= new Map<string, string>());
    Object.defineProperty(window, kind, {
      value: {
        getItem: (key: string) => kept.get(key) ?? null,
        setItem: (key: string, value: string) => void kept.set(key, String(value)),
        removeItem: (key: string) => void kept.delete(key),
      },
    });
  }
}
