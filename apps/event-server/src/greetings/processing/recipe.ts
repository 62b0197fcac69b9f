import type { Survey } from './survey';
import type { Trim } from '../greeting';
import { levelling } from './loudness';

/** What is made of a greeting: two renditions of the same frames and the same sound. */
export interface Recipe {
  /** Frames a second, and from keyframe to keyframe. */
  rate: number;
  /** The first frame that is kept, and the first that is not, counted in the whole original. */
  frames: { from: number; to: number };
  /** Of the sound, in decibels. */
  gain: number;
  large: Rendition;
  small: Rendition;
}

interface Rendition {
  file: string;
  width: number;
  height: number;
  /** Bits a second of the picture. */
  bitrate: number;
}

const small = { file: 'small.webm', width: 640, height: 360, bitrate: 500_000 };
const large = { file: 'large.webm', width: 1280, height: 720, bitrate: 2_000_000 };
/** For what was recorded in no more than the small size: there is nothing to be seen in a larger one. */
const largeOfSmall = { ...small, file: large.file, bitrate: 1_000_000 };
const soundBitrate = 96_000;
/**
 * How large a keyframe is to be at most, in hundredths of the average picture. The first one of a grainy film would have
 * 470 kB, and has 80 so. It is sent at once, and must find room in the receive buffer of a machine that has Linux's own
 * limits (`net.core.rmem_max`), or it is not seen at all.
 */
const maxKeyframe = 450;

export function recipeFor(survey: Survey, trim: Trim | null, gain: number): Recipe {
  const rate = nearestRate(survey.rate);
  const frame = (seconds: number) => Math.round(seconds * rate);
  const last = frame(survey.seconds);
  const to = Math.min(last, trim ? frame(trim.to) : last);
  const [shorter, longer] = [survey.width, survey.height].sort((one, other) => one - other) as [
    number,
    number,
  ];
  const needsLarge = shorter > small.height || longer > small.width;
  return {
    rate,
    frames: { from: trim ? frame(trim.from) : 0, to },
    gain,
    large: needsLarge ? large : largeOfSmall,
    small,
  };
}

/** Film and European television are nearest to 25, or twice that; everything else becomes 30. */
function nearestRate(rate: number): 25 | 30 {
  return (rate > 20 && rate < 26) || (rate > 46 && rate < 52) ? 25 : 30;
}

export function renditionArguments(survey: Survey, { rate, frames, gain, large, small }: Recipe): string[] {
  const { seconds, videoSeconds } = survey;
  const { from, to } = frames;
  const picture = [
    '[0:V:0]bwdif=deint=interlaced',
    `fps=${rate}:start_time=0`,
    // Where the sound is longer, the last picture stays.
    `tpad=stop_mode=clone:stop_duration=${Math.max(0, seconds - videoSeconds) + 1 / rate}`,
    `trim=start_frame=${from}:end_frame=${to}`,
    'setpts=PTS-STARTPTS',
    'split[to-large][to-small]',
  ];
  const sound = [
    '[0:a:0]aresample=48000:async=1:first_pts=0',
    'aformat=channel_layouts=stereo',
    `apad=whole_dur=${to / rate}`,
    `atrim=start=${from / rate}:end=${to / rate}`,
    'asetpts=PTS-STARTPTS',
    levelling(gain),
    'aresample=48000',
    'asplit[large-sound][small-sound]',
  ];
  return [
    '-filter_complex',
    [picture.join(), letterbox('large', large), letterbox('small', small), sound.join()].join(';'),
    ...[...output('large', large, rate, to - from), ...output('small', small, rate, to - from)],
    ...['-progress', 'pipe:1', '-stats_period', '0.5'],
  ];
}

/** Any shape of picture, of any shape of pixel, into 16:9. VP8 knows one matrix of colours only. */
function letterbox(name: string, { width, height }: Rendition): string {
  const fitted = [
    `w='max(2,2*trunc(min(${width},${height}*dar)/2))'`,
    `h='max(2,2*trunc(min(${height},${width}/dar)/2))'`,
  ].join(':');
  const middle = `pad=${width}:${height}:(ow-iw)/2:(oh-ih)/2`;
  const colours = 'out_color_matrix=bt601:out_range=tv';
  return `[to-${name}]scale=${fitted}:${colours},setsar=1,${middle},format=yuv420p[${name}]`;
}

/**
 * A keyframe every second and nowhere else, so that a viewer can be moved from one rendition to the other there. No
 * names, places or other words of the original are kept, and the same original gives the same bytes.
 */
function output(name: string, { file, bitrate }: Rendition, rate: number, frames: number): string[] {
  const bytes = ((bitrate + soundBitrate) / 8) * (frames / rate);
  return [
    ...['-map', `[${name}]`, '-map', `[${name}-sound]`, '-map_metadata', '-1', '-map_chapters', '-1'],
    ...['-c:v', 'libvpx', '-deadline', 'good', '-cpu-used', '4', '-threads', '1'],
    ...['-lag-in-frames', '0', '-auto-alt-ref', '0', '-g', String(rate), '-keyint_min', String(rate)],
    ...['-max-intra-rate', String(maxKeyframe)],
    ...['-b:v', String(bitrate), '-maxrate', String(bitrate * 1.25), '-bufsize', String(bitrate * 2)],
    ...['-c:a', 'libopus', '-b:a', String(soundBitrate), '-frame_duration', '20'],
    ...['-fflags', '+bitexact', '-flags', '+bitexact'],
    ...['-fs', String(Math.round(bytes * 2) + 1_000_000), '-f', 'webm', `file:${file}`],
  ];
}

/** The picture that says most of the first five seconds: the very first one is often black. */
export function posterArguments(file: string): string[] {
  const filter = 'fps=5,thumbnail=25,scale=out_range=pc,format=yuvj420p';
  return ['-t', '5', '-vf', filter, '-frames:v', '1', '-q:v', '3', '-f', 'mjpeg', `file:${file}`];
}
