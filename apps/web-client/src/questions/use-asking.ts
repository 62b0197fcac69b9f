import type { Fault } from '@manyhalls/contracts/wire/fault';
import { useSessionStorage } from '@mantine/hooks';
import { useState } from 'react';
import type { Language } from '@manyhalls/contracts';
import { asFault } from '../api/faults';
import { newId } from '../api/new-id';

export interface Draft {
  /** Made with the first attempt to send it: a retry is stored once. */
  id: string | null;
  text: string;
  /** `null`: the reader's own. */
  language: Language | null;
  anonymous: boolean;
  place: string;
}

export type SentDraft = Draft & { id: string };

const empty: Draft = { id: null, text: '', language: null, anonymous: false, place: '' };

/**
 * A question being written: it outlives a reload, another tab of the rail, and a connection that was cut.
 * @param key what it is a draft of
 */
export function useAsking(key: string, send: (draft: SentDraft) => Promise<void>) {
  const [draft, setDraft] = useSessionStorage<Draft>({
    key: `manyhalls.draft.${key}`,
    defaultValue: empty,
    getInitialValueInEffect: false,
  });
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<Fault | null>(null);

  const submit = async () => {
    const id = draft.id ?? newId();
    setDraft({ ...draft, id });
    setBusy(true);
    setFault(null);
    try {
      await send({ ...draft, id, text: draft.text.trim() });
      setDraft({ ...empty, language: draft.language, place: draft.place });
      return true;
    } catch (error) {
      setFault(asFault(error));
      return false;
    } finally {
      setBusy(false);
    }
  };
  return {
    draft,
    /** Other words are another question. */
    change: (change: Partial<Draft>) => setDraft((before) => ({ ...before, ...change, id: null })),
    busy,
    fault,
    submit,
  };
}
