import type { LiveSession } from '../live/live-session';

type Reader = Pick<LiveSession, 'file'>;

/** Files of sessions, of one kind. Whoever uses the same one shares it, so what is there already is there at once. */
export class SessionFiles<Made> {
  private readonly known = new WeakMap<Reader, Map<string, SessionFile<Made>>>();

  constructor(
    readonly make: (response: Response) => Promise<Made>,
    readonly discard: (made: Made) => void = () => undefined,
  ) {}

  of(live: Reader, path: string): SessionFile<Made> {
    const files = this.known.get(live) ?? new Map<string, SessionFile<Made>>();
    this.known.set(live, files);
    const file = files.get(path) ?? new SessionFile(live, path, this);
    files.set(path, file);
    return file;
  }
}

/** A file made into something usable; it is kept for as long as somebody uses it. */
export class SessionFile<Made> {
  private made: Made | null = null;
  private reading: AbortController | null = null;
  private readonly users = new Set<() => void>();

  constructor(
    private readonly live: Reader,
    private readonly path: string,
    private readonly kind: Pick<SessionFiles<Made>, 'make' | 'discard'>,
  ) {}

  /** `null` until it is there, and where it cannot be had. */
  readonly present = (): Made | null => this.made;

  /** @param tell called when it is there @returns what ends the use */
  readonly use = (tell: () => void): (() => void) => {
    this.users.add(tell);
    // What could not be had before may be had by now.
    if (this.made === null && !this.reading) void this.read();
    return () => {
      this.users.delete(tell);
      // A page that hands it on from one place to another lets go of it before it takes it.
      queueMicrotask(() => this.users.size === 0 && this.drop());
    };
  };

  private async read(): Promise<void> {
    const reading = new AbortController();
    this.reading = reading;
    try {
      const made = await this.kind.make(await this.live.file(this.path, reading.signal));
      if (reading.signal.aborted) return this.kind.discard(made);
      this.made = made;
      for (const tell of this.users) tell();
    } catch {
      // Whatever stands there without it stays.
    } finally {
      if (this.reading === reading) this.reading = null;
    }
  }

  private drop(): void {
    this.reading?.abort();
    this.reading = null;
    if (this.made !== null) this.kind.discard(this.made);
    this.made = null;
  }
}
