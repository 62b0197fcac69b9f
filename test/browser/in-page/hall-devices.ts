/// <reference lib="dom" />

export interface HallDevice {
  /** Hertz; what this hall's microphone hears. */
  tone: number;
  /** Hertz; what its second microphone hears. */
  otherTone: number;
  /** What stands in its picture. */
  name: string;
}

/**
 * Runs in a page before its own scripts: the hall gets a camera that shows a running figure at 360p and 15 pictures a
 * second, and a microphone that hears a tone of its own. Chromium's fake devices are the same for everybody.
 */
export function installHallDevices({ tone, otherTone, name }: HallDevice): void {
  // Also runs in documents that have no devices, such as about:blank.
  if (!navigator.mediaDevices) return;

  const picture = (name: string) => {
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [640, 360];
    const paint = canvas.getContext('2d') as CanvasRenderingContext2D;
    let count = 0;
    setInterval(() => {
      count += 1;
      paint.fillStyle = `hsl(${tone % 360} 45% 28%)`;
      paint.fillRect(0, 0, 640, 360);
      paint.fillStyle = '#fff';
      paint.font = '64px sans-serif';
      paint.fillText(name, 40, 110);
      paint.fillText(String(count), 40, 220);
      paint.fillRect((count * 16) % 640, 300, 80, 30);
    }, 1000 / 15);
    return canvas.captureStream(15).getVideoTracks();
  };
  const sound = (frequency: number) => {
    const context = new AudioContext();
    const oscillator = new OscillatorNode(context, { frequency });
    const microphone = context.createMediaStreamDestination();
    oscillator.connect(new GainNode(context, { gain: 0.3 })).connect(microphone);
    oscillator.start();
    return microphone.stream.getAudioTracks();
  };
  navigator.mediaDevices.getDisplayMedia = async () => new MediaStream(picture(`slides of ${name}`));
  const microphones = ['First microphone', 'Second microphone'].map((label) => ({
    ...{ deviceId: label, groupId: label, kind: 'audioinput' as const, label },
    toJSON: () => label,
  }));
  const listen = (wanted: MediaTrackConstraints | boolean) => {
    const second = JSON.stringify(wanted).includes('Second microphone');
    const [track] = sound(second ? otherTone : tone) as [MediaStreamTrack];
    track.getSettings = () => ({ deviceId: microphones[second ? 1 : 0]?.deviceId });
    return track;
  };

  navigator.mediaDevices.enumerateDevices = async () => microphones;
  navigator.mediaDevices.getUserMedia = async ({ audio, video } = {}) =>
    new MediaStream([...(video ? picture(name) : []), ...(audio ? [listen(audio)] : [])]);
}
