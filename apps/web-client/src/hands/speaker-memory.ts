const key = 'manyhalls.speaker';

/** For which turn the person agreed in this tab to be seen and heard: after a reload it goes on by itself. */
export const speakerMemory = {
  read: (): string | null => sessionStorage.getItem(key),
  write: (handId: string): void => sessionStorage.setItem(key, handId),
  forget: (): void => sessionStorage.removeItem(key),
};
