import type {
  CueSpeakerDto,
  GreetingFileDto,
  GreetingState,
  Language,
  MediaFileDto,
  Refusal,
} from '@manyhalls/contracts';

/** A file that was sent in, kept as it came. */
export interface Original {
  /** Also its name in the originals' folder. */
  sha256: string;
  bytes: number;
  /** As the office calls it: shown, never used as a path. */
  name: string;
  /** ISO 8601. */
  uploadedAt: string;
}

/** A file that nodes can play, as `MediaFiles` took it in. */
export type Rendition = MediaFileDto & Omit<GreetingFileDto, 'sha256' | 'bytes'>;

/** What was made of an original, or of a part of it. */
export interface GreetingFiles {
  /** The one that an approval names. */
  large: Rendition;
  /** The same pictures for thumbnails and thin lines; their sound is the large one's. */
  small: Rendition;
  /** JPEG. */
  poster: MediaFileDto;
  /** Of the whole original, whatever was cut off. */
  originalSeconds: number;
}

/** Seconds in the original. */
export interface Trim {
  from: number;
  to: number;
}

/** A greeting as it is stored. */
export interface StoredGreeting {
  id: string;
  eventId: string;
  version: number;
  state: GreetingState;
  speaker: CueSpeakerDto;
  language: Language;
  /** The order of precedence, from 1. */
  position: number;
  expiresAt: Date;
  revokedAt: Date | null;
  /** The upload under way, in the uploads' folder. */
  uploadId: string | null;
  original: Original | null;
  /** Grows with everything that asks for new files, so that files made for an earlier wish are not taken for these. */
  job: number;
  /** Of processing, from 0 to 100. */
  progress: number;
  refusal: Refusal | null;
  note: string | null;
  files: GreetingFiles | null;
  trim: Trim | null;
  approvedSha256: string | null;
  /** The name of whoever of the crew changed it last. */
  changedBy: string | null;
}

export interface Greeting extends StoredGreeting {
  /** The languages that there are subtitles in. */
  subtitles: Language[];
}
