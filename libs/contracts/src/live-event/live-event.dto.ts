import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  Matches,
  Min,
} from 'class-validator';
import { Nested, NestedList } from '../wire/nested';
import { limits } from '../wire/limits';
import { MayBeAbsent } from '../wire/may-be-absent';
import { languages, type Language } from '../text/language';
import { IsDay, IsLocalizedText, IsWords } from '../text/validators';
import { LocalizedTextDto } from '../text/localized-text.dto';
import type { SessionDto } from '../session/session.dto';
import type { VenueDto } from './venue.dto';

const slugPattern = /^[a-z0-9][a-z0-9-]{1,59}$/;

/** What an attendee agrees to when registering. A new text needs a new version. */
export class ConsentDto {
  @IsWords(limits.key) version: string;
  @IsLocalizedText() text: LocalizedTextDto;
}

/** An institution that hosts the event together with others, in protocol order. */
export class CoHostDto {
  @IsLocalizedText() name: LocalizedTextDto;
}

export class CreateLiveEventDto {
  /** The event's address: `/events/<slug>`; unique. */
  @Matches(slugPattern) slug: string;
  @IsLocalizedText() title: LocalizedTextDto;
  @IsOptional() @IsLocalizedText() description?: LocalizedTextDto;
  @IsArray() @ArrayMinSize(1) @ArrayUnique() @IsIn(languages, { each: true }) languages: Language[];
  /** First and last day, `YYYY-MM-DD`. */
  @IsDay() firstDay: string;
  @IsDay() lastDay: string;
  @MayBeAbsent()
  @IsArray()
  @ArrayMaxSize(50)
  @NestedList(() => CoHostDto)
  coHosts?: CoHostDto[];
  @Nested(() => ConsentDto) consent: ConsentDto;
  @MayBeAbsent() @IsBoolean() registrationOpen?: boolean;
  @MayBeAbsent() @IsBoolean() moderatorsSeeAnonymous?: boolean;
}

/** Fields left out stay as they are. `version` guards against overwriting somebody else's edit. */
export class UpdateLiveEventDto {
  @IsInt() @Min(1) version: number;
  @MayBeAbsent() @IsLocalizedText() title?: LocalizedTextDto;
  /** `null` takes it away. */
  @IsOptional() @IsLocalizedText() description?: LocalizedTextDto | null;
  @MayBeAbsent()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayUnique()
  @IsIn(languages, { each: true })
  languages?: Language[];
  @MayBeAbsent() @IsDay() firstDay?: string;
  @MayBeAbsent() @IsDay() lastDay?: string;
  @MayBeAbsent()
  @IsArray()
  @ArrayMaxSize(50)
  @NestedList(() => CoHostDto)
  coHosts?: CoHostDto[];
  @MayBeAbsent() @Nested(() => ConsentDto) consent?: ConsentDto;
  @MayBeAbsent() @IsBoolean() registrationOpen?: boolean;
  @MayBeAbsent() @IsBoolean() moderatorsSeeAnonymous?: boolean;
}

/** One line of the organiser's list. */
export class LiveEventSummaryDto {
  id: string;
  slug: string;
  title: LocalizedTextDto;
  firstDay: string;
  lastDay: string;
}

/** The whole programme as anybody may read it: the event's public page and everybody's agenda. */
export class LiveEventDto extends LiveEventSummaryDto {
  version: number;
  description: LocalizedTextDto | null;
  languages: Language[];
  coHosts: CoHostDto[];
  consent: ConsentDto;
  registrationOpen: boolean;
  /** Whether moderators and organisers are told who asks a question anonymously. Holds for questions asked from then on. */
  moderatorsSeeAnonymous: boolean;
  /** In protocol order. */
  venues: VenueDto[];
  /** By start, then title. */
  sessions: SessionDto[];
}
