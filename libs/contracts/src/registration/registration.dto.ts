import { IsIn, IsISO31661Alpha2, IsUppercase } from 'class-validator';
import { limits } from '../wire/limits';
import { IsWords } from '../text/validators';
import { languages, type Language } from '../text/language';

export class RegistrationDto {
  @IsWords(limits.name) displayName: string;
  @IsWords(limits.institution) institution: string;
  /** ISO 3166-1 alpha-2, upper case. */
  @IsISO31661Alpha2() @IsUppercase() country: string;
  @IsIn(languages) language: Language;
  /** The version of the consent text that the person agreed to; refused when it is no longer the current one. */
  @IsWords(limits.key) consentVersion: string;
}
