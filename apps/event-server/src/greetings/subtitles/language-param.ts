import { Param, ParseEnumPipe } from '@nestjs/common';
import { Fault, languages } from '@manyhalls/contracts';

const known = Object.fromEntries(languages.map((language) => [language, language]));

/** A language in the address, as `:language`. One that we do not have has nothing. */
export const LanguageParam = () =>
  Param(
    'language',
    new ParseEnumPipe(known, {
      exceptionFactory: () => new Fault('not-found', 'there is nothing in this language'),
    }),
  );
