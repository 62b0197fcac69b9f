import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsString,
  IsUUID,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { layouts, type Layout } from '../show/layout';
import { LocalizedTextDto } from '../text/localized-text.dto';
import { IsInstant, IsLocalizedText } from '../text/validators';
import { limits } from '../wire/limits';
import { MayBeAbsent } from '../wire/may-be-absent';
import { MayBeNull } from '../wire/may-be-null';
import { NestedList } from '../wire/nested';
import { cueTypes, pickedSources, type CueType, type PickedSource } from './cue-type';

/** Somebody who speaks in a cue, as a lower third names them. */
export class CueSpeakerDto {
  @IsLocalizedText(limits.name) name: LocalizedTextDto;
  /** "Governor", "Professor". */
  @MayBeAbsent() @IsLocalizedText(limits.title) title?: LocalizedTextDto;
  @MayBeAbsent() @IsLocalizedText(limits.institution) institution?: LocalizedTextDto;
}

/** A feed that a cue puts on programme, named by where it comes from: the feed itself may not be open yet. */
export class PickDto {
  @IsUUID() venueId: string;
  @IsIn(pickedSources) source: PickedSource;
}

/** What a crew writes of a cue. */
export class CueContentDto {
  @IsIn(cueTypes) type: CueType;
  @IsLocalizedText(limits.title) title: LocalizedTextDto;
  /** In order of precedence. */
  @IsArray() @ArrayMaxSize(limits.cueSpeakers) @NestedList(() => CueSpeakerDto) speakers: CueSpeakerDto[];
  /** A hard start, ISO 8601 with offset; `null`: linked to the end of the cue before. */
  @MayBeNull() @IsInstant() startsAt: string | null;
  /** Planned. */
  @IsInt() @Min(1) @Max(24 * 3600) lengthSeconds: number;
  /** Of a greeting always `single`. */
  @IsIn(layouts) layout: Layout;
  /** In the layout's order; none with `all-halls` or `gallery`: every hall on air. A greeting picks none. */
  @IsArray() @ArrayMaxSize(limits.cuePicks) @NestedList(() => PickDto) picks: PickDto[];
  /** What is played; `null` for every other type. */
  @MayBeNull() @IsUUID() greetingId: string | null;
  /** For the crew only. */
  @IsString() @MaxLength(limits.description) notes: string;
}

/** A cue as the crew knows it. */
export class CueDto extends CueContentDto {
  id: string;
  /** Grows with every edit; a reader keeps the newest. */
  version: number;
  /** Inserted while the session ran. */
  adLib: boolean;
  /** Left out of the order, but kept: it takes no time and GO passes over it. */
  skipped: boolean;
  changedBy: string | null;
  /** ISO 8601, server time. */
  changedAt: string;
}

/** What everybody may know of the cue on programme. */
export class ShownCueDto {
  id: string;
  type: CueType;
  title: LocalizedTextDto;
  speakers: CueSpeakerDto[];
}

/** A cue being, or having been, on programme, as everybody may know of it. */
export class ShownTakeDto {
  id: string;
  cueId: string;
  /** Only seen by crew and halls; a live record knows nothing of it. */
  rehearsal: boolean;
  /** ISO 8601, server time. */
  startedAt: string;
  endedAt: string | null;
  /** The planned length when it was taken. */
  lengthSeconds: number;
  /** How long it has been held so far, without the present hold. */
  heldSeconds: number;
  /** ISO 8601; `null` while its time runs. */
  heldSince: string | null;
}

/** As the crew knows it. */
export class TakeDto extends ShownTakeDto {
  takenBy: string;
}

/** A cue's `id` is made by whoever adds it, so that a retry adds once. */
export class AddCueDto extends CueContentDto {
  @IsUUID() id: string;
  /** `null`: the first. */
  @MayBeNull() @IsUUID() afterCueId: string | null;
}

/** Names a cue as it was seen: somebody else's change in between is a conflict, not an overwrite. */
export class SeenCueDto {
  @IsUUID() cueId: string;
  @IsInt() @Min(0) version: number;
}

export class EditCueDto extends CueContentDto {
  @IsUUID() cueId: string;
  @IsInt() @Min(0) version: number;
}

export class SkipCueDto extends SeenCueDto {
  @IsBoolean() skipped: boolean;
}

export class MoveCueDto {
  @IsUUID() cueId: string;
  /** `null`: to the front. */
  @MayBeNull() @IsUUID() afterCueId: string | null;
  /** Of the rundown's order, as it was seen. */
  @IsInt() @Min(0) orderVersion: number;
}

/** Takes back a removal. */
export class CueIdDto {
  @IsUUID() cueId: string;
}
