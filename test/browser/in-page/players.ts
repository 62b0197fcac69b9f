/// <reference lib="dom" />

declare global {
  interface Window {
    /** Every player of sound the page has made. */
    players: HTMLAudioElement[];
  }
}

/** What the page says in its console when the browser does not let it play. */
export const heldBack = 'sound held back';

/**
 * Runs in a page before its own scripts. It says in the console what happens, because whatever a test evaluates in a
 * page counts as a touch, after which browsers hold nothing back any more.
 */
export function installPlayerWatch(words: string): void {
  window.players = [];
  window.Audio = class extends Audio {
    constructor(source?: string) {
      super(source);
      window.players.push(this);
    }
    override async play(): Promise<void> {
      try {
        await super.play();
      } catch (error) {
        if (error instanceof DOMException && error.name === 'NotAllowedError') console.info(words);
        throw error;
      }
    }
  };
}

/** How many players play, and how many the browser holds back. */
export function playing(): { playing: number; held: number } {
  const inUse = window.players.filter(({ srcObject }) => srcObject !== null);
  const going = inUse.filter(({ paused }) => !paused);
  return { playing: going.length, held: inUse.length - going.length };
}
