import { IsIn, IsISO31661Alpha2, IsString, MaxLength, MinLength } from 'class-validator';
import { limits } from '../wire/limits';
import { languages, type Language } from '../text/language';

export class RegistrationDto {
  @IsString() @MinLength(1) @MaxLength(limits.name) displayName: string;
  @IsString() @MinLength(1) @MaxLength(limits.institution) institution: string;
  /** ISO 3166-1 alpha-2, upper case. */
  @IsISO31661Alpha2() country: string;
  @IsIn(languages) language: Language;
  /** The version of the consent text that the person agreed to; refused when it is no longer the current one. */
  @IsString() @MinLength(1) @MaxLength(limits.key) consentVersion: string;
}
