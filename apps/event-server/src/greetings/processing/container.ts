/** A kind of file that greetings come in, and how ffmpeg is made to read it as that and as nothing else. */
export interface Container {
  /** ffmpeg's name of the demuxer. */
  format: string;
  options?: readonly string[];
}

/** How many bytes from the beginning `containerOf` looks at. */
export const headBytes = 1024;

/** What QuickTime files begin with that are older than `ftyp`. */
const firstAtoms = new Set(['ftyp', 'moov', 'mdat', 'wide', 'free', 'skip', 'pnot']);

const mov: Container = {
  format: 'mov',
  // The samples must be in this file; what it says of others is not followed.
  options: ['-enable_drefs', '0', '-use_absolute_path', '0'],
};

/**
 * What the content is, whatever the file is called. Playlists, pictures, texts and archives are nothing here, so
 * nothing that names other files ever reaches ffmpeg.
 */
export function containerOf(head: Buffer): Container | null {
  const ascii = (from: number, to: number) => head.toString('latin1', from, to);
  if (firstAtoms.has(ascii(4, 8))) return mov;
  if (head.readUIntBE(0, Math.min(4, head.length)) === 0x1a45dfa3) return { format: 'matroska' };
  if (ascii(0, 4) === 'RIFF' && ascii(8, 12) === 'AVI ') return { format: 'avi' };
  if (head.toString('hex', 0, 8) === '3026b2758e66cf11') return { format: 'asf' };
  if (head.toString('hex', 0, 4) === '000001ba') return { format: 'mpeg' };
  if (isTransportStream(head, 188, 0) || isTransportStream(head, 192, 4)) return { format: 'mpegts' };
  return null;
}

function isTransportStream(head: Buffer, packet: number, offset: number): boolean {
  return [0, 1, 2, 3].every((index) => head[offset + index * packet] === 0x47);
}
