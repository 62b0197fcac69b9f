import type { TrackKind } from '@manyhalls/contracts';

/** Why there is no camera or microphone, as far as a person at the hall can do something about it. */
export type CaptureTrouble = 'denied' | 'in-use' | 'not-found' | 'unplugged' | 'insecure' | 'failed';

export interface CaptureProblem {
  kind: TrackKind;
  trouble: CaptureTrouble;
}

/**
 * What a refusal of getUserMedia means.
 * @see https://www.w3.org/TR/mediacapture-streams/#dom-mediadevices-getusermedia
 */
export function troubleOf(error: unknown): CaptureTrouble {
  switch (error instanceof Error ? error.name : '') {
    case 'NotAllowedError':
    case 'SecurityError':
      return 'denied';
    // Chromium says so when another program holds the camera; Firefox also when the system forbids it.
    case 'NotReadableError':
    case 'AbortError':
      return 'in-use';
    // `OverconstrainedError`: the chosen device is not there any more.
    case 'NotFoundError':
    case 'OverconstrainedError':
      return 'not-found';
    default:
      return 'failed';
  }
}

/** Whose settings the person has to look for. */
export function browserFamily(userAgent: string): 'chromium' | 'firefox' | 'safari' {
  if (/Firefox\//.test(userAgent)) return 'firefox';
  return /Safari\//.test(userAgent) && !/Chrom(e|ium)\//.test(userAgent) ? 'safari' : 'chromium';
}
