import { cleanup } from 'node-datachannel';
import { Publisher } from '../../bench/lib/rtc/publisher';
import { Viewer } from '../../bench/lib/rtc/viewer';

/** Ending the library's threads crashes when one of its connections was garbage-collected before. */
const kept: (Publisher | Viewer)[] = [];

export function keep<End extends Publisher | Viewer>(end: End): End {
  kept.push(end);
  return end;
}

/** Ends the threads behind all senders and receivers, which would keep this process alive. */
export function endWebRtc(): void {
  for (const end of kept) end.close();
  cleanup();
}
