import { create } from 'zustand';

const storageKey = 'manyhalls.volume';

interface Sound {
  /** 0 to 1. */
  volume: number;
  muted: boolean;
  /** The browser holds sound back until the person touches the page. */
  blocked: boolean;
}

const stored = Number(localStorage.getItem(storageKey) ?? '1');

/** How loud this device plays what it receives. */
export const useSound = create<Sound>(() => ({
  volume: stored >= 0 && stored <= 1 ? stored : 1,
  muted: false,
  blocked: false,
}));

const players = new Set<HTMLAudioElement>();

function play(player: HTMLAudioElement): void {
  player.play().catch((error: unknown) => {
    // `AbortError` only says that the next track came before this one had begun.
    if (error instanceof DOMException && error.name === 'NotAllowedError')
      useSound.setState({ blocked: true });
  });
}

function apply(player: HTMLAudioElement): void {
  const { volume, muted } = useSound.getState();
  player.volume = volume;
  player.muted = muted;
}

useSound.subscribe(() => players.forEach(apply));

/**
 * Plays a track until the returned function is called.
 * @param silent without being heard: a track that is not played is not decoded, and has no level
 */
export function playSound(track: MediaStreamTrack, silent = false): () => void {
  const player = new Audio();
  player.srcObject = new MediaStream([track]);
  if (silent) player.muted = true;
  else {
    players.add(player);
    apply(player);
  }
  play(player);
  return () => {
    players.delete(player);
    player.pause();
    player.srcObject = null;
  };
}

export function setVolume(volume: number): void {
  localStorage.setItem(storageKey, String(volume));
  useSound.setState({ volume, muted: volume === 0 });
}

export function setMuted(muted: boolean): void {
  useSound.setState(({ volume }) => ({ muted, volume: muted || volume > 0 ? volume : 1 }));
}

/** To be called in the handler of a click or key: only then may a browser that held sound back begin to play it. */
export function turnOnSound(): void {
  useSound.setState({ blocked: false, muted: false });
  players.forEach(play);
}
