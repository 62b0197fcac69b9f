import { create } from 'zustand';

/** `alone`: nothing else is to be seen, for a monitor at the speaker's feet. */
export const countdowns = ['off', 'corner', 'alone'] as const;
export type Countdown = (typeof countdowns)[number];

const storageKey = 'manyhalls.projector';
const stored = localStorage.getItem(storageKey);

/** What the hall wants on its screen, kept on this device: after a power cut it is as it was. */
export const useProjectorSettings = create<{ countdown: Countdown }>(() => ({
  countdown: countdowns.find((one) => one === stored) ?? 'off',
}));

export function chooseCountdown(countdown: Countdown): void {
  localStorage.setItem(storageKey, countdown);
  useProjectorSettings.setState({ countdown });
}

export function nextCountdown(): void {
  const { countdown } = useProjectorSettings.getState();
  chooseCountdown(countdowns[(countdowns.indexOf(countdown) + 1) % countdowns.length] ?? 'off');
}
