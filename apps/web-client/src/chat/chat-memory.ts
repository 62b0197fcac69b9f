const key = (kind: string, place: string) => `manyhalls.chat-${kind}.${place}`;

/** What a tab keeps of its chats over a reload: how far was read, and what was being written. `place` names a channel. */
export const chatMemory = {
  readSeen: (place: string): number | null => {
    const stored = sessionStorage.getItem(key('seen', place));
    return stored === null ? null : Number(stored);
  },
  writeSeen: (place: string, number: number): void =>
    sessionStorage.setItem(key('seen', place), String(number)),
  readDraft: (place: string): string => sessionStorage.getItem(key('draft', place)) ?? '',
  writeDraft: (place: string, text: string): void => {
    if (text) sessionStorage.setItem(key('draft', place), text);
    else sessionStorage.removeItem(key('draft', place));
  },
};

export type ChatMemory = typeof chatMemory;
