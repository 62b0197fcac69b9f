/** Lines of subtitles and when they are to be seen, in seconds. */
export interface SubtitleCue {
  from: number;
  to: number;
  /** Line breaks as the author set them; without any mark-up. */
  text: string;
}

/** Reads WebVTT as the browser does. A track is only read while it is part of a player, which nobody sees. */
export function readCues(vtt: string): Promise<SubtitleCue[]> {
  const address = URL.createObjectURL(new Blob([vtt], { type: 'text/vtt' }));
  const element = document.createElement('track');
  const player = document.createElement('video');
  player.append(element);
  return new Promise<SubtitleCue[]>((resolve, reject) => {
    element.addEventListener('load', () => resolve([...(element.track.cues ?? [])].map(toCue)));
    element.addEventListener('error', () => reject(new Error('these subtitles cannot be read')));
    element.track.mode = 'hidden';
    element.src = address;
  }).finally(() => URL.revokeObjectURL(address));
}

export function linesAt(cues: readonly SubtitleCue[], seconds: number): string[] {
  return cues.filter(({ from, to }) => from <= seconds && seconds < to).map(({ text }) => text);
}

function toCue(cue: TextTrackCue): SubtitleCue {
  const text = cue instanceof VTTCue ? (cue.getCueAsHTML().textContent ?? '') : '';
  return { from: cue.startTime, to: cue.endTime, text };
}
