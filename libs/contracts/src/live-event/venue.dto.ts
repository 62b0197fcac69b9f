import { IsInt, IsISO31661Alpha2, IsTimeZone, IsUppercase, Matches, Max, Min } from 'class-validator';
import { IsLocalizedText } from '../text/validators';
import { MayBeAbsent } from '../wire/may-be-absent';
import { LocalizedTextDto } from '../text/localized-text.dto';

const keyPattern = /^[a-z][a-z0-9-]{1,39}$/;

export class CreateVenueDto {
  /** Short name in addresses and as default name of its media node, such as `tokyo`; unique in the event. */
  @Matches(keyPattern) key: string;
  @IsLocalizedText() city: LocalizedTextDto;
  /** The hall's own name. */
  @IsLocalizedText() name: LocalizedTextDto;
  @IsISO31661Alpha2() @IsUppercase() country: string;
  @IsTimeZone() timeZone: string;
  /** The media node this hall publishes to; default: the node named like `key`, else the least loaded one. */
  @MayBeAbsent() @Matches(keyPattern) homeNode?: string;
  /** Protocol order among the halls, from 1. */
  @MayBeAbsent() @IsInt() @Min(1) @Max(1000) position?: number;
}

export class UpdateVenueDto {
  @MayBeAbsent() @IsLocalizedText() city?: LocalizedTextDto;
  @MayBeAbsent() @IsLocalizedText() name?: LocalizedTextDto;
  @MayBeAbsent() @IsISO31661Alpha2() @IsUppercase() country?: string;
  @MayBeAbsent() @IsTimeZone() timeZone?: string;
  @MayBeAbsent() @Matches(keyPattern) homeNode?: string;
  @MayBeAbsent() @IsInt() @Min(1) @Max(1000) position?: number;
}

export class VenueDto {
  id: string;
  key: string;
  city: LocalizedTextDto;
  name: LocalizedTextDto;
  country: string;
  timeZone: string;
  homeNode: string;
  position: number;
}
