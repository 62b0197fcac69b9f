import type { GreetingDto } from '@manyhalls/contracts';
import type { Fault } from '@manyhalls/contracts/wire/fault';
import { useState } from 'react';
import { asFault } from '../../api/faults';
import { presentGreeting } from './use-library-words';

/** Something that is being asked of the server: one at a time, and what became of it. */
export function useDeed(onChange: (greeting: GreetingDto) => void) {
  const [running, setRunning] = useState<string | null>(null);
  const [fault, setFault] = useState<Fault | null>(null);
  const run = async (name: string, deed: () => Promise<GreetingDto>): Promise<boolean> => {
    setRunning(name);
    setFault(null);
    try {
      onChange(await deed());
      return true;
    } catch (error) {
      const refusal = asFault(error);
      const present = presentGreeting(refusal);
      if (present) onChange(present);
      setFault(refusal);
      return false;
    } finally {
      setRunning(null);
    }
  };
  return { running, fault, run };
}
