import {
  IsIn,
  IsInt,
  IsNumber,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { CueSpeakerDto } from '../rundown/cue.dto';
import { languages, type Language } from '../text/language';
import type { LocalizedTextDto } from '../text/localized-text.dto';
import { IsInstant, IsWords } from '../text/validators';
import { limits } from '../wire/limits';
import { MayBeAbsent } from '../wire/may-be-absent';
import { Nested } from '../wire/nested';
import type { GreetingState, Refusal } from './greeting-state';
import { playbackSteps, type PlaybackStep } from './playback.dto';

/** The file that an office has sent, or what was made of it. */
export class GreetingFileDto {
  /** Of the file's bytes, in hexadecimal. An approval names it. */
  sha256: string;
  bytes: number;
  lengthSeconds: number;
  width: number;
  height: number;
}

/** A recorded video message and its life, as the crew knows it. */
export class GreetingDto {
  id: string;
  /** Grows with every change; a reader keeps the newest. */
  version: number;
  state: GreetingState;
  /** Who speaks. */
  speaker: CueSpeakerDto;
  /** The language that the office is written to in. */
  language: Language;
  /** The order of precedence, from 1. */
  position: number;
  link: 'open' | 'revoked' | 'expired';
  /** ISO 8601. */
  expiresAt: string;
  /** What the office has sent; kept as it came. */
  original: (Pick<GreetingFileDto, 'sha256' | 'bytes'> & { name: string; uploadedAt: string }) | null;
  /** Of processing, from 0 to 100. */
  progress: number;
  refusal: Refusal | null;
  /** Why it was sent back. */
  note: string | null;
  /** What would be played: the large rendition. */
  file: GreetingFileDto | null;
  /** Of the whole original, whatever was cut off. */
  originalSeconds: number | null;
  /** Seconds in the processed original; `null`: whole. */
  trim: { from: number; to: number } | null;
  approvedSha256: string | null;
  subtitles: Language[];
  posterPath: string | null;
  /** Watched by the crew before approval; supports ranges. */
  previewPath: string | null;
  /** The media nodes that have the approved file, of all that are connected. */
  nodes: { nodeId: string; present: boolean }[];
  /** The name of whoever of the crew changed it last. */
  changedBy: string | null;
}

export class GreetingIdDto {
  @IsUUID() greetingId: string;
}

/** As it was seen: somebody else's change in between is a conflict, not an overwrite. */
export class SeenGreetingDto {
  @IsInt() @Min(0) version: number;
}

export class CreateGreetingDto {
  @Nested(() => CueSpeakerDto) speaker: CueSpeakerDto;
  @IsIn(languages) language: Language;
  /** When the link stops working; default: the day before the event begins. */
  @MayBeAbsent() @IsInstant() expiresAt?: string;
}

export class UpdateGreetingDto {
  @MayBeAbsent() @Nested(() => CueSpeakerDto) speaker?: CueSpeakerDto;
  @MayBeAbsent() @IsIn(languages) language?: Language;
  @MayBeAbsent() @IsInstant() expiresAt?: string;
  @MayBeAbsent() @IsInt() @Min(1) @Max(1000) position?: number;
  /** As it was seen: somebody else's change in between is a conflict, not an overwrite. */
  @IsInt() @Min(0) version: number;
}

/** Given once, when a greeting is invited or its link is replaced. */
export class GreetingLinkDto {
  greeting: GreetingDto;
  link: string;
}

export class ApproveGreetingDto {
  @IsInt() @Min(0) version: number;
  /** Of exactly the file that was watched. */
  @IsString() @Length(64, 64) sha256: string;
}

export class SendBackGreetingDto {
  @IsInt() @Min(0) version: number;
  @IsWords(limits.message) note: string;
}

/** Makes a new file, which has to be approved anew. */
export class TrimGreetingDto {
  @IsInt() @Min(0) version: number;
  @IsOptional() @IsNumber() @Min(0) from: number | null;
  @IsOptional() @IsNumber() @Min(0) to: number | null;
}

/** What is said at a moment of the greeting, in one language: WebVTT or SRT as subtitle editors write it. */
export class SubtitlesDto {
  @IsInt() @Min(0) version: number;
  @IsString() @MaxLength(limits.subtitles) text: string;
}

/** What the office behind the private link may know. */
export class OfficeGreetingDto {
  id: string;
  state: GreetingState;
  speaker: CueSpeakerDto;
  language: Language;
  eventTitle: LocalizedTextDto;
  /** ISO 8601: until when a file can be sent. */
  expiresAt: string;
  /** IANA, of the event's first hall; `null` while it has none. */
  timeZone: string | null;
  /** The upload that was begun last, if it is not finished; it goes on when the same file is chosen. */
  upload: { id: string; name: string; bytes: number; offset: number } | null;
  original: { name: string; bytes: number; uploadedAt: string } | null;
  progress: number;
  refusal: Refusal | null;
  note: string | null;
  previewPath: string | null;
  /** Bytes. */
  largestFile: number;
  longestSeconds: number;
}

/** What the show caller does to the greeting on programme. */
export class ControlPlaybackDto {
  @IsUUID() takeId: string;
  @IsIn(playbackSteps) step: PlaybackStep;
}
