import { createStore } from 'zustand/vanilla';
import type { MicrophonePlace, TrackKind } from '@manyhalls/contracts';
import { cameraConstraints, microphoneConstraints } from '../media/encodings';
import { troubleOf, type CaptureProblem } from './capture-problem';

/** Which devices a host chose; an empty id is the browser's own choice. */
export interface CaptureChoice {
  camera: string;
  microphone: string;
  place: MicrophonePlace;
}

interface CaptureState {
  choice: CaptureChoice;
  tracks: Partial<Record<TrackKind, MediaStreamTrack>>;
  problems: readonly CaptureProblem[];
  /** Named only after the person has allowed one of them. */
  devices: readonly MediaDeviceInfo[];
  /** The browser is asking the person, or opening a device. */
  opening: boolean;
}

const kinds: readonly TrackKind[] = ['video', 'audio'];

/** This device's camera and microphone. A hall without one of them can still send the other. */
export class Capture {
  readonly store = createStore<CaptureState>(() => ({
    choice: { camera: '', microphone: '', place: 'in-the-room' },
    tracks: {},
    problems: [],
    devices: [],
    opening: false,
  }));

  /** Follows devices that are plugged in and out. @returns what stops it and switches everything off */
  watch(): () => void {
    const list = () => void this.list();
    navigator.mediaDevices?.addEventListener('devicechange', list);
    return () => {
      navigator.mediaDevices?.removeEventListener('devicechange', list);
      this.close();
    };
  }

  /** Opens both devices, asking the person if need be. What cannot be opened is told in `problems`. */
  async open(choice: Partial<CaptureChoice> = {}): Promise<void> {
    this.close();
    this.store.setState((state) => ({ choice: { ...state.choice, ...choice }, opening: true, problems: [] }));
    if (!navigator.mediaDevices) {
      const problems = kinds.map((kind): CaptureProblem => ({ kind, trouble: 'insecure' }));
      return this.store.setState({ problems, opening: false });
    }
    try {
      // Both at once: one question to the person instead of two.
      const stream = await navigator.mediaDevices.getUserMedia(this.constraints(...kinds));
      for (const track of stream.getTracks()) this.keep(track);
    } catch {
      for (const kind of kinds) await this.reopen(kind);
    }
    this.store.setState({ opening: false });
    await this.list();
  }

  /** Changes the choice and opens what it concerns. @returns the new track, or the old one if that fails */
  async change(choice: Partial<CaptureChoice>): Promise<Partial<Record<TrackKind, MediaStreamTrack>>> {
    this.store.setState((state) => ({ choice: { ...state.choice, ...choice } }));
    const changed = kinds.filter((kind) =>
      kind === 'video' ? 'camera' in choice : 'microphone' in choice || 'place' in choice,
    );
    for (const kind of changed) await this.reopen(kind);
    const { tracks } = this.store.getState();
    return Object.fromEntries(changed.flatMap((kind) => (tracks[kind] ? [[kind, tracks[kind]]] : [])));
  }

  close(): void {
    for (const track of Object.values(this.store.getState().tracks)) track.stop();
    this.store.setState({ tracks: {} });
  }

  private async reopen(kind: TrackKind): Promise<void> {
    const before = this.store.getState().tracks[kind];
    try {
      const stream = await navigator.mediaDevices.getUserMedia(this.constraints(kind));
      for (const track of stream.getTracks()) this.keep(track);
      // Only now, so that a device that cannot be opened does not take the picture off the air.
      before?.stop();
    } catch (error) {
      this.complain(kind, troubleOf(error));
    }
  }

  private constraints(...wanted: readonly TrackKind[]): MediaStreamConstraints {
    const { camera, microphone, place } = this.store.getState().choice;
    const exact = (id: string) => (id ? { deviceId: { exact: id } } : {});
    return {
      ...(wanted.includes('video') && { video: { ...cameraConstraints, ...exact(camera) } }),
      ...(wanted.includes('audio') && { audio: { ...microphoneConstraints(place), ...exact(microphone) } }),
    };
  }

  private keep(track: MediaStreamTrack): void {
    const kind: TrackKind = track.kind === 'video' ? 'video' : 'audio';
    const { deviceId } = track.getSettings();
    track.addEventListener('ended', () => {
      // `stop()` does not fire this: the device itself went away.
      if (this.store.getState().tracks[kind] === track) this.complain(kind, 'unplugged');
    });
    this.store.setState(({ tracks, problems, choice }) => ({
      tracks: { ...tracks, [kind]: track },
      problems: problems.filter((problem) => problem.kind !== kind),
      // Which one the browser chose by itself.
      choice: { ...choice, ...(deviceId && { [kind === 'video' ? 'camera' : 'microphone']: deviceId }) },
    }));
  }

  private complain(kind: TrackKind, trouble: CaptureProblem['trouble']): void {
    this.store.setState(({ problems }) => ({
      problems: [...problems.filter((problem) => problem.kind !== kind), { kind, trouble }],
    }));
  }

  private async list(): Promise<void> {
    this.store.setState({ devices: await navigator.mediaDevices.enumerateDevices() });
  }
}
