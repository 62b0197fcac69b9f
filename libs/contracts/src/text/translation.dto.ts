import { IsIn } from 'class-validator';
import { limits } from '../wire/limits';
import { languages, type Language } from './language';
import { IsWords } from './validators';

/** What somebody wrote, in another language; it stands beside the original and never in its place. */
export class TranslationDto {
  @IsIn(languages) language: Language;
  @IsWords(limits.message) text: string;
}
