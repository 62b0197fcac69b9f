import { Fault } from '@manyhalls/contracts/wire/fault';
import { useEffect, useRef, useState } from 'react';
import { DetailedError, Upload, type HttpRequest, type HttpResponse } from 'tus-js-client';
import { asFault } from '../../api/faults';

/** Bytes in one request. Small enough to pass on a slow line before servers and proxies lose patience. */
const chunkSize = 8 * 1024 * 1024;
/** A cut is waited out for hours, asking again every few seconds. */
const retryDelays = [0, 1000, 3000, ...Array<number>(4000).fill(5000)];

export interface Sending {
  phase: 'sending' | 'paused' | 'waiting';
  name: string;
  sent: number;
  total: number;
  /** Bytes a millisecond, since it began or went on; 0 while that is not known. */
  speed: number;
}

export interface UploadControls {
  sending: Sending | null;
  /** Why the last one ended. */
  fault: Fault | null;
  start: (file: File) => Promise<void>;
  pause: () => void;
  resume: () => void;
  /** Gives the upload up; what has arrived is thrown away. */
  giveUp: () => Promise<void>;
}

/**
 * Sends a file in pieces, and goes on where it stopped: after a cut, after a pause, and after the page was loaded
 * again and the same file chosen.
 * @param unfinished the upload that the server has a part of
 */
export function useUpload(greetingId: string, unfinished: string | null, onSent: () => void): UploadControls {
  const upload = useRef<Upload | null>(null);
  const [sending, setSending] = useState<Sending | null>(null);
  const [fault, setFault] = useState<Fault | null>(null);
  const mark = useRef({ at: 0, sent: 0 });

  useEffect(() => () => void upload.current?.abort(), []);

  const end = (why: Fault | null) => {
    upload.current = null;
    setSending(null);
    setFault(why);
  };
  const go = (task: Upload) => {
    mark.current = { at: 0, sent: 0 };
    task.start();
  };

  const start = async (file: File) => {
    await upload.current?.abort();
    setFault(null);
    setSending({ phase: 'sending', name: file.name, sent: 0, total: file.size, speed: 0 });
    const change = (part: Partial<Sending>) => setSending((before) => before && { ...before, ...part });
    const task = new Upload(file, {
      endpoint: `/api/greetings/${greetingId}/uploads`,
      metadata: { filename: file.name },
      chunkSize,
      retryDelays,
      removeFingerprintOnSuccess: true,
      onProgress: (sent) => {
        const now = performance.now();
        if (mark.current.at === 0) mark.current = { at: now, sent };
        const { at, sent: from } = mark.current;
        change({ phase: 'sending', sent, speed: now > at ? (sent - from) / (now - at) : 0 });
      },
      onAfterResponse: demandWell,
      onShouldRetry: (error) => {
        if (faultOf(error)) return false;
        mark.current = { at: 0, sent: 0 };
        change({ phase: 'waiting' });
        return true;
      },
      onSuccess: () => {
        end(null);
        onSent();
      },
      onError: (error) => {
        end(faultOf(error) ?? new Fault('unavailable', error.message));
        onSent();
      },
    });
    upload.current = task;
    const earlier = await task.findPreviousUploads();
    const same = earlier.find(({ uploadUrl }) => unfinished && uploadUrl?.endsWith(unfinished));
    if (same) task.resumeFromPreviousUpload(same);
    go(task);
  };

  return {
    sending,
    fault,
    start,
    pause: () => {
      void upload.current?.abort();
      setSending((before) => before && { ...before, phase: 'paused' });
    },
    resume: () => {
      if (!upload.current) return;
      setSending((before) => before && { ...before, phase: 'sending' });
      go(upload.current);
    },
    giveUp: async () => {
      const task = upload.current;
      end(null);
      await task?.abort(true).catch(() => {});
      onSent();
    },
  };
}

/** What a refusal means where it has no body: the answer to a question about an upload has none. */
const meanings: Record<number, 'not-signed-in' | 'conflict' | 'not-found'> = {
  401: 'not-signed-in',
  409: 'conflict',
};

/** https://www.rfc-editor.org/rfc/rfc4918#section-11.5 */
const noRoom = 507;

/** @throws {Fault} when trying again does not mend it */
function demandWell(request: HttpRequest, response: HttpResponse): void {
  const status = response.getStatus();
  if (status < 400 || (status >= 500 && status !== noRoom)) return;
  if (status === 413) throw new Fault('bad-request', 'the file is too large', { field: 'size' });
  const body = response.getBody();
  if (body.startsWith('{')) {
    const { error } = JSON.parse(body) as { error: Parameters<typeof Fault.fromWire>[0] };
    throw Fault.fromWire(error);
  }
  const code = meanings[status];
  // A 409 with tus's own words is a wrong offset: asking for the right one mends it.
  if (code && request.getMethod() === 'HEAD') throw new Fault(code, `status ${status}`);
}

/** The refusal behind an error; `null`: the line was cut, or the server is away. */
function faultOf(error: Error): Fault | null {
  const cause = error instanceof DetailedError ? error.causingError : error;
  return cause instanceof Fault ? asFault(cause) : null;
}
